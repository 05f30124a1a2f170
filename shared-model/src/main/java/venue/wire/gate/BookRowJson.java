package venue.wire.gate;

import java.util.List;
import java.util.Optional;
import venue.domain.history.BookRow;
import venue.wire.json.JsonObject;

/** A line of an account's book as Gate shows it. */
public final class BookRowJson {
  /** All types that Gate has, of which the venue uses the first four. */
  public static final List<String> TYPES =
      List.of(
          "dnw",
          "pnl",
          "fee",
          "fund",
          "refr",
          "point_dnw",
          "point_fee",
          "point_refr",
          "bonus_offset");

  private BookRowJson() {}

  /** The line; its id is that of the entry with the type, of which an entry has one line. */
  public static JsonObject of(BookRow row) {
    Optional<String> instrument = row.event().instrument();
    return JsonObject.builder()
        .seconds("time", row.time())
        .put("change", row.change())
        .put("balance", row.balance())
        .put("type", type(row))
        .put("text", instrument.orElse(""))
        .put("contract", instrument.orElse(""))
        .put("trade_id", row.trade().map(id -> Long.toString(id)).orElse(""))
        .put("id", row.event().entry().id() + "-" + type(row))
        .build();
  }

  /** The line's type. */
  public static String type(BookRow row) {
    return switch (row.type()) {
      case TRANSFER -> "dnw";
      case RESULT -> "pnl";
      case FEE -> "fee";
      case FUNDING -> "fund";
    };
  }
}
