package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.at;
import static venue.domain.Samples.desk;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.account.Account;
import venue.domain.account.JournalEntry;
import venue.domain.house.HouseShard;
import venue.domain.market.Contract;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;

class LiquidationTest {
  private static final String MARKET = "BTC_USDT";
  private static final HouseShard HELPER =
      HouseShard.empty(MARKET, 1).funded(BigDecimal.ZERO, number("500"));

  private static FuturesDesk holding(long size, int leverage) {
    FuturesDesk desk = desk();
    PositionChange change = done(LeverageChange.decide(leverage, 1, desk));
    FuturesDesk geared = with(desk, change.account(), change.position(), desk.shard());
    FuturesExecution opened = done(MarketOrder.execute(order(MARKET, size), 2, geared));
    return with(geared, opened.account(), opened.position(), opened.shard());
  }

  private static FuturesDesk with(
      FuturesDesk desk, Account account, Position position, HouseShard shard) {
    return new FuturesDesk(
        account, position, shard, desk.shards(), desk.market(), desk.tick(), desk.now());
  }

  private static FuturesDesk atPrice(FuturesDesk desk, String price) {
    return at(desk, Samples.after(desk.market(), desk.tick(), price, 5));
  }

  private static Optional<Liquidation> liquidation(FuturesDesk desk) {
    return Liquidation.due(3, desk, List.of(HELPER));
  }

  @Test
  void leavesAPositionAloneThatIsNotDue() {
    FuturesDesk desk = holding(1000, 10);
    assertThat(liquidation(atPrice(desk, "911"))).isEmpty();
    assertThat(liquidation(atPrice(desk, "900"))).isPresent();
  }

  @Test
  void waitsForAGoodTick() {
    FuturesDesk desk = atPrice(holding(1000, 10), "900");
    Tick degraded =
        new NextTick(desk.market(), BigDecimal.ZERO, 0)
            .degraded(desk.tick(), desk.now().plusSeconds(5));
    assertThat(liquidation(at(desk, degraded))).isEmpty();
  }

  @Test
  void reducesToTwiceMaintenanceAndKeepsTheRest() {
    FuturesDesk desk = atPrice(holding(1000, 10), "904");
    Liquidation done = liquidation(desk).orElseThrow();
    Contract contract = desk.market().contract();
    BigDecimal price = desk.tick().price();
    BigDecimal equity = done.position().equity(contract, price, desk.tick().fundingIndex());
    BigDecimal target = contract.maintenance(done.position().size(), price).multiply(number("2"));
    assertThat(done.position().size()).isBetween(1L, 999L);
    assertThat(equity).isBetween(target.subtract(number("0.01")), target.add(number("0.02")));
    assertThat(done.fill().closed()).isEqualTo(done.position().size() - 1000);
    assertThat(done.shards().getFirst().traded().since(desk.shard().traded()).contracts())
        .isEqualTo(-done.fill().closed());
    assertThat(done.fill().fee()).isPositive();
    assertThat(done.shards().getFirst().insurance())
        .isEqualByComparingTo(desk.shard().insurance().add(done.fill().fee()));
    assertThat(done.account().positionMargin()).isEqualByComparingTo(done.position().margin());
  }

  @Test
  void closesASingleContractAndGivesBackWhatIsLeft() {
    FuturesDesk desk = atPrice(holding(1, 10), "904");
    Liquidation done = liquidation(desk).orElseThrow();
    assertThat(done.position().isFlat()).isTrue();
    assertThat(done.fill().returned()).isPositive();
    assertThat(done.account().positionMargin()).isZero();
    assertThat(done.account().cash())
        .isEqualByComparingTo(
            desk.account().cash().subtract(desk.position().margin()).add(done.fill().returned()));
  }

  @Test
  void takesNoMoreThanTheMarginHoweverDeepThePriceFalls() {
    FuturesDesk desk = atPrice(holding(1000, 10), "500");
    Liquidation done = liquidation(desk).orElseThrow();
    assertThat(done.account().cash())
        .isEqualByComparingTo(desk.account().cash().subtract(desk.position().margin()));
    assertThat(done.fill().uncovered()).isBetween(number("395"), number("400"));
    assertThat(done.fill().insured()).isEqualByComparingTo(done.fill().uncovered());
    assertThat(done.fill().fee()).isZero();
  }

  @Test
  void theInsuranceOfAllShardsPaysAndTheHouseBearsTheRest() {
    FuturesDesk poor = atPrice(holding(1000, 10), "100");
    HouseShard shard = poor.shard();
    HouseShard bare = shard.booked(BigDecimal.ZERO, BigDecimal.ZERO, number("-99900"));
    FuturesDesk desk = with(poor, poor.account(), poor.position(), bare);
    Liquidation done = liquidation(desk).orElseThrow();
    assertThat(done.fill().insured()).isEqualByComparingTo("600");
    assertThat(done.shards()).hasSize(2).allMatch(after -> after.insurance().signum() == 0);
    assertThat(done.fill().uncovered()).isGreaterThan(number("600"));
    assertThat(done.shards().getFirst().cash())
        .isEqualByComparingTo(bare.cash().add(desk.position().margin()).add(number("600")));
  }

  @Test
  void noLiquidationEverCostsMoreThanTheMarginOrLeavesAPositionDue() {
    Dice.forEach(
        3_000,
        dice -> {
          long size = dice.oneOf(List.of(-1L, 1L)) * dice.between(1, 3_000);
          FuturesDesk opened = holding(size, dice.between(2, 25));
          String price = dice.between("300", "1900", 3).toPlainString();
          FuturesDesk desk = atPrice(opened, price);
          Optional<Liquidation> liquidation = liquidation(desk);
          assertThat(liquidation.isPresent()).isEqualTo(desk.isDue());
          liquidation.ifPresent(
              done -> {
                JournalEntry entry = done.fill().entry();
                assertThat(entry.postings()).hasSizeBetween(2, 3);
                assertThat(done.account().cash())
                    .isGreaterThanOrEqualTo(
                        desk.account().cash().subtract(desk.position().margin()));
                assertThat(done.account().available()).isNotNegative();
                assertThat(done.shards()).allMatch(after -> after.insurance().signum() >= 0);
                assertThat(
                        done.position()
                            .isDue(
                                desk.market().contract(),
                                desk.tick().price(),
                                desk.tick().fundingIndex()))
                    .isFalse();
              });
        });
  }
}
