package venue.local.time;

import java.time.Instant;
import java.util.concurrent.Executor;
import venue.local.function.ScheduledCalls;
import venue.local.template.Schedule;
import venue.local.template.Template;

/** Puts every schedule on the timetable: once at the start, then at its rate. */
public final class Schedules {
  private final Template template;
  private final ScheduledCalls calls;
  private final Timetable timetable;
  private final Executor executor;

  /**
   * @param executor runs all calls but the first
   */
  public Schedules(
      Template template, ScheduledCalls calls, Timetable timetable, Executor executor) {
    this.template = template;
    this.calls = calls;
    this.timetable = timetable;
    this.executor = executor;
  }

  /** Makes the first calls, to completion, and puts the next on the timetable. */
  public void begin(Instant start) {
    template.functions().stream()
        .flatMap(function -> function.schedules().stream())
        .forEach(schedule -> timetable.add(start, () -> fire(schedule, start, Runnable::run)));
    boolean more = true;
    while (more) {
      more = timetable.runFirstDue(start);
    }
  }

  private void fire(Schedule schedule, Instant due, Executor by) {
    Instant next = due.plus(schedule.every());
    timetable.add(next, () -> fire(schedule, next, executor));
    by.execute(() -> calls.call(schedule, due));
  }
}
