package venue.liquidationsweep;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Reason;
import venue.domain.Samples;
import venue.domain.account.Transfer;
import venue.domain.advance.Standing;
import venue.domain.futures.LiquidationFill;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.function.TestVenue;
import venue.store.MarketPage;

class CrossAccountAttacksTest extends CrossAccount {

  @Test
  void nobodyGainsByAStopOnOneLegOfAHedge() {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, -50_000));
    stop(BTC, "700");
    tick(BTC, "600");
    tick(ETH, "600");
    advancing.advance(Samples.ACCOUNT);
    assertThat(size(BTC)).isZero();
    trade(ETH, Samples.closing(ETH));
    assertThat(account().cash()).isBetween(number("9000"), number("10000"));
  }

  @Test
  void aStopOnOneLegDoesNotSpareTheOtherAtLaterTicks() {
    trade(BTC, Samples.order(BTC, 20_000));
    trade(ETH, Samples.order(ETH, 80_000));
    stop(BTC, "950");
    for (String eth : List.of("999", "880", "1000")) {
      tick(BTC, "949");
      tick(ETH, eth);
    }
    advancing.advance(Samples.ACCOUNT);
    assertThat(liquidations()).isNotEmpty().allMatch(fill -> fill.market().equals(ETH));
  }

  @Test
  void theLiquidationOfAnIsolatedPositionDoesNotSpareTheCrossOnes() {
    venue.openMarket(Samples.market("SOL_USDT", "1000"));
    trade("SOL_USDT", Samples.order("SOL_USDT", 1_000));
    trade(BTC, Samples.order(BTC, 48_000));
    trade(ETH, Samples.order(ETH, 48_000));
    for (String price : List.of("999", "890", "1000")) {
      tick("SOL_USDT", "500");
      tick(BTC, price);
      tick(ETH, price);
    }
    advancing.advance(Samples.ACCOUNT);
    assertThat(liquidations()).extracting(LiquidationFill::market).contains("SOL_USDT", BTC);
  }

  @Test
  void whatBacksALegStaysWhileTheLegHasNoPrice() {
    trade(BTC, Samples.order(BTC, 40_000));
    for (int i = 0; i < 3; i++) {
      MarketPage page = venue.markets().page(BTC).orElseThrow();
      Tick last = page.tick().orElseThrow();
      venue
          .markets()
          .append(
              new NextTick(page.market(), last.skew(), 1)
                  .degraded(last, last.time().plusSeconds(5)));
    }
    Standing standing = advancing.standing(state(), Optional.empty());
    assertThat(
            Samples.refused(
                Transfer.withdrawal(
                    account(),
                    standing.legs(),
                    number("100"),
                    ++id,
                    TestVenue.NOW.plusSeconds(15))))
        .isEqualTo(Reason.TOO_BUSY);
  }

  @Test
  void aLiquidationThatIsDoneCostsLaterRequestsNothing() throws IOException {
    trade(BTC, Samples.order(BTC, 50_000));
    trade(ETH, Samples.order(ETH, 50_000));
    tick(BTC, "905");
    tick(ETH, "905");
    sweep();
    assertThat(liquidations()).isNotEmpty();
    assertThat(account().cross().orElseThrow().judged()).isEmpty();
  }
}
