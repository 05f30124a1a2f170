package venue.simulation.attack;

import static venue.domain.Samples.done;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.futures.Accepted;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Position;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.domain.resting.NewWaitingOrder;
import venue.domain.resting.RestingOrder.WaitingOrder;

/**
 * A tick, and what the price really is in the ten seconds after it; the next tick comes at their
 * end, and one more after it.
 *
 * @param truth at each second, from 0 to 10
 * @param anySecond one of the ten
 * @param later what the price is at the tick after the next
 */
record PriceGap(Market market, Tick tick, List<BigDecimal> truth, int anySecond, BigDecimal later) {
  static final int SECONDS = 10;
  private static final int TICK_SECONDS = 5;
  private static final double YEAR_SECONDS = 365d * 24 * 3600;
  private static final long CONTRACTS = 1_000;
  private static final BigDecimal CASH = Samples.number("10000");

  /**
   * A gap in a market whose volatility was 0.8 until so many ticks before it.
   *
   * @param sigma since then, per year
   */
  static PriceGap drawn(Dice dice, double sigma, int ticksSince) {
    Market market = Samples.market();
    Tick tick = Samples.tick(market, "1000");
    for (int i = 0; i < ticksSince; i++) {
      BigDecimal price = walked(dice, tick.price(), sigma, TICK_SECONDS);
      tick = Samples.after(market, tick, price.toPlainString(), TICK_SECONDS);
    }
    List<BigDecimal> truth = new ArrayList<>(List.of(tick.price()));
    for (int second = 1; second <= SECONDS; second++) {
      truth.add(walked(dice, truth.getLast(), sigma, 1));
    }
    return new PriceGap(
        market,
        tick,
        truth,
        dice.between(1, SECONDS),
        walked(dice, truth.getLast(), sigma, TICK_SECONDS));
  }

  /** The same gap in a market in which every order waits. */
  PriceGap waiting() {
    return new PriceGap(market.waiting(), tick, truth, anySecond, later);
  }

  private static BigDecimal walked(Dice dice, BigDecimal price, double sigma, int seconds) {
    double step = dice.bell() * sigma * Math.sqrt(seconds / YEAR_SECONDS);
    return BigDecimal.valueOf(price.doubleValue() * Math.exp(step))
        .setScale(4, RoundingMode.HALF_EVEN);
  }

  /** 1 if the price is really higher at a second than the tick says, else -1. */
  int direction(int second) {
    return truth.get(second).compareTo(tick.price()) >= 0 ? 1 : -1;
  }

  /** What an order at a second is worth at the next tick. */
  double markOut(int second) {
    return markOut(second, truth.getLast());
  }

  /** The first second at which an order pays for all it costs, if nothing changes any more. */
  Optional<Integer> firstThatPays() {
    for (int second = 1; second <= SECONDS; second++) {
      if (markOut(second, truth.get(second)) > 0) {
        return Optional.of(second);
      }
    }
    return Optional.empty();
  }

  /** The last second, if an order pays then for all it costs. */
  Optional<Integer> lastIfItPays() {
    return Optional.of(SECONDS).filter(second -> markOut(second) > 0);
  }

  /** Opened with the truth at a second and closed at the next tick: what is won, bp of notional. */
  private double markOut(int second, BigDecimal next) {
    FuturesDesk desk =
        new FuturesDesk(
            Samples.account(CASH.toPlainString()),
            Position.flat(market.contract()),
            Samples.shard(market),
            1,
            market,
            tick,
            tick.time().plusSeconds(second));
    FuturesOrder opening = Samples.order(market.name(), direction(second) * CONTRACTS);
    Tick after =
        new NextTick(market, BigDecimal.ZERO, 1)
            .good(Optional.of(tick), next, tick.time().plusSeconds(SECONDS));
    FuturesExecution closed =
        market.fill().waits() ? closedLater(opening, desk, after) : closed(opening, desk, after);
    BigDecimal notional = market.contract().base(CONTRACTS).multiply(tick.price());
    return closed
        .account()
        .cash()
        .subtract(CASH)
        .movePointRight(4)
        .divide(notional, MathContext.DECIMAL64)
        .doubleValue();
  }

  private FuturesExecution closed(FuturesOrder opening, FuturesDesk desk, Tick after) {
    FuturesExecution opened = done(MarketOrder.execute(opening, 1, desk));
    return done(
        MarketOrder.execute(
            Samples.closing(market.name()), 2, Samples.at(Samples.then(desk, opened), after)));
  }

  // Both orders wait: one for the next tick, one for the tick after that.
  private FuturesExecution closedLater(FuturesOrder opening, FuturesDesk desk, Tick after) {
    WaitingOrder waiting = done(new NewWaitingOrder(opening).accept(1, desk, List.of()));
    FuturesExecution opened =
        done(
            MarketOrder.rested(
                waiting.order(), new Accepted(1, waiting.time()), 2, Samples.at(desk, after)));
    Tick last =
        new NextTick(market, BigDecimal.ZERO, 1)
            .good(Optional.of(after), later, after.time().plusSeconds(TICK_SECONDS));
    return done(
        MarketOrder.rested(
            Samples.closing(market.name()),
            new Accepted(3, after.time()),
            4,
            Samples.at(Samples.then(desk, opened), last)));
  }
}
