package venue.local.prices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import venue.local.StartRefused;

/** Reads the lines of a price file; a first line that begins with a letter is a header. */
final class CsvFile {
  private CsvFile() {}

  /** Opens the bytes of a file. */
  interface Source {
    InputStream open() throws IOException;
  }

  static void read(String name, Source source, Consumer<CsvLine> line) {
    int number = 0;
    try (InputStream bytes = source.open();
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                    StandardCharsets.UTF_8))) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        if (!text.isBlank() && !(number == 1 && isHeader(text))) {
          line.accept(CsvLine.of(name, number, text));
        }
      }
    } catch (IOException e) {
      throw new StartRefused(
          "%s line %d: cannot be read (%s)".formatted(name, number + 1, reason(e)), e);
    }
  }

  private static boolean isHeader(String text) {
    return Character.isLetter(text.strip().charAt(0));
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException absent -> "there is no such file";
      case java.nio.file.AccessDeniedException denied -> "not permitted";
      default -> String.valueOf(e.getMessage());
    };
  }
}
