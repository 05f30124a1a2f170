package venue.local.prices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import venue.local.StartRefused;

/**
 * Reads the lines of a price file, as it is, gzipped, or alone in a ZIP archive; a first line that
 * begins with a letter is a header.
 */
final class CsvFile {
  private static final int LINES_TO_A_WORD = 1_000_000;

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
                new InputStreamReader(unpacked(name, bytes), StandardCharsets.UTF_8))) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        if (number % LINES_TO_A_WORD == 0) {
          System.err.printf(Locale.ROOT, "reading %s: %,d lines%n", name, number);
        }
        if (!text.isBlank() && !(number == 1 && isHeader(text))) {
          line.accept(CsvLine.of(name, number, text));
        }
      }
    } catch (IOException e) {
      throw new StartRefused(
          "%s line %d: cannot be read (%s)".formatted(name, number + 1, reason(e)), e);
    }
  }

  private static InputStream unpacked(String name, InputStream bytes) throws IOException {
    if (name.endsWith(".gz")) {
      return new GZIPInputStream(bytes);
    }
    return name.endsWith(".zip") ? onlyFileIn(name, bytes) : bytes;
  }

  private static InputStream onlyFileIn(String name, InputStream bytes) throws IOException {
    ZipInputStream archive = new ZipInputStream(bytes);
    ZipEntry entry = archive.getNextEntry();
    if (entry == null || entry.isDirectory() || !entry.getName().endsWith(".csv")) {
      throw new StartRefused(name + ": the archive does not begin with a CSV file");
    }
    return archive;
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
