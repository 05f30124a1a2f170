package venue.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of queries (RFC 3986) over UTF-8. What is not properly encoded stays as is. */
final class PercentEncoding {
  private PercentEncoding() {}

  /** The decoded text, in which {@code +} stays {@code +}. */
  static String decode(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded;
    }
    byte[] source = encoded.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(source.length);
    for (int i = 0; i < source.length; i++) {
      int value = source[i] == '%' ? escape(source, i + 1) : -1;
      if (value >= 0) {
        decoded.write(value);
        i += 2;
      } else {
        decoded.write(source[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /** The decoded text, in which {@code +} has become a space, as HTML forms encode it. */
  static String decodeForm(String encoded) {
    return decode(encoded.replace('+', ' '));
  }

  private static int escape(byte[] source, int at) {
    if (at + 1 >= source.length) {
      return -1;
    }
    int high = Character.digit(source[at], 16);
    int low = Character.digit(source[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
