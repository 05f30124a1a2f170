package venue.domain.futures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import venue.domain.account.Account;
import venue.domain.market.Contract;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * The positions of an account that its free cash backs together. A leg is a position without margin
 * of its own; profit of one leg bears the loss of another.
 *
 * @param cash {@code C}: the account's cash without the margin of its isolated positions, USDT
 * @param legs in any order; flat ones weigh nothing
 */
public record CrossMargin(BigDecimal cash, List<Leg> legs) {
  /**
   * So many legs an account may have: a liquidation stores the trigger of each in one transaction.
   */
  public static final int LEGS_MOST = 20;

  public CrossMargin {
    legs = List.copyOf(legs);
  }

  /**
   * One position and what it is judged by.
   *
   * @param position with margin 0; its leverage limits what may be opened and backs nothing
   * @param contract with the tier table of the position's version
   * @param price {@code P} of its market's last good tick, USDT
   * @param fundingIndex {@code F} of the same tick, so that the sweep at that tick has judged both,
   *     USDT per base unit
   */
  public record Leg(
      Position position, Contract contract, BigDecimal price, BigDecimal fundingIndex) {

    /** {@code |q|·P}, exact, USDT. */
    public BigDecimal notional() {
      return contract.base(Math.abs(position.size())).multiply(price);
    }

    /** {@code q(P − E) − q(F − F₀)}: what it adds to the equity, exact, USDT. */
    public BigDecimal result() {
      return position
          .unrealised(contract, price)
          .subtract(position.fundingOwed(contract, fundingIndex));
    }

    /** Maintenance margin: the highest of the tiers' lines, exact, USDT. */
    public BigDecimal maintenance() {
      return contract.maintenance(position.size(), price);
    }

    /** What it adds to the account's slack: its result less its maintenance, exact, USDT. */
    public BigDecimal slack() {
      return result().subtract(maintenance());
    }

    /** Initial margin of its value at {@code P}, rounded up, USDT. */
    public BigDecimal initialMargin() {
      return Position.initialMargin(notional(), position.leverage(), contract.takerFeeRate());
    }
  }

  /** The margin of an account with these open cross positions. */
  public static CrossMargin of(Account account, List<CrossLeg> legs) {
    return new CrossMargin(account.free(), legs.stream().map(CrossLeg::leg).toList());
  }

  /**
   * Whether all legs can be valued now. While one's market has no fresh price, what backs it stays.
   *
   * @param now venue time
   */
  public static boolean areFresh(List<CrossLeg> legs, Instant now) {
    return legs.stream().allMatch(leg -> leg.isTradableAt(now));
  }

  /**
   * What an account with these open cross positions has available, USDT; what is set aside for its
   * orders is not.
   */
  public static BigDecimal available(Account account, List<CrossLeg> legs) {
    return of(account, legs).available().subtract(account.orderMargin());
  }

  /**
   * The liquidation price of an open position, isolated or cross, the other prices unchanged, USDT.
   *
   * @param others the account's open cross positions in other markets
   */
  public static BigDecimal liquidationPrice(
      Account account, Position position, Market market, Tick tick, List<CrossLeg> others) {
    if (!position.cross()) {
      return LiquidationPrice.of(position, market.contract(), tick.fundingIndex()).price();
    }
    CrossLeg own = new CrossLeg(position, market, tick);
    List<CrossLeg> legs = new ArrayList<>(others);
    legs.add(own);
    return of(account, legs).liquidationPrice(own.leg());
  }

  /** Equity: {@code C + Σ(q(P − E) − q(F − F₀))}, exact, USDT. */
  public BigDecimal equity() {
    return legs.stream().map(Leg::result).reduce(cash, BigDecimal::add);
  }

  /** Maintenance margin of all legs, exact, USDT. */
  public BigDecimal maintenance() {
    return legs.stream().map(Leg::maintenance).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** {@code S}: equity less maintenance, exact, USDT; negative: so much is missing. */
  public BigDecimal slack() {
    return equity().subtract(maintenance());
  }

  /** Whether a leg is open and equity is at or below maintenance, so that one is to be reduced. */
  public boolean isDue() {
    return legs.stream().anyMatch(leg -> !leg.position().isFlat()) && slack().signum() <= 0;
  }

  /** Initial margin of all legs at their prices, each rounded up, USDT. */
  public BigDecimal initialMargin() {
    return legs.stream().map(Leg::initialMargin).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * What orders, new positions and withdrawals may take: {@code C + Σ min(0, result) − initial
   * margin}, USDT. A leg's loss counts, its profit does not, not even against another leg's loss;
   * negative: so much is missing.
   */
  public BigDecimal available() {
    return legs.stream()
        .map(leg -> leg.result().min(BigDecimal.ZERO))
        .reduce(cash, BigDecimal::add)
        .subtract(initialMargin());
  }

  /**
   * The price of one leg's market at which the account is due while the other prices stay, found
   * with the tier in force at that price. It is that of an isolated position whose margin is what
   * the rest of the account leaves it: {@code C + Σ slack} over the other legs. Beside a leg on the
   * other side of the same market it is that of both together.
   *
   * @param leg an open one of this account
   * @return half-even to two decimals more than the contract's price step, USDT; 0 when no positive
   *     price exists
   * @throws IllegalArgumentException if the leg is flat
   */
  public BigDecimal liquidationPrice(Leg leg) {
    List<Leg> inMarket =
        legs.stream()
            .filter(
                other ->
                    other.equals(leg) || other.position().slot().isBeside(leg.position().slot()))
            .toList();
    BigDecimal left = slack();
    for (Leg moving : inMarket) {
      left = left.subtract(moving.slack());
    }
    if (inMarket.size() > 1) {
      return HedgedLiquidationPrice.of(left, inMarket, leg.position().side());
    }
    return LiquidationPrice.of(leg.position().withMargin(left), leg.contract(), leg.fundingIndex())
        .price();
  }
}
