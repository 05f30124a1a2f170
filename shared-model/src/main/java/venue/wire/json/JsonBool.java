package venue.wire.json;

/** True or false. */
public record JsonBool(boolean value) implements Json {}
