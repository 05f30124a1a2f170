package venue.local.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import venue.local.StartRefused;

/**
 * The directory that keeps a database. It is checked and locked first, because DynamoDB Local waits
 * for ever for a file that it cannot open.
 */
final class DataDirectory implements AutoCloseable {
  private static final String HEADER = "SQLite format 3";

  private final Path database;
  private final FileChannel lock;

  private DataDirectory(Path database, FileChannel lock) {
    this.database = database;
    this.lock = lock;
  }

  static DataDirectory open(Path directory) {
    try {
      Files.createDirectories(directory);
      Path database = directory.resolve("venue.db");
      check(database);
      return new DataDirectory(database, locked(directory));
    } catch (IOException e) {
      throw new StartRefused("--data " + directory + " is not a directory to write to", e);
    }
  }

  private static void check(Path database) throws IOException {
    if (!Files.exists(database)) {
      return;
    }
    try (InputStream content = Files.newInputStream(database)) {
      byte[] start = content.readNBytes(HEADER.length());
      boolean intact =
          start.length == 0 || new String(start, StandardCharsets.US_ASCII).equals(HEADER);
      if (!intact || !Files.isWritable(database)) {
        throw new StartRefused("--data: " + database + " is not a database to write to");
      }
    }
  }

  private static FileChannel locked(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve("venue.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new StartRefused("--data " + directory + " is in use by another venue", e);
    }
    channel.close();
    throw new StartRefused("--data " + directory + " is in use by another venue");
  }

  Path database() {
    return database;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException(database + " stays locked", e);
    }
  }
}
