import ccxt from 'ccxt';

/** A client of Gate's API, pointed at the venue: everything but the address is as ccxt has it. */
export function client(secret) {
  const gate = new ccxt.gate({
    apiKey: process.env.KEY,
    secret,
    options: { defaultType: 'swap', fetchMarkets: { types: ['swap'] } },
  });
  for (const side of ['public', 'private']) {
    for (const group of Object.keys(gate.urls.api[side])) {
      gate.urls.api[side][group] = process.env.BASE;
    }
  }
  return gate;
}
