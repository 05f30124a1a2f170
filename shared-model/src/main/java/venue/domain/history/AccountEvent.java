package venue.domain.history;

import java.util.Optional;
import venue.domain.account.Account;
import venue.domain.account.Balance;
import venue.domain.account.JournalEntry;
import venue.domain.account.Movement;
import venue.domain.account.Posting;
import venue.domain.futures.ClosedPosition;
import venue.domain.futures.DeleverageFill;
import venue.domain.futures.FuturesFill;
import venue.domain.futures.LiquidationFill;
import venue.domain.smartleverage.UnitFill;

/** What happened in an account by one of its journal entries. */
public sealed interface AccountEvent {

  /** What it did to the books. */
  JournalEntry entry();

  /** The contract or the product it was in; none of a deposit or withdrawal. */
  Optional<String> instrument();

  /** What a position came to that it closed. */
  default Optional<ClosedPosition> closing() {
    return Optional.empty();
  }

  /** The account's number of this entry: 1 for its first, then one more each, no gap. */
  default long sequence() {
    return posting().sequence();
  }

  /** What it did to the account's cash. */
  default Movement cash() {
    return posting().movements().stream()
        .filter(movement -> movement.balance().equals(Balance.CASH))
        .findFirst()
        .orElseThrow();
  }

  private Posting posting() {
    return entry().postings().stream()
        .filter(posting -> Account.isBook(posting.book()))
        .findFirst()
        .orElseThrow();
  }

  /** A futures order filled. */
  record OrderFilled(FuturesFill fill) implements AccountEvent {

    @Override
    public JournalEntry entry() {
      return fill.entry();
    }

    @Override
    public Optional<String> instrument() {
      return Optional.of(fill.order().market());
    }

    @Override
    public Optional<ClosedPosition> closing() {
      return fill.closing();
    }
  }

  /** A position was liquidated, in part or whole. */
  record Liquidated(LiquidationFill fill) implements AccountEvent {

    @Override
    public JournalEntry entry() {
      return fill.entry();
    }

    @Override
    public Optional<String> instrument() {
      return Optional.of(fill.market());
    }

    @Override
    public Optional<ClosedPosition> closing() {
      return fill.closing();
    }
  }

  /** A winning position was closed, in part or whole, to protect the house. */
  record Deleveraged(DeleverageFill fill) implements AccountEvent {

    @Override
    public JournalEntry entry() {
      return fill.entry();
    }

    @Override
    public Optional<String> instrument() {
      return Optional.of(fill.market());
    }

    @Override
    public Optional<ClosedPosition> closing() {
      return fill.closing();
    }
  }

  /** Units of a fund were bought or sold. */
  record UnitsTraded(UnitFill fill) implements AccountEvent {

    @Override
    public JournalEntry entry() {
      return fill.entry();
    }

    @Override
    public Optional<String> instrument() {
      return Optional.of(fill.order().fund());
    }
  }

  /** A position's funding was settled by a change of its leverage or margin. */
  record FundingSettled(String market, JournalEntry entry) implements AccountEvent {

    @Override
    public Optional<String> instrument() {
      return Optional.of(market);
    }
  }

  /** A deposit or a withdrawal. */
  record Transferred(JournalEntry entry) implements AccountEvent {

    @Override
    public Optional<String> instrument() {
      return Optional.empty();
    }
  }
}
