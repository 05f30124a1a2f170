package venue.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import venue.domain.account.Account;
import venue.domain.account.Transfer;

/** Accounts: opening, keys, transfers, and all that an account may see of itself. */
public final class AccountStore {
  private final DynamoStore store;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   */
  public AccountStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /** Opens an account; false if there is one with its number. */
  public boolean open(Account account) {
    return store.write(Write.creating(Table.ACCOUNTS, AccountItems.write(account)));
  }

  /** The account with a number. */
  public Optional<Account> account(long number) {
    Key key = Key.account(number);
    return store.read(List.of(key)).get(key).map(AccountItems::read);
  }

  /** Adds a key to an account. */
  public void addKey(Caller caller, String secret, Instant now) {
    store.write(
        Write.creating(
            Table.ACCOUNTS, Item.at(caller.item()).with("secret", secret).with("createTime", now)));
  }

  /** Takes a key from an account; false if it has no such key. */
  public boolean removeKey(Caller caller) {
    return caller.item().canExist()
        && !store
            .client()
            .deleteItem(
                DeleteItemRequest.builder()
                    .tableName(store.name(Table.ACCOUNTS))
                    .key(caller.item().attributes())
                    .returnValues(ReturnValue.ALL_OLD)
                    .build())
            .attributes()
            .isEmpty();
  }

  /** The secret of a key, if the account has it. */
  public Optional<String> secret(Caller caller) {
    return caller.secret(store.read(List.of(caller.item())));
  }

  /** The amount of a transfer that was done under an id of the operator's, USDT; negative: out. */
  public Optional<BigDecimal> transferDone(long account, String id) {
    Key key = Key.transferLabel(account, id);
    return store.read(List.of(key)).get(key).map(item -> item.number("amount"));
  }

  /**
   * Stores a deposit or withdrawal.
   *
   * @param read the account as it was read
   * @param id of the operator's, under which the transfer is done once
   * @return false if the account has changed since, or the id was used
   */
  public boolean commit(Transfer transfer, AccountState read, Optional<String> id) {
    Account after = transfer.account();
    AccountChange change =
        new AccountChange(read, after)
            .entry(
                EntryItems.write(
                    Item.at(Key.entry(after.number(), transfer.entry().id()))
                        .with("kind", EventItems.TRANSFER)
                        .with("account", after.number()),
                    transfer.entry()));
    id.ifPresent(
        text ->
            change.entry(
                Item.at(Key.transferLabel(after.number(), text))
                    .with("entry", transfer.entry().id())
                    .with("amount", after.cash().subtract(read.account().cash()))));
    return change.commit(store);
  }

  /** All that an account holds, in one query. */
  public Optional<AccountState> state(long number) {
    return AccountState.of(store.query(Table.ACCOUNTS, Key.accountPartition(number), Key.STATE));
  }
}
