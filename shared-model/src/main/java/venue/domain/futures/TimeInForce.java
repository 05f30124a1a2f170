package venue.domain.futures;

/** How long a limit order may wait for its price. */
public enum TimeInForce {
  /** Good till cancelled: fills at once, or rests until it fills or is ended. */
  GTC,
  /** Immediate or cancel: fills at once, or ends. */
  IOC,
  /** Pending or cancelled, post-only: rests, and is refused if it would fill at once. */
  POC,
  /** Fill or kill: fills at once, or is refused. */
  FOK;

  /** Whether an order may wait for its price. */
  public boolean rests() {
    return this == GTC || this == POC;
  }
}
