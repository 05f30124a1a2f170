package venue.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.domain.Side;
import venue.domain.futures.Slot;
import venue.domain.market.CandleInterval;

/**
 * The primary key of an item; every kind of item has its key made here and nowhere else.
 *
 * @param table the table it is in
 * @param pk partition key
 * @param sk sort key
 */
public record Key(Table table, String pk, String sk) {
  static final String PK = "pk";
  static final String SK = "sk";

  /** How many ticks of the history are in one partition. */
  static final long PAST_TICKS = 10_000;

  /** How many starts of candles of one interval lie in one partition. */
  static final long CANDLES = 1_000;

  private static final int PK_BYTES_MAX = 2048;
  private static final int SK_BYTES_MAX = 1024;

  /** What every state item's sort key begins with: one query reads an account's whole state. */
  static final String STATE = "state#";

  /** The sort key of the account itself. */
  static final String ACCOUNT = STATE + "account";

  /** What every position's sort key begins with. */
  static final String POSITION = STATE + "position#";

  /** What every holding's sort key begins with. */
  static final String HOLDING = STATE + "holding#";

  /** What every resting order's sort key begins with. */
  static final String RESTING = STATE + "resting#";

  /** What every countdown's sort key begins with. */
  static final String COUNTDOWN = STATE + "countdown#";

  /** What the sort key of every order begins with that rested and does no more. */
  static final String FINISHED = "finished#";

  /** What every journal entry's sort key begins with. */
  static final String ENTRY = "entry#";

  /** What every rebalance's sort key begins with. */
  static final String REBALANCE = "rebalance#";

  /** The partition of the audit. */
  static final String AUDIT = "audit";

  /** What the sort key of every part of an audit begins with. */
  static final String AUDIT_PART = "part#";

  static String accountPartition(long account) {
    return "account#" + account;
  }

  /** The account a partition key is of. */
  static long accountOf(String partition) {
    return Long.parseLong(partition.substring(partition.indexOf('#') + 1));
  }

  static Key account(long account) {
    return new Key(Table.ACCOUNTS, accountPartition(account), ACCOUNT);
  }

  static Key position(long account, Slot slot) {
    String side = slot.mode() == Slot.Mode.SINGLE ? "" : "#" + slot.mode();
    return new Key(Table.ACCOUNTS, accountPartition(account), POSITION + slot.market() + side);
  }

  static Key holding(long account, String fund) {
    return new Key(Table.ACCOUNTS, accountPartition(account), HOLDING + fund);
  }

  static Key resting(long account, long id) {
    return new Key(Table.ACCOUNTS, accountPartition(account), RESTING + padded(id));
  }

  /** The countdown of a market, or of all. */
  static Key countdown(long account, Optional<String> market) {
    return new Key(
        Table.ACCOUNTS, accountPartition(account), COUNTDOWN + market.orElse("all markets"));
  }

  static Key finished(long account, long id) {
    return new Key(Table.ACCOUNTS, accountPartition(account), FINISHED + padded(id));
  }

  static Key apiKey(long account, String text) {
    return new Key(Table.ACCOUNTS, accountPartition(account), "key#" + text);
  }

  static Key entry(long account, long id) {
    return new Key(Table.ACCOUNTS, accountPartition(account), ENTRY + padded(id));
  }

  static Key label(long account, String text) {
    return new Key(Table.ACCOUNTS, accountPartition(account), "label#" + text);
  }

  static Key transferLabel(long account, String id) {
    return new Key(Table.ACCOUNTS, accountPartition(account), "transfer#" + id);
  }

  static String marketPartition(String market) {
    return "market#" + market;
  }

  static Key directory(String market) {
    return new Key(Table.MARKETS, "markets", market);
  }

  static Key market(String market) {
    return new Key(Table.MARKETS, marketPartition(market), "configuration");
  }

  static Key tick(String market) {
    return new Key(Table.MARKETS, marketPartition(market), "tick");
  }

  /** How many ticks of all markets there were. */
  static Key ticks() {
    return new Key(Table.MARKETS, "ticks", "number");
  }

  /** Who of a market's winners would be closed first. */
  static Key ranking(String market) {
    return new Key(Table.MARKETS, marketPartition(market), "ranking");
  }

  static Key fund(String market, Side side) {
    return new Key(Table.MARKETS, marketPartition(market), "fund#" + side);
  }

  /** The price range of a block of ticks of the history. */
  static Key summary(String market, long block) {
    return new Key(Table.MARKETS, summaryPartition(market), padded(block));
  }

  static String summaryPartition(String market) {
    return "ranges#" + market;
  }

  static String pastTicksPartition(String market, long sequence) {
    return "ticks#" + market + "#" + sequence / PAST_TICKS;
  }

  /** A tick of the history, in blocks of 10,000 so that no partition grows without end. */
  static Key pastTick(String market, long sequence) {
    return new Key(Table.MARKETS, pastTicksPartition(market, sequence), padded(sequence));
  }

  static long candleBlock(CandleInterval interval, Instant start) {
    return start.getEpochSecond() / interval.length().toSeconds() / CANDLES;
  }

  static String candlePartition(String market, CandleInterval interval, long block) {
    return "candles#" + market + "#" + interval.label() + "#" + block;
  }

  /** A candle by its start, in blocks of 1,000 so that no partition grows without end. */
  static Key candle(String market, CandleInterval interval, Instant start) {
    return new Key(
        Table.MARKETS,
        candlePartition(market, interval, candleBlock(interval, start)),
        padded(start.getEpochSecond()));
  }

  static String rebalancePartition(String fund) {
    return "rebalances#" + fund;
  }

  static Key rebalance(String fund, long tick) {
    return new Key(Table.MARKETS, rebalancePartition(fund), REBALANCE + padded(tick));
  }

  static Key shard(String market, int number) {
    return new Key(Table.HOUSE, "house#" + market + "#" + number, "books");
  }

  /** The number of a market's last auto-deleveraging. */
  static Key deleverages(String market) {
    return new Key(Table.HOUSE, "deleverages#" + market, "step");
  }

  /** How far a fund's insurance has been fed. */
  static Key fundInsurance(String fund) {
    return new Key(Table.HOUSE, "insurance#" + fund, "fed");
  }

  static Key houseTransfer(String market, String id) {
    return new Key(Table.HOUSE, "house#" + market + "#0", "transfer#" + id);
  }

  /** How far the audit is. */
  static Key audit() {
    return new Key(Table.HOUSE, AUDIT, "progress");
  }

  /** Part of what an audit had joined when it rested once. */
  static Key auditPart(String rest, int number) {
    return new Key(Table.HOUSE, AUDIT, auditParts(rest) + padded(number));
  }

  /** What the sort keys of all parts of one rest begin with. */
  static String auditParts(String rest) {
    return AUDIT_PART + rest + "#";
  }

  /** An entry in the house's books alone, whichever shards it is about. */
  static Key houseEntry(String market, long id) {
    return new Key(Table.HOUSE, "house#" + market + "#0", ENTRY + padded(id));
  }

  /** Whether DynamoDB takes such a key; there is no item under one that it does not. */
  boolean canExist() {
    return bytes(pk) <= PK_BYTES_MAX && bytes(sk) <= SK_BYTES_MAX;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  static String padded(long id) {
    return String.format(Locale.ROOT, "%016d", id);
  }

  Map<String, AttributeValue> attributes() {
    return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
  }
}
