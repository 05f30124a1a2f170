package venue.domain;

/**
 * Why a request is refused. The names are the error labels of the Gate v4 API, which clients know.
 */
public enum Reason {
  /** A field is missing where it is needed. */
  MISSING_REQUIRED_PARAM,
  /** A field has a value that the venue does not take. */
  INVALID_PARAM_VALUE,
  /** The body is not the JSON object it should be. */
  INVALID_REQUEST_BODY,
  /** There is no such account. */
  USER_NOT_FOUND,
  /** There is no such market, product or settlement currency. */
  CONTRACT_NOT_FOUND,
  /** There is no such order. */
  ORDER_NOT_FOUND,
  /** The order has filled or ended: it cannot be cancelled any more. */
  ORDER_FINISHED,
  /** A post-only order would fill at once. */
  ORDER_POC_IMMEDIATE,
  /** An order that is to fill at once or not at all cannot fill. */
  ORDER_FOK,
  /** The account has as many resting orders as it may have. */
  TOO_MANY_ORDERS,
  /** A price order that waits for a fall has its trigger price at the price or above. */
  AUTO_TRIGGER_PRICE_LESS_LAST,
  /** A price order that waits for a rise has its trigger price at the price or below. */
  AUTO_TRIGGER_PRICE_GREATE_LAST,
  /** There is no such key, item or path. */
  NOT_FOUND,
  /** What is asked for costs more than is available. */
  INSUFFICIENT_AVAILABLE,
  /** The position would be due for liquidation as soon as the order or change is done. */
  LIQUIDATE_IMMEDIATELY,
  /** The position is due for liquidation and cannot be traded any more. */
  POSITION_IN_LIQUIDATION,
  /** There is no position to close or reduce. */
  POSITION_EMPTY,
  /** More margin is to be taken out of a position than it can do without. */
  REMOVE_TOO_MUCH,
  /** What is asked for needs a position with margin of its own. */
  POSITION_CROSS_MARGIN,
  /** What is asked for needs the position to be flat. */
  POSITION_HOLDING,
  /** What is asked for needs that no futures order rests. */
  ORDER_PENDING,
  /** The account is in the other position mode. */
  POSITION_DUAL_MODE,
  /** All is as it is asked for already. */
  NO_CHANGE,
  /** A reduce-only order would open or increase a position. */
  INCREASE_POSITION,
  /** The leverage is above what the contract, or the tier of the position, allows. */
  LEVERAGE_TOO_HIGH,
  /** The leverage is below what the contract allows. */
  LEVERAGE_TOO_LOW,
  /** The size is above what one order may have. */
  SIZE_TOO_LARGE,
  /** The size is below what one order must have. */
  SIZE_TOO_SMALL,
  /** The position would exceed the last tier, or the market its cap on open interest or skew. */
  RISK_LIMIT_EXCEEDED,
  /** No position may grow to such a risk limit. */
  RISK_LIMIT_TOO_HIGH,
  /** The position is beyond such a risk limit. Clients know the label in this spelling. */
  RISK_LIMIT_TOO_lOW,
  /** No tier has such a risk limit. */
  RISK_LIMIT_NOT_MULTIPLE,
  /** The price is too far from the market's, or worse than the request allows. */
  PRICE_TOO_DEVIATED,
  /** The market has no fresh price, or the venue could not take the request now: try again. */
  TOO_BUSY
}
