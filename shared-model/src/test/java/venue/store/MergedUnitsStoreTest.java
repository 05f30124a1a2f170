package venue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.audit.Equity;
import venue.domain.audit.Report;
import venue.domain.house.HouseBooks;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Outlay;
import venue.function.TestVenue;

/** Somebody holds units with eight decimals from before any merge; the house has a million. */
class MergedUnitsStoreTest {
  private final TestVenue venue = new TestVenue();
  private final Market market = Samples.market();

  @AfterEach
  void close() {
    venue.close();
  }

  private static Fund fund(long epoch, Tick tick) {
    return new Fund(
        tick.market() + "_SHORT",
        tick.market(),
        Side.SHORT,
        1,
        epoch,
        number("0.123456789012345678"),
        tick.price(),
        tick.fundingIndex(),
        tick.time(),
        number("-0.000123456789012345"),
        number("0.02"),
        9,
        Outlay.NONE);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 6})
  void aTickCanBeStoredHoweverOftenUnitsWereMerged(long epoch) {
    Tick last = venue.markets().page(market.name()).orElseThrow().tick().orElseThrow();
    Fund fund = fund(epoch, last);
    HouseShard shard =
        Samples.shard(market).withUnits(fund.seriesName(), number("123456789.12345678"));
    HouseBooks books = HouseBooks.of(List.of(shard));
    Tick next =
        new NextTick(market, books.skew(market.contract(), List.of(fund)), 0)
            .good(Optional.of(last), number("1000.5"), last.time().plusSeconds(5));
    Tick told = next.withHouse(books.figures(market.contract(), next, List.of(fund)));
    Tick stored = venue.markets().append(told).inForce().orElseThrow();
    Tick read = venue.markets().tick(market.name(), stored.sequence()).orElseThrow();
    assertThat(read.houseEquity().orElseThrow())
        .isEqualByComparingTo(told.houseEquity().orElseThrow());
    assertThat(read.house().orElseThrow().units(Side.SHORT))
        .isEqualByComparingTo(fund.ofFirstUnits(number("123456789.12345678")));
  }

  @Test
  void anAuditKeepsAWorthOfAsManyDigitsAsThereAre() {
    BigDecimal worth = number("1234567890123.123456789012345678901234567890123456");
    Report report =
        new Report(
            Samples.START,
            1,
            2,
            0,
            List.of(),
            new Equity(
                BigDecimal.ONE,
                worth,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ONE));
    Item item = AuditItems.write(report);
    Item asStored = Item.of(Map.copyOf(item.attributes()));
    assertThat(AuditItems.readReport(asStored).equity().units()).isEqualByComparingTo(worth);
    assertThat(item.text("unitsWorth")).isEqualTo(worth.toPlainString());
  }
}
