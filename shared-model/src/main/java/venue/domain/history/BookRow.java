package venue.domain.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.futures.DeleverageFill;
import venue.domain.futures.FuturesFill;
import venue.domain.futures.LiquidationFill;
import venue.domain.smartleverage.UnitFill;

/**
 * One line of an account's book: a part of what one entry did to its cash. The lines of an account
 * are a chain without a gap, each balance the one before it plus the change.
 *
 * @param event the entry it is part of; at most one line of a type is
 * @param change never zero, USDT
 * @param balance the account's cash after it, position margin included, USDT
 */
public record BookRow(AccountEvent event, Type type, BigDecimal change, BigDecimal balance) {

  /** Why cash changes. */
  public enum Type {
    /** In or out: deposits and withdrawals, and what units are bought and sold for. */
    TRANSFER,
    /** Realised by reducing a position. */
    RESULT,
    /** A fee for an order, a liquidation or units. */
    FEE,
    /** Funding received or paid. */
    FUNDING
  }

  /**
   * The lines of an entry, in the order in which the rules book them; none if cash did not change.
   */
  public static List<BookRow> of(AccountEvent event) {
    BigDecimal change = event.cash().change();
    return switch (event) {
      case AccountEvent.OrderFilled(FuturesFill fill) ->
          new Lines(event)
              .with(Type.FUNDING, fill.funding())
              .with(Type.RESULT, fill.result())
              .with(Type.FEE, fill.fee().negate())
              .rows();
      case AccountEvent.Liquidated(LiquidationFill fill) -> liquidated(event, fill);
      case AccountEvent.Deleveraged(DeleverageFill fill) ->
          new Lines(event)
              .with(Type.FUNDING, fill.funding())
              .with(Type.RESULT, fill.result())
              .rows();
      case AccountEvent.UnitsTraded(UnitFill fill) ->
          new Lines(event)
              .with(Type.TRANSFER, fill.cash().add(fill.fee()))
              .with(Type.FEE, fill.fee().negate())
              .rows();
      case AccountEvent.FundingSettled _ -> new Lines(event).with(Type.FUNDING, change).rows();
      case AccountEvent.Transferred _ -> new Lines(event).with(Type.TRANSFER, change).rows();
    };
  }

  // What the margin does not cover is not the user's loss; the rest of the change is funding.
  private static List<BookRow> liquidated(AccountEvent event, LiquidationFill fill) {
    BigDecimal result = fill.result().add(fill.uncovered());
    BigDecimal funding = event.cash().change().subtract(result).add(fill.fee());
    return new Lines(event)
        .with(Type.FUNDING, funding)
        .with(Type.RESULT, result)
        .with(Type.FEE, fill.fee().negate())
        .rows();
  }

  /** When it happened, venue time. */
  public Instant time() {
    return event.entry().time();
  }

  /** The trade it belongs to, none of transfers and of funding settled without a trade. */
  public Optional<Long> trade() {
    return switch (event) {
      case AccountEvent.OrderFilled _,
          AccountEvent.Liquidated _,
          AccountEvent.Deleveraged _,
          AccountEvent.UnitsTraded _ ->
          Optional.of(event.entry().id());
      case AccountEvent.FundingSettled _, AccountEvent.Transferred _ -> Optional.empty();
    };
  }

  /** Lines of one entry, the balance running from what the account had before it. */
  private static final class Lines {
    private final AccountEvent event;
    private final List<BookRow> rows = new ArrayList<>();
    private BigDecimal balance;

    Lines(AccountEvent event) {
      this.event = event;
      this.balance = event.cash().after().subtract(event.cash().change());
    }

    Lines with(Type type, BigDecimal change) {
      if (change.signum() != 0) {
        balance = balance.add(change);
        rows.add(new BookRow(event, type, change, balance));
      }
      return this;
    }

    List<BookRow> rows() {
      return rows;
    }
  }
}
