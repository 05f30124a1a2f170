export async function step(name, act) {
  let result;
  try {
    result = await act();
  } catch (error) {
    fail(`${name}: ${error.constructor.name}: ${error.message}`);
  }
  console.log(`ok ${name}`);
  return result;
}

/** The refusal has to come from the venue, by its label, as exactly this class of ccxt's. */
export async function refusedAs(type, label, what, act) {
  let answer;
  try {
    answer = await act();
  } catch (error) {
    equal(error.constructor.name, type.name, `${what} is refused (${error.message}) as`);
    check(error.message.includes(`"${label}"`), `${what} is refused as ${label}: ${error.message}`);
    console.log(`ok ${what} is refused: ${type.name}, ${label}`);
    return;
  }
  fail(`${what} is not refused but answered ${JSON.stringify(answer)}`);
}

export function check(condition, what) {
  if (!condition) {
    fail(`not so: ${what}`);
  }
}

export function equal(actual, expected, what) {
  if (actual !== expected) {
    fail(`${what}: ${actual} instead of ${expected}`);
  }
}

export function near(actual, expected, share, what) {
  if (!(Math.abs(actual - expected) <= Math.abs(expected) * share)) {
    fail(`${what}: ${actual} instead of ${expected}`);
  }
}

function fail(message) {
  console.error(`FAILED ${message}`);
  process.exit(1);
}
