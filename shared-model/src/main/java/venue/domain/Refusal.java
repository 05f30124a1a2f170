package venue.domain;

/**
 * A request that was understood and not done; nothing was written.
 *
 * @param reason the label a client can act on
 * @param message for a person: names the field and what would be right
 */
public record Refusal(Reason reason, String message) {}
