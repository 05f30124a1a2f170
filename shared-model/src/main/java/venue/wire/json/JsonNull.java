package venue.wire.json;

/** The value that says there is none. */
public record JsonNull() implements Json {}
