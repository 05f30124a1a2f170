// Trades on a venue as anyone would who has ccxt: BASE, KEY and SECRET come from the environment.
import ccxt from 'ccxt';
import { check, equal, near, refusedAs, step } from './checks.mjs';
import { client } from './client.mjs';
import { holdsBothSides } from './hedge.mjs';
import { showsTheMarket } from './market.mjs';
import { tellsWhatHappened } from './history.mjs';
import {
  hasLimitsAndModes,
  isCountedDown,
  isProtected,
  marginIsChanged,
  restsAndIsChanged,
  tradesAtTheBook,
} from './orders.mjs';

const symbol = 'BTC/USDT:USDT';
const id = 'BTC_USDT';
const leverage = 5;
const deposit = Number(process.env.DEPOSIT ?? 10000);
const venue = client(process.env.SECRET);

const markets = await step('loadMarkets', () => venue.loadMarkets());
const market = markets[symbol];
check(market?.active, `${symbol} is traded`);
const closingFee = Number(market.info.taker_fee_rate);
const maintenance = Number(market.info.maintenance_rate) + closingFee;

const time = await step('fetchTime', () => venue.fetchTime());
check(Math.abs(time - Date.now()) < 60_000, `the venue's time is ours, not ${venue.iso8601(time)}`);

const ticker = await step('fetchTicker', () => venue.fetchTicker(symbol));
check(ticker.last > 0, 'there is a last price');
const contractsWorth = (usdt) => Math.floor(usdt / (ticker.last * market.contractSize));
const size = contractsWorth(1000);

await showsTheMarket(venue, symbol);

const before = await step('fetchBalance', () => venue.fetchBalance());
equal(before.USDT.total, deposit, 'total before');
equal(before.USDT.free, deposit, 'available before');

await step('setLeverage', () => venue.setLeverage(leverage, symbol));

const bought = await step('createOrder', () => venue.createOrder(symbol, 'market', 'buy', size));
equal(bought.amount, size, 'size bought');
equal(bought.remaining, 0, 'left');

const cost = size * market.contractSize * bought.average;
const position = await step('fetchPosition', () => venue.fetchPosition(symbol));
equal(position.side, 'long', 'side');
equal(position.contracts, size, 'contracts');
equal(position.leverage, leverage, 'leverage');
equal(position.marginMode, 'isolated', 'margin mode');
near(position.entryPrice, bought.average, 1e-8, 'entry price');
const margin = Number(position.info.margin);
near(margin, cost / leverage + cost * closingFee, 1e-6, 'margin');
near(
  position.initialMargin,
  position.notional / leverage + position.notional * closingFee,
  1e-6,
  'initial margin',
);
near(position.maintenanceMargin, position.notional * maintenance, 1e-6, 'maintenance margin');
// Not to the last digit: the price shown is rounded, and moves with the funding accrued since.
near(
  position.liquidationPrice,
  (position.entryPrice - margin / (size * market.contractSize)) / (1 - maintenance),
  1e-4,
  'liquidation price',
);

const positions = await step('fetchPositions', () => venue.fetchPositions([symbol]));
equal(positions.length, 1, 'positions');
equal(positions[0].contracts, size, 'contracts in the list');

const fetched = await step('fetchOrder', () => venue.fetchOrder(bought.id, symbol));
equal(fetched.id, bought.id, 'order id');
equal(fetched.status, 'closed', 'order status');
equal(fetched.average, bought.average, 'fill price');

const label = { clientOrderId: `t-ccxt-${Date.now().toString(36)}` };
const within = Number(venue.priceToPrecision(symbol, ticker.last * 1.02));
const labelled = () => venue.createOrder(symbol, 'limit', 'buy', size, within, label);
const placed = await step('createOrder with a label', labelled);
equal(placed.clientOrderId, label.clientOrderId, 'label');
equal(placed.status, 'closed', 'status of a limit order that fills at once');
check(placed.average <= within, 'it fills at its limit or better');
const retried = await step('the same order again', labelled);
equal(retried.id, placed.id, 'id of the retried order');
const doubled = await step('fetchPosition', () => venue.fetchPosition(symbol));
equal(doubled.contracts, 2 * size, 'contracts after the retry');

await refusedAs(ccxt.InsufficientFunds, 'INSUFFICIENT_AVAILABLE', 'an order above the balance', () =>
  venue.createOrder(symbol, 'market', 'buy', contractsWorth(deposit * leverage * 1.2)),
);
// ccxt refuses these three itself: only its plain calls reach the venue with them.
const order = { settle: 'usdt', price: '0', tif: 'ioc' };
await refusedAs(ccxt.BadSymbol, 'CONTRACT_NOT_FOUND', 'an unknown contract', () =>
  venue.privateFuturesPostSettleOrders({ ...order, contract: 'NOPE_USDT', size: 1 }),
);
await refusedAs(ccxt.BadRequest, 'INVALID_PARAM_VALUE', 'size 0', () =>
  venue.privateFuturesPostSettleOrders({ ...order, contract: id, size: 0 }),
);
await refusedAs(ccxt.InvalidOrder, 'LEVERAGE_TOO_HIGH', 'too high a leverage', () =>
  venue.privateFuturesPostSettlePositionsContractLeverage({
    settle: 'usdt',
    contract: id,
    leverage: String(market.limits.leverage.max + 1),
  }),
);
await refusedAs(ccxt.AuthenticationError, 'INVALID_SIGNATURE', 'a wrong secret', () =>
  client('not the secret').privateFuturesGetSettleAccounts({ settle: 'usdt' }),
);
const untouched = await step('fetchPosition', () => venue.fetchPosition(symbol));
equal(untouched.contracts, 2 * size, 'contracts after the refusals');

await restsAndIsChanged(venue, symbol, ticker.last, size);
await isProtected(venue, symbol, ticker.last, size);
await marginIsChanged(venue, symbol);
await tradesAtTheBook(venue, symbol, id);
await isCountedDown(venue, symbol, id, ticker.last, size);

const closed = await step('closePosition', () => venue.closePosition(symbol));
equal(closed.remaining, 0, 'left to close');
const open = await step('fetchPositions', () => venue.fetchPositions([symbol]));
equal(open.filter((held) => held.contracts !== 0).length, 0, 'positions held after closing');

await hasLimitsAndModes(venue, symbol, id);

const base = size * market.contractSize;
const paid = base * (bought.average + placed.average);
const received = 2 * base * closed.average;
const fees =
  base * bought.average * Number(bought.info.tkfr) +
  base * placed.average * Number(placed.info.tkfr) +
  received * Number(closed.info.tkfr);
const after = await step('fetchBalance', () => venue.fetchBalance());
equal(after.USDT.free, after.USDT.total, 'available after');
// Funding is the only other movement: for the seconds this takes it is far below this share.
near(after.USDT.total, deposit + received - paid - fees, (1e-4 * paid) / deposit, 'total after');
await tellsWhatHappened(venue, symbol, [bought, placed, closed], {
  before: deposit,
  after: after.USDT.total,
});
await holdsBothSides(venue, symbol, size);
console.log('done');
