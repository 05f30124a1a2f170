package venue.store;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.futures.DeleverageFill;
import venue.domain.futures.FuturesFill;
import venue.domain.resting.FinishedOrder;
import venue.domain.smartleverage.UnitFill;

/** Finished orders of both products, by id or by label. */
public final class FillStore {
  private final DynamoStore store;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   */
  public FillStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /** The futures order of an account with an id. */
  public Optional<FuturesFill> futuresFill(long account, long id) {
    return entry(account, id, FuturesFillItems.KIND).map(FuturesFillItems::read);
  }

  /** The auto-deleveraging of an account with an id. */
  public Optional<DeleverageFill> deleverage(long account, long id) {
    return entry(account, id, DeleverageFillItems.KIND).map(DeleverageFillItems::read);
  }

  /** The order for units of an account with an id. */
  public Optional<UnitFill> unitFill(long account, long id) {
    return entry(account, id, UnitFillItems.KIND).map(UnitFillItems::read);
  }

  private Optional<Item> entry(long account, long id, String kind) {
    Key key = Key.entry(account, id);
    return store.read(List.of(key)).get(key).filter(item -> item.text("kind").equals(kind));
  }

  /** The id of the latest order with a text. */
  public Optional<Long> orderOf(long account, String text) {
    Key key = Key.label(account, text);
    return store.read(List.of(key)).get(key).map(Label::read).map(Label::order);
  }

  /** An order of an account that rested and does no more. */
  public Optional<FinishedOrder> ended(long account, long id) {
    Key key = Key.finished(account, id);
    return store.read(List.of(key)).get(key).map(RestingItems::readFinished);
  }
}
