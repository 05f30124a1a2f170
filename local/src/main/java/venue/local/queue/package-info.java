/** Queues: the real protocol at speed one, a timetable in venue time at any other. */
@NullMarked
package venue.local.queue;

import org.jspecify.annotations.NullMarked;
