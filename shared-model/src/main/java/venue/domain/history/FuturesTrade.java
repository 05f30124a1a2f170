package venue.domain.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import venue.domain.futures.FuturesFill;
import venue.domain.futures.LiquidationFill;

/**
 * A trade of an account in a contract: an order that filled, or a liquidation.
 *
 * @param id of the trade
 * @param order the id of its order: the trade's own unless the order rested
 * @param market the contract's name
 * @param size contracts, positive: bought
 * @param closed the contracts of it that reduced the position, signed as the trade
 * @param price USDT
 * @param text the client's label of the order, none if it gave none
 * @param liquidation whether it was one
 * @param fee paid, USDT
 * @param time venue time
 */
public record FuturesTrade(
    long id,
    long order,
    String market,
    long size,
    long closed,
    BigDecimal price,
    Optional<String> text,
    boolean liquidation,
    BigDecimal fee,
    Instant time) {

  /** The trade by which something happened, if it was one in a contract. */
  public static Optional<FuturesTrade> of(AccountEvent event) {
    return switch (event) {
      case AccountEvent.OrderFilled(FuturesFill fill) ->
          Optional.of(
              new FuturesTrade(
                  fill.id(),
                  fill.accepted().id(),
                  fill.order().market(),
                  fill.filled(),
                  fill.closed(),
                  fill.price().price(),
                  fill.order().text(),
                  false,
                  fill.fee(),
                  fill.time()));
      case AccountEvent.Liquidated(LiquidationFill fill) ->
          Optional.of(
              new FuturesTrade(
                  fill.id(),
                  fill.id(),
                  fill.market(),
                  fill.closed(),
                  fill.closed(),
                  fill.fillPrice(),
                  Optional.empty(),
                  true,
                  fill.fee(),
                  fill.time()));
      case AccountEvent.UnitsTraded _, AccountEvent.FundingSettled _, AccountEvent.Transferred _ ->
          Optional.empty();
    };
  }
}
