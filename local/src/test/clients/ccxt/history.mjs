import { check, equal, near, step } from './checks.mjs';

/**
 * What a fresh account's lists say after it bought twice and closed all.
 *
 * @param orders as they were answered, oldest first
 * @param balance the account's total, before and after
 */
export async function tellsWhatHappened(venue, symbol, orders, balance) {
  const since = orders[0].timestamp - 1_000;
  const won = balance.after - balance.before;
  const sizes = orders.map((order) => order.amount);
  const total = sizes[0] + sizes[1];

  const mine = await step('fetchMyTrades', () => venue.fetchMyTrades(symbol, since));
  areThose(mine, [sizes[0], sizes[1], total], 'trades');
  equal(mine.map((trade) => trade.order).join(), orders.map((order) => order.id).join(), 'orders');
  equal(mine[0].takerOrMaker, 'taker', 'role');
  near(mine[0].fee.cost, mine[0].cost * Number(orders[0].info.tkfr), 1e-6, 'fee of a trade');
  equal(Number(mine[2].info.close_size), -total, 'contracts that closed');

  const everybodys = await step('fetchTrades', () => venue.fetchTrades(symbol, since));
  areThose(everybodys, [sizes[0], sizes[1], total], 'trades of everybody');
  equal(everybodys[2].price, orders[2].average, 'price of the last trade');
  check(everybodys.every((trade) => trade.order === undefined), 'nobody is named');

  const finished = await step('fetchClosedOrders', () => venue.fetchClosedOrders(symbol, since));
  const filled = finished.filter((order) => order.status === 'closed');
  equal(filled.length, orders.length, 'orders that filled');

  const ledger = await step('fetchLedger', () => venue.fetchLedger('USDT'));
  const rows = ledger.map((entry) => entry.info);
  near(sum(rows.map((row) => Number(row.change))), balance.after, 1e-12, 'sum of the ledger');
  check(rows.some((row) => Number(row.balance) === balance.after), 'the ledger ends at the total');
  const fees = rows.filter((row) => row.type === 'fee').map((row) => Number(row.change));
  near(sum(fees), -sum(mine.map((trade) => trade.fee.cost)), 1e-12, 'fees of the ledger');

  const funding = await step('fetchFundingHistory', () => venue.fetchFundingHistory(symbol));
  const funds = rows.filter((row) => row.type === 'fund');
  equal(funding.length, funds.length, 'payments of funding');
  check(funding.every((payment) => payment.symbol === symbol), 'funding is of the contract');

  const closed = await step('fetchPositionsHistory', () => venue.fetchPositionsHistory([symbol]));
  equal(closed.length, 1, 'closed positions');
  equal(closed[0].side, 'long', 'side of the closed position');
  equal(closed[0].contracts, total, 'contracts of the closed position');
  near(closed[0].realizedPnl, won, 1e-9, 'what the position came to');
  const entry = (sizes[0] * orders[0].average + sizes[1] * orders[1].average) / total;
  near(Number(closed[0].info.long_price), entry, 1e-6, 'average opening price');
  near(Number(closed[0].info.short_price), orders[2].average, 1e-6, 'average closing price');

  equal((await step('fetchMyLiquidations', () => venue.fetchMyLiquidations(symbol))).length, 0, 'own');
  equal((await step('fetchLiquidations', () => venue.fetchLiquidations(symbol))).length, 0, 'all');
  const fee = await step('fetchTradingFee', () => venue.fetchTradingFee(symbol));
  equal(fee.taker, Number(orders[0].info.tkfr), 'taker fee');
}

function areThose(trades, sizes, what) {
  equal(trades.map((trade) => trade.amount).join(), sizes.join(), `sizes of ${what}`);
  equal(trades.map((trade) => trade.side).join(), 'buy,buy,sell', `sides of ${what}`);
}

function sum(numbers) {
  return numbers.reduce((all, one) => all + one, 0);
}
