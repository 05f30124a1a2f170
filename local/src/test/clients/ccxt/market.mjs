// What anyone may see of a market, as ccxt reads it.
import { check, equal, near, step } from './checks.mjs';

export async function showsTheMarket(venue, symbol) {
  const market = venue.market(symbol);
  const ticker = await step('fetchTickers', async () => (await venue.fetchTickers([symbol]))[symbol]);
  check(ticker.low <= ticker.last && ticker.last <= ticker.high, 'the price lies in its range');
  await orderBook(venue, symbol, ticker, market);
  await candles(venue, symbol, ticker);
  await tiers(venue, symbol, market);
}

async function orderBook(venue, symbol, ticker, market) {
  const book = await step('fetchOrderBook', () => venue.fetchOrderBook(symbol, 20));
  equal(book.asks.length, 20, 'asks');
  equal(book.bids.length, 20, 'bids');
  check(book.nonce > 0, `the book has the tick's number: ${book.nonce}`);
  near(book.asks[0][0], ticker.ask, 0.001, 'the best ask is the ticker\'s');
  near(book.bids[0][0], ticker.bid, 0.001, 'the best bid is the ticker\'s');
  const priceStep = market.precision.price;
  for (let i = 1; i < 20; i++) {
    near(book.asks[i][0] - book.asks[i - 1][0], priceStep, 1e-6, `step to ask ${i}`);
    near(book.bids[i - 1][0] - book.bids[i][0], priceStep, 1e-6, `step to bid ${i}`);
    check(book.asks[i][1] > 0 && book.bids[i][1] > 0, `contracts at level ${i}`);
  }
}

async function candles(venue, symbol, ticker) {
  for (const price of [undefined, 'mark', 'index']) {
    const what = `fetchOHLCV ${price ?? 'last'}`;
    const shown = await step(what, () =>
      venue.fetchOHLCV(symbol, '1m', undefined, undefined, price ? { price } : {}),
    );
    const [time, open, high, low, close, volume] = shown.at(-1);
    equal(time % 60_000, 0, 'a minute begins');
    check(low <= open && open <= high && low <= close && close <= high, 'prices lie in the range');
    near(close, ticker.last, 0.001, 'close');
    check(volume >= 0, 'there is a volume');
    const since = await step(`${what} since`, () =>
      venue.fetchOHLCV(symbol, '1m', time, 10, price ? { price } : {}),
    );
    equal(since[0][0], time, 'the first candle since');
    const week = await venue.fetchOHLCV(symbol, '1w', undefined, 1, price ? { price } : {});
    equal(week.length, 1, 'weeks');
  }
  const rates = await step('fetchFundingRateHistory', () => venue.fetchFundingRateHistory(symbol));
  check(Array.isArray(rates), 'funding rates are a list');
  const stats = await step('fetchOpenInterestHistory', () => venue.fetchOpenInterestHistory(symbol));
  check(stats.at(-1).openInterestAmount >= 0, 'there is open interest');
}

async function tiers(venue, symbol, market) {
  const tiers = await step('fetchMarketLeverageTiers', () => venue.fetchMarketLeverageTiers(symbol));
  equal(tiers[0].maxLeverage, market.limits.leverage.max, 'leverage of the first tier');
  equal(tiers[0].maintenanceMarginRate, Number(market.info.maintenance_rate), 'maintenance rate');
  for (let i = 1; i < tiers.length; i++) {
    equal(tiers[i].tier, i + 1, 'tier');
    equal(tiers[i].minNotional, tiers[i - 1].maxNotional, 'a tier begins where the last ends');
    check(tiers[i].maintenanceMarginRate > tiers[i - 1].maintenanceMarginRate, 'rates rise');
  }
}
