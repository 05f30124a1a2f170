package venue.store;

import java.util.Optional;
import venue.domain.Side;
import venue.domain.futures.ClosedPosition;
import venue.domain.futures.Realised;

/** What a position came to, within the item of the trade that closed it. */
final class ClosedPositionItems {
  private static final String CLOSING = "closing";

  private ClosedPositionItems() {}

  static void write(Item item, Optional<ClosedPosition> closing) {
    closing.ifPresent(
        closed ->
            item.with(
                CLOSING,
                Item.empty()
                    .with("side", closed.side().name())
                    .with("trading", closed.realised().trading())
                    .with("funding", closed.realised().funding())
                    .with("fees", closed.realised().fees())
                    .with("most", closed.most())
                    .with("traded", closed.traded())
                    .with("openPrice", closed.openPrice())
                    .with("closePrice", closed.closePrice())
                    .with("openTime", closed.openTime())));
  }

  static Optional<ClosedPosition> read(Item item) {
    return item.has(CLOSING) ? Optional.of(closed(item.map(CLOSING))) : Optional.empty();
  }

  private static ClosedPosition closed(Item item) {
    return new ClosedPosition(
        Side.valueOf(item.text("side")),
        new Realised(item.number("trading"), item.number("funding"), item.number("fees")),
        item.whole("most"),
        item.whole("traded"),
        item.number("openPrice"),
        item.number("closePrice"),
        item.time("openTime"));
  }
}
