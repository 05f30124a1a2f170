package venue.local.prices;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what is to be replayed: these files, or the recording that comes with the venue. */
public final class Recordings {
  private Recordings() {}

  public static List<Recording> read(List<Path> files) {
    if (files.isEmpty()) {
      return List.of(DefaultRecording.read());
    }
    Map<String, Recording> byMarket = new LinkedHashMap<>();
    for (Path file : files) {
      Recording recording = isOfTrades(file) ? AggTradesFile.read(file) : KlineFile.read(file);
      byMarket.merge(recording.market(), recording, Recording::joinedWith);
    }
    return List.copyOf(byMarket.values());
  }

  /** As Binance names its archives: {@code BTCUSDT-aggTrades-2025-02.zip}. */
  private static boolean isOfTrades(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).contains("aggtrades");
  }
}
