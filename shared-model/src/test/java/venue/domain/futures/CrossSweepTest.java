package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.futures.CrossMargin.Leg;

/**
 * Accounts with cross margin and isolated positions in markets that walk, jump and fund at random,
 * and now and then go just where somebody is due. At each step a comparison of keys, as the index
 * makes it, is held against a look at everyone.
 */
class CrossSweepTest {
  private static final int WORLDS = 150;
  private static final int STEPS = 40;
  private static final int ACCOUNTS = 8;

  private final Count cross = new Count();
  private final Count isolated = new Count();
  private int changes;
  private int redrawnByChanges;

  private static final class Count {
    int looks;
    int due;
    int dueByAllowance;
    int inVain;

    void add(boolean isDue, boolean found, boolean foundUnwidened) {
      looks++;
      due += isDue ? 1 : 0;
      dueByAllowance += isDue && !foundUnwidened ? 1 : 0;
      inVain += found && !isDue ? 1 : 0;
    }

    @Override
    public String toString() {
      return "%d looks, %d due (%d of them found by the allowance alone), %d found with nothing due"
          .formatted(looks, due, dueByAllowance, inVain);
    }
  }

  /** An isolated position and its key as it was written. */
  private record Isolated(SweptMarket market, Position position, LiquidationPrice key) {

    static Isolated open(Dice dice, SweptMarket market) {
      while (true) {
        Leg leg = market.leg(dice);
        BigDecimal margin =
            leg.notional().multiply(dice.between("0.01", "1", 4)).setScale(12, RoundingMode.UP);
        Position position = leg.position().withMargin(margin);
        if (!position.isDue(leg.contract(), leg.price(), leg.fundingIndex())) {
          return new Isolated(
              market, position, LiquidationPrice.of(position, leg.contract(), leg.fundingIndex()));
        }
      }
    }

    boolean isDue() {
      Leg leg = market.at(position);
      return position.isDue(leg.contract(), leg.price(), leg.fundingIndex());
    }

    /** Moves the market to where the position is due. */
    void attacked() {
      Leg leg = market.at(position);
      LiquidationPrice now = LiquidationPrice.of(position, leg.contract(), leg.fundingIndex());
      market.moveBeyond(now.price(), position.side());
    }

    boolean isFound() {
      return market.finds(position.side(), key.tier(), key.key());
    }

    boolean isFoundUnwidened() {
      return market.findsUnwidened(position.side(), key.tier(), key.key());
    }
  }

  @Test
  void nobodyIsDueWhomTheComparisonOfKeysDoesNotFind() {
    Dice.forEach(WORLDS, this::walk);
    System.out.printf("Sweep, cross: %s%n", cross);
    System.out.printf("Sweep, isolated: %s%n", isolated);
    System.out.printf(
        "Boxes: of %d changes of cash or a leg %d had the whole box drawn again%n",
        changes, redrawnByChanges);
    assertThat(cross.due).isGreaterThan(500);
    assertThat(isolated.due).isGreaterThan(500);
    assertThat(isolated.dueByAllowance).isPositive();
    assertThat(cross.looks - cross.due - cross.inVain).isGreaterThan(cross.looks / 2);
  }

  private void walk(Dice dice) {
    List<SweptMarket> markets = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      markets.add(new SweptMarket(dice));
    }
    List<SweptAccount> accounts = new ArrayList<>();
    List<Isolated> positions = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS; i++) {
      accounts.add(new SweptAccount(dice, markets));
      positions.add(Isolated.open(dice, dice.oneOf(markets)));
    }
    for (int step = 0; step < STEPS; step++) {
      markets.forEach(market -> market.move(dice));
      if (dice.chance(0.2)) {
        dice.oneOf(accounts).attacked(dice);
      }
      if (dice.chance(0.2)) {
        dice.oneOf(positions).attacked();
      }
      for (int i = 0; i < ACCOUNTS; i++) {
        accounts.set(i, swept(dice, accounts.get(i), markets));
        positions.set(i, swept(dice, positions.get(i), markets));
      }
    }
  }

  /** The account with its box drawn again if it was found, and another in place of one due. */
  private SweptAccount swept(Dice dice, SweptAccount account, List<SweptMarket> markets) {
    CrossMargin margin = account.margin();
    boolean due = margin.isDue();
    boolean found = account.isFound();
    assertThat(found || !due).as("%s", margin).isTrue();
    cross.add(due, found, account.isFoundUnwidened());
    if (due) {
      return new SweptAccount(dice, markets);
    }
    if (found) {
      account.redraw();
    }
    if (dice.chance(0.2)) {
      changes++;
      boolean redrawn = dice.chance(0.5) ? account.cashMoves(dice) : account.legChanges(dice);
      redrawnByChanges += redrawn ? 1 : 0;
    }
    return account;
  }

  private Isolated swept(Dice dice, Isolated position, List<SweptMarket> markets) {
    boolean due = position.isDue();
    boolean found = position.isFound();
    assertThat(found || !due).as("%s", position).isTrue();
    isolated.add(due, found, position.isFoundUnwidened());
    return due ? Isolated.open(dice, dice.oneOf(markets)) : position;
  }
}
