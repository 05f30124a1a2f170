package venue.domain.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import venue.domain.futures.DeleverageFill;
import venue.domain.futures.FuturesFill;
import venue.domain.futures.LiquidationFill;

/**
 * A trade of an account in a contract: an order that filled, a liquidation or an auto-deleveraging.
 *
 * @param id of the trade
 * @param order the id of its order: the trade's own unless the order rested
 * @param market the contract's name
 * @param size contracts, positive: bought
 * @param closed the contracts of it that reduced the position, signed as the trade
 * @param price USDT
 * @param text the client's label of the order, or what else it came from; none if the client gave
 *     none
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
                  Optional.of(LiquidationFill.TEXT),
                  fill.fee(),
                  fill.time()));
      case AccountEvent.Deleveraged(DeleverageFill fill) ->
          Optional.of(
              new FuturesTrade(
                  fill.id(),
                  fill.id(),
                  fill.market(),
                  fill.closed(),
                  fill.closed(),
                  fill.price(),
                  Optional.of(DeleverageFill.TEXT),
                  BigDecimal.ZERO,
                  fill.time()));
      case AccountEvent.UnitsTraded _, AccountEvent.FundingSettled _, AccountEvent.Transferred _ ->
          Optional.empty();
    };
  }
}
