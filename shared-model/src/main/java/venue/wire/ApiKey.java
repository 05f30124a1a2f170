package venue.wire;

import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The public half of a pair of key and secret. Its text begins with the number of the account, so
 * that the account's partition is known before the secret is looked up.
 *
 * @param text what clients send; of the venue's making only if {@link #account} is present
 */
public record ApiKey(String text) {
  private static final int ACCOUNT_DIGITS = 12;
  private static final int RANDOM_BYTES = 10;
  private static final int SECRET_BYTES = 32;
  private static final Pattern OWN = Pattern.compile("[0-9a-f]{32}");

  /**
   * A new key: 12 hex digits of account number, then 20 at random.
   *
   * @throws IllegalArgumentException if the account number is negative or needs more digits
   */
  public static ApiKey of(long account, RandomGenerator random) {
    if (account >>> (4 * ACCOUNT_DIGITS) != 0) {
      throw new IllegalArgumentException("account " + account + " does not fit 12 hex digits");
    }
    return new ApiKey(
        HexFormat.of().toHexDigits(account, ACCOUNT_DIGITS) + hex(RANDOM_BYTES, random));
  }

  /** A new secret: 64 hex digits at random. */
  public static String newSecret(RandomGenerator random) {
    return hex(SECRET_BYTES, random);
  }

  /** The number of the account; empty if the text is not of a key the venue makes. */
  public OptionalLong account() {
    return OWN.matcher(text).matches()
        ? OptionalLong.of(HexFormat.fromHexDigitsToLong(text, 0, ACCOUNT_DIGITS))
        : OptionalLong.empty();
  }

  private static String hex(int bytes, RandomGenerator random) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }
}
