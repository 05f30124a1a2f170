package venue.simulation.fault;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** How a call may fail. */
public enum Fault {
  /** Another transaction is on one of the items. */
  CONFLICT,
  /** One of a transaction's items takes no more writes now. */
  THROTTLED_ITEM,
  /** The table takes no more calls now. */
  THROTTLED,
  /** The service failed. */
  INTERNAL,
  /** No answer in time. */
  TIMEOUT,
  /** Some of the keys were not read; the answer names them. */
  UNPROCESSED,
  /** The answer was lost, and the SDK has sent the write again by itself. */
  REPEATED,
  /** Some of the messages were not taken; the answer names them. */
  PARTLY_TAKEN;

  /** All that can become of a call of a kind, besides an answer and the end of the process. */
  static List<Fate.Failed> of(String kind) {
    return Stream.of(values())
        .filter(fault -> fault.concerns(kind))
        .flatMap(fault -> fault.moments().map(moment -> new Fate.Failed(fault, moment)))
        .toList();
  }

  private boolean concerns(String kind) {
    boolean sends = kind.equals(Calls.SEND) || kind.equals(Calls.SEND_BATCH);
    return switch (this) {
      case CONFLICT, THROTTLED_ITEM -> kind.equals(Calls.TRANSACT);
      case THROTTLED, INTERNAL -> !sends;
      case TIMEOUT -> true;
      case UNPROCESSED -> kind.equals(Calls.READ);
      case REPEATED -> kind.equals(Calls.PUT) || kind.equals(Calls.DELETE);
      case PARTLY_TAKEN -> kind.equals(Calls.SEND_BATCH);
    };
  }

  private Stream<Moment> moments() {
    return switch (this) {
      case CONFLICT, THROTTLED_ITEM, THROTTLED -> Stream.of(Moment.BEFORE);
      case INTERNAL, TIMEOUT -> Stream.of(Moment.BEFORE, Moment.AFTER);
      case UNPROCESSED, REPEATED, PARTLY_TAKEN -> Stream.of(Moment.AFTER);
    };
  }

  /** Whether the caller gets an answer, if not a whole one. */
  boolean answers() {
    return this == UNPROCESSED || this == REPEATED || this == PARTLY_TAKEN;
  }

  RuntimeException exception() {
    return switch (this) {
      case CONFLICT -> cancelled("TransactionConflict");
      case THROTTLED_ITEM -> cancelled("ThrottlingError");
      case THROTTLED ->
          ProvisionedThroughputExceededException.builder().message("too many calls").build();
      case INTERNAL -> InternalServerErrorException.builder().message("internal").build();
      case TIMEOUT -> ApiCallTimeoutException.create(7000);
      case UNPROCESSED, REPEATED, PARTLY_TAKEN ->
          throw new IllegalStateException(this + " is an answer");
    };
  }

  private static RuntimeException cancelled(String code) {
    return TransactionCanceledException.builder()
        .message("cancelled")
        .cancellationReasons(
            CancellationReason.builder().code("None").build(),
            CancellationReason.builder().code(code).build())
        .build();
  }
}
