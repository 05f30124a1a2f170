package venue.local.prices;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import venue.local.StartRefused;

/** Finds a market's name in a file's name: {@code BTCUSDT-1h-2022.csv.gz} is {@code BTC_USDT}. */
final class MarketName {
  private static final Pattern BASE_AND_QUOTE =
      Pattern.compile("(?<base>[A-Z0-9]{1,20}?)[_-]?(?<quote>USDT|USDC|USD)(?![A-Z0-9]).*");

  private MarketName() {}

  static String of(String file) {
    Matcher name = BASE_AND_QUOTE.matcher(file.toUpperCase(Locale.ROOT));
    if (!name.matches()) {
      throw new StartRefused(
          file + ": the file's name does not begin with a market such as BTCUSDT");
    }
    return name.group("base") + "_" + name.group("quote");
  }
}
