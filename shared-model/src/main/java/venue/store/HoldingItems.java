package venue.store;

import java.util.Optional;
import venue.domain.smartleverage.Basis;
import venue.domain.smartleverage.Holding;
import venue.domain.smartleverage.Outlay;

/** A holding as an item. */
final class HoldingItems {

  private HoldingItems() {}

  static Item write(long account, Holding holding) {
    Item item =
        Item.at(Key.holding(account, holding.fund()))
            .with("fund", holding.fund())
            .with("series", holding.series())
            .with("epoch", holding.epoch())
            .with("units", holding.units())
            .with("paid", holding.paid())
            .with("updateTime", holding.updateTime());
    holding
        .basis()
        .ifPresent(
            basis ->
                item.with("basisValue", basis.value())
                    .with("basisExposure", basis.exposure())
                    .with("basisExposureValue", basis.exposureValue())
                    .with("basisFunding", basis.outlay().funding())
                    .with("basisFee", basis.outlay().fee())
                    .with("basisCost", basis.outlay().cost()));
    return item;
  }

  static Holding read(Item item) {
    return new Holding(
        item.text("fund"),
        item.whole("series"),
        item.whole("epoch"),
        item.number("units"),
        item.number("paid"),
        item.time("updateTime"),
        item.has("basisValue") ? Optional.of(basis(item)) : Optional.empty());
  }

  private static Basis basis(Item item) {
    return new Basis(
        item.number("basisValue"),
        item.number("basisExposure"),
        item.number("basisExposureValue"),
        new Outlay(item.number("basisFunding"), item.number("basisFee"), item.number("basisCost")));
  }
}
