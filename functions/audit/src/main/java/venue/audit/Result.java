package venue.audit;

import java.util.List;
import java.util.Optional;
import venue.domain.audit.Equity;
import venue.domain.audit.Finding;
import venue.domain.audit.Report;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;

/** What one call of the audit came to. */
sealed interface Result {

  /** In one line, if there is anything to tell. */
  Optional<String> line();

  /** As it is answered. */
  JsonObject json();

  /** Whether something is known not to hold. */
  default boolean differs() {
    return false;
  }

  /**
   * Makes the call of a schedule fail where something does not hold, so that somebody is told.
   *
   * @throws IllegalStateException if so
   */
  default void failIfScheduled(Call call) {
    if (call.bySchedule() && differs()) {
      throw new IllegalStateException(line().orElseThrow());
    }
  }

  /** The schedule came, and the last audit is less than a day old. */
  record NotDue() implements Result {
    @Override
    public Optional<String> line() {
      return Optional.empty();
    }

    @Override
    public JsonObject json() {
      return JsonObject.builder().put("state", "not_due").build();
    }
  }

  /** Another call has gone on with the same audit meanwhile. */
  record Overtaken() implements Result {
    @Override
    public Optional<String> line() {
      return Optional.of("audit: another call goes on with it");
    }

    @Override
    public JsonObject json() {
      return JsonObject.builder().put("state", "overtaken").build();
    }
  }

  /** There was no time for more; the next call goes on. */
  record Resting(Report report) implements Result {
    @Override
    public Optional<String> line() {
      return Optional.of(
          "audit: %d accounts and %d entries so far, %d differences"
              .formatted(report.accounts(), report.entries(), report.differences()));
    }

    @Override
    public JsonObject json() {
      return fields("resting", report).build();
    }
  }

  /** It is through. */
  record Finished(Report report) implements Result {
    @Override
    public boolean differs() {
      return !report.holds();
    }

    @Override
    public Optional<String> line() {
      String looked =
          "audit: %d accounts and %d entries".formatted(report.accounts(), report.entries());
      return Optional.of(
          report.holds()
              ? looked + ", everything holds"
              : looked + ", " + report.differences() + " differences; the first: " + firstLine());
    }

    private String firstLine() {
      return report.first().stream()
          .map(Finding::line)
          .findFirst()
          .orElseGet(() -> "equity of everybody fails by " + report.equity().gap().toPlainString());
    }

    @Override
    public JsonObject json() {
      Equity equity = report.equity();
      return fields(report.holds() ? "holds" : "differs", report)
          .put("users", equity.users())
          .put("units", equity.units())
          .put("house", equity.house())
          .put("insurance", equity.insurance())
          .put("fees", equity.fees())
          .put("paid_in", equity.paidIn())
          .put("gap", equity.gap())
          .build();
    }
  }

  private static JsonObject.Builder fields(String state, Report report) {
    List<Json> first =
        report.first().stream().<Json>map(finding -> new JsonText(finding.line())).toList();
    return JsonObject.builder()
        .put("state", state)
        .seconds("begun", report.begun())
        .put("accounts", report.accounts())
        .put("entries", report.entries())
        .put("differences", report.differences())
        .put("first", JsonArray.of(first));
  }
}
