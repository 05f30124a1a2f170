package venue.simulation.storm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.simulation.books.StoredEntry;
import venue.simulation.fault.Writes;
import venue.simulation.request.Answer;
import venue.simulation.request.Request;

/** What came into force in a run, seen by what was written, and what the clients were told. */
final class History implements Writes {
  private final Supplier<Instant> now;
  private final List<String> problems;
  private final List<Event> events = new ArrayList<>();
  private final Map<Long, Request> open = new HashMap<>();
  private final Map<Long, Integer> effects = new HashMap<>();
  private final Map<Long, Answer> answers = new HashMap<>();

  History(Supplier<Instant> now, List<String> problems) {
    this.now = now;
    this.problems = problems;
  }

  List<Event> events() {
    return events;
  }

  /** What a client was told in the end; none if it had to look by itself. */
  Optional<Answer> answer(Request request) {
    return Optional.ofNullable(answers.get(request.number()));
  }

  void sent(Request request) {
    open.put(request.number(), request);
  }

  boolean isDone(Request request) {
    return effects.getOrDefault(request.number(), 0) > 0;
  }

  /** A client knows for good. */
  void settled(Request request, Optional<Answer> answer) {
    open.remove(request.number());
    answer.ifPresent(told -> told(request, told));
  }

  private void told(Request request, Answer answer) {
    answers.put(request.number(), answer);
    if (answer.isDone() != isDone(request)) {
      problems.add(request + " was told " + answer + ", stored " + effects.get(request.number()));
    }
    if (!answer.isDone()) {
      events.add(new Event.Asked(request, now.get()));
    }
  }

  @Override
  public void done(List<Written> together) {
    for (Written written : together) {
      if (AttributeValue.fromS("tick").equals(written.item().get("sk"))) {
        events.add(
            new Event.Ticked(
                StoredEntry.text(written.item(), "market"),
                StoredEntry.number(written.item(), "sequence").longValueExact(),
                now.get()));
      }
    }
    open.values().stream().filter(request -> request.mark().isIn(together)).forEach(this::effect);
  }

  private void effect(Request request) {
    int times = effects.merge(request.number(), 1, Integer::sum);
    if (times == 1) {
      events.add(new Event.Asked(request, now.get()));
    } else if (request.isRepeatable()) {
      problems.add(request + " was done " + times + " times");
    }
  }
}
