import ccxt from 'ccxt';
import { check, equal, near, refusedAs, step } from './checks.mjs';

/** What orders that rest go through; none of them fills, and in the end none rests. */
export async function restsAndIsChanged(venue, symbol, last, size) {
  const price = (share) => Number(venue.priceToPrecision(symbol, last * share));
  const label = { clientOrderId: `t-rest-${Date.now().toString(36)}` };

  const placed = await step('createOrder limit', () =>
    venue.createOrder(symbol, 'limit', 'buy', size, price(0.9), label),
  );
  equal(placed.status, 'open', 'status of an order that rests');
  equal(placed.remaining, size, 'left of it');
  equal(placed.price, price(0.9), 'its limit');
  const balance = await step('fetchBalance', () => venue.fetchBalance());
  check(Number(balance.info[0]?.order_margin ?? balance.info.order_margin) > 0, 'margin is set aside');

  const open = await step('fetchOpenOrders', () => venue.fetchOpenOrders(symbol));
  equal(open.map((order) => order.id).join(), placed.id, 'open orders');

  const edited = await step('editOrder', () =>
    venue.editOrder(placed.id, symbol, 'limit', 'buy', size + 1, price(0.8)),
  );
  equal(edited.id, placed.id, 'id of the edited order');
  const fetched = await step('fetchOrder by its label', () =>
    venue.fetchOrder(label.clientOrderId, symbol),
  );
  equal(fetched.price, price(0.8), 'its new limit');
  equal(fetched.amount, size + 1, 'its new size');

  const maker = await step('createOrder post-only', () =>
    venue.createOrder(symbol, 'limit', 'sell', size, price(1.2), { postOnly: true }),
  );
  equal(maker.status, 'open', 'status of a post-only order');
  await refusedAs(ccxt.OrderImmediatelyFillable, 'ORDER_POC_IMMEDIATE', 'post-only at once', () =>
    venue.createOrder(symbol, 'limit', 'buy', size, price(1.1), { postOnly: true }),
  );
  await refusedAs(ccxt.ExchangeError, 'ORDER_FOK', 'fill or kill far away', () =>
    venue.createOrder(symbol, 'limit', 'buy', size, price(0.9), { timeInForce: 'FOK' }),
  );

  const batch = await step('createOrders', () =>
    venue.createOrders([
      { symbol, type: 'limit', side: 'buy', amount: size, price: price(0.85), params: {} },
      { symbol, type: 'limit', side: 'sell', amount: size, price: price(1.3), params: {} },
    ]),
  );
  equal(batch.map((order) => order.status).join(), 'open,open', 'orders of the batch');

  const cancelled = await step('cancelOrder', () => venue.cancelOrder(placed.id, symbol));
  equal(cancelled.status, 'canceled', 'status of the cancelled order');
  await step('cancelOrders', () => venue.cancelOrders([batch[0].id], symbol));
  await step('cancelAllOrders', () => venue.cancelAllOrders(symbol));
  const left = await step('fetchOpenOrders', () => venue.fetchOpenOrders(symbol));
  equal(left.length, 0, 'orders after all were cancelled');
}

/** A stop-loss and a take-profit on a long position, taken back again. */
export async function isProtected(venue, symbol, last, size) {
  const price = (share) => Number(venue.priceToPrecision(symbol, last * share));
  const sell = (params) =>
    venue.createOrder(symbol, 'market', 'sell', size, undefined, { reduceOnly: true, ...params });
  const stop = await step('createOrder stop-loss', () => sell({ stopLossPrice: price(0.8) }));
  await step('createOrder take-profit', () => sell({ takeProfitPrice: price(1.2) }));
  const open = await step('fetchOpenOrders trigger', () =>
    venue.fetchOpenOrders(symbol, undefined, undefined, { trigger: true }),
  );
  equal(open.length, 2, 'price orders');
  const amended = await step('price order amended', () =>
    venue.privateFuturesPutSettlePriceOrdersOrderId({
      settle: 'usdt',
      order_id: stop.id,
      trigger_price: String(price(0.85)),
      size: 0,
    }),
  );
  equal(String(amended.id), stop.id, 'id of the amended price order');
  const moved = await venue.fetchOpenOrders(symbol, undefined, undefined, { trigger: true });
  near(
    Number(moved.find((order) => order.id === stop.id).triggerPrice),
    price(0.85),
    1e-9,
    'its new trigger price',
  );
  await step('cancelOrder trigger', () => venue.cancelOrder(stop.id, symbol, { trigger: true }));
  await step('cancelAllOrders trigger', () => venue.cancelAllOrders(symbol, { trigger: true }));
}

/** Orders at a level of the book, which have no call of ccxt's own. */
export async function tradesAtTheBook(venue, symbol, id) {
  const place = (more) =>
    venue.privateFuturesPostSettleBboOrders({ settle: 'usdt', contract: id, level: 1, ...more });
  const book = await venue.fetchOrderBook(symbol, 5);
  const rests = await step('bbo_orders', () => place({ size: 1, direction: 'sell', tif: 'poc' }));
  equal(rests.status, 'open', 'status of a purchase at the best bid');
  near(Number(rests.price), book.bids[0][0], 1e-3, 'its limit');
  const position = await step('fetchPosition', () => venue.fetchPosition(symbol));
  equal(Number(position.info.pending_orders), 1, 'pending orders');
  await step('cancelOrder', () => venue.cancelOrder(rests.id, symbol));
  const texts = await step('sizes as texts', () =>
    venue.fetch(
      `${process.env.BASE}/futures/usdt/order_book?contract=${id}`,
      'GET',
      { 'X-Gate-Size-Decimal': '1' },
    ),
  );
  equal(typeof texts.asks[0].s, 'string', 'type of a size');
}

/** What rests is cancelled, because nobody sets the countdown again. */
export async function isCountedDown(venue, symbol, id, last, size) {
  const limit = Number(venue.priceToPrecision(symbol, last * 0.9));
  const count = (timeout) =>
    venue.privateFuturesPostSettleCountdownCancelAll({ settle: 'usdt', timeout, contract: id });
  await step('createOrder limit', () => venue.createOrder(symbol, 'limit', 'buy', size, limit));
  const off = await step('countdown_cancel_all off', () => count(0));
  equal(Number(off.triggerTime), 0, 'time of a countdown that is off');
  const on = await step('countdown_cancel_all', () => count(5));
  check(Number(on.triggerTime) > Date.now(), 'it is to come');
  await refusedAs(ccxt.BadRequest, 'INVALID_PARAM_VALUE', 'a countdown of 4 seconds', () => count(4));
  const until = Date.now() + 40_000;
  while ((await venue.fetchOpenOrders(symbol)).length > 0) {
    check(Date.now() < until, 'the order is cancelled');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  check(Date.now() >= Number(on.triggerTime), 'not before its time');
}

/** Risk limits and modes of a flat position, by ccxt's plain calls. */
export async function hasLimitsAndModes(venue, symbol, id) {
  const named = { settle: 'usdt', contract: id };
  const position = (await venue.fetchPosition(symbol)).info;
  const table = await step('risk_limit_table', () =>
    venue.privateFuturesGetSettleRiskLimitTable({
      settle: 'usdt',
      table_id: position.risk_limit_table,
    }),
  );
  const limited = await step('risk_limit', () =>
    venue.privateFuturesPostSettlePositionsContractRiskLimit({
      ...named,
      risk_limit: table[0].risk_limit,
    }),
  );
  equal(limited.risk_limit, table[0].risk_limit, 'risk limit');
  await refusedAs(ccxt.ExchangeError, 'RISK_LIMIT_TOO_HIGH', 'a risk limit of no tier', () =>
    venue.privateFuturesPostSettlePositionsContractRiskLimit({ ...named, risk_limit: '1000000000000' }),
  );
  for (const [mode, leverage] of [['CROSS', '0'], ['ISOLATED', position.leverage]]) {
    const changed = await step(`cross_mode ${mode}`, () =>
      venue.privateFuturesPostSettlePositionsCrossMode({ ...named, mode }),
    );
    equal(changed.leverage, leverage, 'leverage');
  }
  const index = await step('index_constituents', () =>
    venue.publicFuturesGetSettleIndexConstituentsIndex({ settle: 'usdt', index: id }),
  );
  check(index.constituents.length > 0, 'the price comes from somewhere');
}

/** Margin added to a position and taken out again. */
export async function marginIsChanged(venue, symbol) {
  const margin = async () => Number((await venue.fetchPosition(symbol)).info.margin);
  const before = await margin();
  await step('addMargin', () => venue.addMargin(symbol, 100));
  near(await margin(), before + 100, 1e-4, 'margin after adding');
  await step('reduceMargin', () => venue.reduceMargin(symbol, 50));
  near(await margin(), before + 50, 1e-4, 'margin after taking out');
  await refusedAs(ccxt.ExchangeError, 'REMOVE_TOO_MUCH', 'taking out too much', () =>
    venue.reduceMargin(symbol, 1000),
  );
}
