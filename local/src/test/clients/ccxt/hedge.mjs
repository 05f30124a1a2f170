// Hedge mode: a long and a short position in one market.
import ccxt from 'ccxt';
import { equal, refusedAs, step } from './checks.mjs';

/** Holds both, reduces each by an order on the other side, and goes back to one position. */
export async function holdsBothSides(venue, symbol, size) {
  const hedged = await step('setPositionMode', () => venue.setPositionMode(true, symbol));
  equal(hedged.position_mode, 'dual', 'position mode');
  await step('createOrder long', () => venue.createOrder(symbol, 'market', 'buy', 2 * size));
  await step('createOrder short', () => venue.createOrder(symbol, 'market', 'sell', size));
  const held = await step('fetchPositions', () => venue.fetchPositions([symbol]));
  const sides = held.map((position) => `${position.side} ${position.contracts}`).sort();
  equal(sides.join(', '), `long ${2 * size}, short ${size}`, 'positions held');

  await refusedAs(ccxt.BadRequest, 'POSITION_HOLDING', 'one position while two are held', () =>
    venue.setPositionMode(false, symbol),
  );
  const reduceOnly = { reduceOnly: true };
  await step('createOrder reduceOnly long', () =>
    venue.createOrder(symbol, 'market', 'sell', 2 * size, undefined, reduceOnly),
  );
  await step('createOrder reduceOnly short', () =>
    venue.createOrder(symbol, 'market', 'buy', size, undefined, reduceOnly),
  );
  const left = await venue.fetchPositions([symbol]);
  equal(left.filter((position) => position.contracts !== 0).length, 0, 'positions left');
  await step('setPositionMode', () => venue.setPositionMode(false, symbol));
}
