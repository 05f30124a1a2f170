package venue.domain.futures;

import java.time.Instant;

/**
 * When an order was accepted, and under which id; one that rested trades later, under another.
 *
 * @param time venue time
 */
public record Accepted(long id, Instant time) {}
