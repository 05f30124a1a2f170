package venue.local;

/** The account that a local venue starts with, as its user knows it. */
public record DemoAccount(String key, String secret) {}
