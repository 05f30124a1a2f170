package venue.wire.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.account.IdRange;
import venue.wire.Fields;

/**
 * Which part of a list, newest first, a client asks for.
 *
 * @param contract only those of this one
 * @param from only those from then on
 * @param to only those until then
 * @param limit at most so many
 * @param offset so many of the newest are left out
 */
public record ListQuery(
    Optional<String> contract,
    Optional<Instant> from,
    Optional<Instant> to,
    int limit,
    int offset) {
  private static final int MOST = 1_000;
  private static final int USUAL = 100;

  /** Reads it from the parameters {@code contract, from, to, limit, offset}; all may be absent. */
  public static Outcome<ListQuery> read(Fields fields) {
    return fields
        .as(
            () ->
                new ListQuery(
                    fields.optionalText("contract"),
                    fields.optionalTime("from"),
                    fields.optionalTime("to"),
                    fields.wholeNumber("limit", 1, MOST, USUAL),
                    fields.wholeNumber("offset", 0, MOST, 0)))
        .then(ListQuery::checked);
  }

  private static Outcome<ListQuery> checked(ListQuery query) {
    boolean turned =
        query.from.isPresent() && query.to.filter(query.from.get()::isAfter).isPresent();
    return turned
        ? Outcome.refused(Reason.INVALID_PARAM_VALUE, "from should not be after to")
        : Outcome.done(query);
  }

  /** Whether something is of the contract asked for. */
  public boolean isOf(String market) {
    return contract.isEmpty() || contract.get().equals(market);
  }

  /** Whether something with an id is of the contract and the time asked for. */
  public boolean isOf(String market, long id) {
    return isOf(market) && ids().includes(id);
  }

  /** The ids given in the time asked for. */
  public IdRange ids() {
    return IdRange.between(from, to.map(ListQuery::endOfSecond));
  }

  /** How many of the newest have to be known. */
  public int wanted() {
    return offset + limit;
  }

  /** The part asked for of the newest. */
  public <T> List<T> part(List<T> newest) {
    return newest.subList(Math.min(offset, newest.size()), Math.min(offset + limit, newest.size()));
  }

  // Times are whole seconds: all of the last one counts.
  private static Instant endOfSecond(Instant to) {
    return to.toEpochMilli() % 1_000 == 0 ? to.plusMillis(999) : to;
  }
}
