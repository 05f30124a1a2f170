package venue.domain.market;

/**
 * How much risk a market takes on; reducing is always allowed.
 *
 * @param openInterest the most contracts users may hold, long and short counted together
 * @param skew the most contracts by which one side may exceed the other
 */
public record Caps(long openInterest, long skew) {

  /** The part of the caps that one of {@code shards} equal shards may use. */
  public Caps shared(int shards) {
    return new Caps(openInterest / shards, skew / shards);
  }
}
