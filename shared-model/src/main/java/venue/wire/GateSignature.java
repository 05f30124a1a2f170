package venue.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of Gate API v4 over a request. */
public final class GateSignature {
  private GateSignature() {}

  /**
   * The lower-case hex HMAC-SHA512, under the secret, of method, path, query, the hex SHA-512 of
   * the body, and timestamp, a line each.
   *
   * @param query without the question mark; empty if there is none
   * @param timestamp as the header has it
   */
  public static String sign(
      String method, String path, String query, String body, String timestamp, String secret) {
    String lines = String.join("\n", method, path, query, sha512(body), timestamp);
    return HexFormat.of().formatHex(hmac(lines, secret));
  }

  /**
   * Whether a signature is the request's. Clients differ in the query they sign, so it may be the
   * one received, or that decoded, with a plus sign either kept or read as a space.
   */
  static boolean matches(HttpRequest request, String timestamp, String secret, String signature) {
    Set<String> queries = new LinkedHashSet<>();
    queries.add(request.rawQuery());
    queries.add(PercentEncoding.decodeForm(request.rawQuery()));
    queries.add(PercentEncoding.decode(request.rawQuery()));
    byte[] given = signature.getBytes(StandardCharsets.UTF_8);
    boolean matches = false;
    for (String query : queries) {
      String right =
          sign(request.method(), request.rawPath(), query, request.body(), timestamp, secret);
      matches |= MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given);
    }
    return matches;
  }

  private static String sha512(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-512 is not available", e);
    }
  }

  private static byte[] hmac(String text, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA512 is not available", e);
    }
  }
}
