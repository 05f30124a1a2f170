package venue.simulation.fault;

/** The kinds of calls, as the cloud names them. */
public final class Calls {
  /** All of several writes or none. */
  public static final String TRANSACT = "TransactWriteItems";

  /** One write. */
  public static final String PUT = "PutItem";

  /** One removal. */
  public static final String DELETE = "DeleteItem";

  /** A read of several keys. */
  public static final String READ = "BatchGetItem";

  /** A range of a partition or of an index. */
  public static final String QUERY = "Query";

  /** A page of a whole table. */
  public static final String SCAN = "Scan";

  /** One message to a queue. */
  public static final String SEND = "SendMessage";

  /** Several messages to a queue. */
  public static final String SEND_BATCH = "SendMessageBatch";

  private Calls() {}
}
