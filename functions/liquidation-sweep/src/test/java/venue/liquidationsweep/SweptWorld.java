package venue.liquidationsweep;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.account.Account;
import venue.domain.futures.CrossLeg;
import venue.domain.futures.CrossMargin;
import venue.domain.futures.LiquidationPrice;
import venue.domain.futures.Position;
import venue.domain.market.Contract;
import venue.store.AccountState;

/** Portfolios, prices and funding drawn at random, and what accounts do between two ticks. */
final class SweptWorld implements AutoCloseable {
  static final List<String> MARKETS =
      List.of("ADA", "BNB", "BTC", "ETH", "LTC", "SOL", "TRX", "XRP").stream()
          .map(base -> base + "_USDT")
          .toList();
  private static final int ACCOUNTS = 8;
  private static final BigDecimal LOWEST = Samples.number("100");
  private static final BigDecimal HIGHEST = Samples.number("10000");
  private final Dice dice;
  final SweptVenue venue = new SweptVenue(MARKETS);
  final List<Long> accounts =
      LongStream.rangeClosed(1, ACCOUNTS).map(i -> Samples.ACCOUNT + i).boxed().toList();
  private final Map<String, BigDecimal> skews = new TreeMap<>();

  SweptWorld(Dice dice) {
    this.dice = dice;
    for (long account : accounts) {
      venue.open(account, BigDecimal.ONE);
      fill(account);
    }
  }

  /** One to six cross positions and up to two isolated ones, each in a market of its own. */
  private void fill(long account) {
    BigDecimal cash = dice.magnitude(3, 5, 6);
    venue.pay(account, cash);
    List<String> free = new ArrayList<>(MARKETS);
    int cross = dice.between(1, 6);
    for (int i = 0; i < cross + dice.between(0, 2); i++) {
      String market = dice.oneOf(free);
      free.remove(market);
      boolean isCross = i < cross;
      venue.gear(account, market, isCross ? 50 : dice.between(5, 50), isCross);
      BigDecimal share =
          dice.between("0.5", "9", 3).divide(BigDecimal.valueOf(cross), RoundingMode.UP);
      venue.trade(account, market, size(market, cash.multiply(share)));
    }
  }

  /** Contracts worth so much, of either sign, at least one. */
  private long size(String market, BigDecimal worth) {
    BigDecimal one = venue.market(market).contract().base(1).multiply(venue.tick(market).price());
    long size = Math.max(1, worth.divide(one, 0, RoundingMode.DOWN).longValue());
    return dice.chance(0.5) ? size : -size;
  }

  /** All markets tick: a few per cent, or a jump; one perhaps to just where somebody is due. */
  void tick() {
    venue.pass(dice.chance(0.5) ? Duration.ofSeconds(5) : Duration.ofMinutes(dice.between(1, 480)));
    Map<String, BigDecimal> prices = new TreeMap<>();
    for (String market : MARKETS) {
      prices.put(market, walked(venue.tick(market).price()));
    }
    if (dice.chance(0.5)) {
      attack(dice.oneOf(accounts), prices);
    }
    prices.forEach((market, price) -> venue.tick(market, price, skew(market)));
  }

  /** Mostly what it was, so that funding goes one way for a while. */
  private BigDecimal skew(String market) {
    BigDecimal other = dice.between("-1000", "1000", 2);
    return skews.merge(market, other, (before, next) -> dice.chance(0.8) ? before : next);
  }

  private BigDecimal walked(BigDecimal price) {
    BigDecimal step =
        dice.chance(0.04) ? dice.between("-0.6", "0.6", 4) : dice.between("-0.015", "0.015", 5);
    return price
        .multiply(BigDecimal.ONE.add(step))
        .setScale(2, RoundingMode.HALF_EVEN)
        .max(LOWEST)
        .min(HIGHEST);
  }

  /** All other prices stay, so that the account is a price step beyond being due, or before it. */
  private void attack(long account, Map<String, BigDecimal> prices) {
    AccountState state = venue.state(account);
    if (state.open().isEmpty()) {
      return;
    }
    Position position = dice.oneOf(state.open());
    Contract contract = venue.market(position.market()).contract();
    BigDecimal price =
        liquidationPrice(state, position, contract).setScale(2, RoundingMode.HALF_EVEN);
    BigDecimal step = contract.priceStep().multiply(BigDecimal.valueOf(dice.between(-1, 1)));
    BigDecimal next = price.add(step);
    if (next.compareTo(LOWEST) > 0 && next.compareTo(HIGHEST) < 0) {
      MARKETS.forEach(market -> prices.put(market, venue.tick(market).price()));
      prices.put(position.market(), next);
    }
  }

  private BigDecimal liquidationPrice(AccountState state, Position position, Contract contract) {
    if (!position.cross()) {
      return LiquidationPrice.of(position, contract, venue.tick(position.market()).fundingIndex())
          .price();
    }
    List<CrossLeg> legs = venue.standing(state).legs();
    return legs.stream()
        .filter(leg -> leg.market().name().equals(position.market()))
        .map(leg -> CrossMargin.of(state.account(), legs).liquidationPrice(leg.leg()))
        .findFirst()
        .orElseThrow();
  }

  /** Somebody trades or takes money out; who has lost everything begins anew. */
  void trade() {
    for (long account : accounts) {
      AccountState state = venue.state(account);
      if (state.open().isEmpty()) {
        fill(account);
      } else if (dice.chance(0.3)) {
        change(state.account(), dice.oneOf(state.open()));
      }
    }
  }

  private void change(Account account, Position position) {
    if (dice.chance(0.4)) {
      venue.withdraw(account.number(), dice.between("0.1", "1", 2));
    } else {
      BigDecimal part = dice.between("-1", "0.5", 2);
      long size = BigDecimal.valueOf(position.size()).multiply(part).longValue();
      venue.trade(account.number(), position.market(), size == 0 ? 1 : size);
    }
  }

  @Override
  public void close() {
    venue.close();
  }
}
