package venue.local.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import venue.local.function.Functions;
import venue.local.template.Function;
import venue.local.template.Queue;
import venue.local.template.QueueSource;
import venue.local.template.Template;
import venue.local.time.Timetable;

/** Queues whose messages wait on the timetable, in venue time, each delivered to completion. */
public final class TimetableQueues implements Queues {
  private static final String URL = "http://127.0.0.1/000000000000/";

  private final Template template;
  private final Timetable timetable;
  private final InstantSource venueTime;
  private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();

  public TimetableQueues(Template template, Timetable timetable, InstantSource venueTime) {
    this.template = template;
    this.timetable = timetable;
    this.venueTime = venueTime;
  }

  @Override
  public SqsClient client() {
    return new TimetableClient(this, venueTime);
  }

  @Override
  public Map<String, String> urls() {
    return template.queues().stream()
        .collect(Collectors.toMap(Queue::logicalId, queue -> URL + queue.name()));
  }

  @Override
  public void deliverTo(Functions functions) {
    for (Function function : template.functions()) {
      for (QueueSource source : function.queueSources()) {
        Queue queue = template.queue(source.queue());
        deliveries.put(
            queue.logicalId(), new Delivery(source, queue, functions.get(function.logicalId())));
      }
    }
  }

  /** The queue with this URL. */
  Optional<Queue> queue(String url) {
    return template.queues().stream().filter(queue -> url.equals(URL + queue.name())).findFirst();
  }

  void send(Queue queue, Message message, Duration delay) {
    Instant due = venueTime.instant().plus(delay);
    timetable.add(due, () -> deliver(queue, message, due));
  }

  private void deliver(Queue queue, Message message, Instant due) {
    Delivery delivery = deliveries.get(queue.logicalId());
    if (delivery == null || delivery.deliver(List.of(message)).isEmpty()) {
      return;
    }
    if (queue
        .redrive()
        .filter(redrive -> message.received() >= redrive.maxReceiveCount())
        .isPresent()) {
      System.err.println(
          "message " + message.id() + " of " + queue.logicalId() + " is a dead letter");
      return;
    }
    Instant again = due.plus(queue.visibilityTimeout());
    timetable.add(again, () -> deliver(queue, message.receivedAgain(), again));
  }

  @Override
  public void close() {
    deliveries.clear();
  }
}
