package venue.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class StartCommandTest {
  private final StringWriter errors = new StringWriter();
  private final CommandLine command =
      new CommandLine(
              new StartCommand(new PrintStream(PrintStream.nullOutputStream()), Path.of("")))
          .setErr(new PrintWriter(errors));

  @ParameterizedTest
  @ValueSource(strings = {"0", "-60", "NaN", "Infinity", "fast", "MAX"})
  void refusesASpeedThatIsNone(String speed) {
    assertThat(command.execute("--speed", speed)).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString())
        .startsWith("--speed is a number above zero or max, not " + speed + System.lineSeparator());
  }

  @Test
  void refusesTicksSoFarApartThatPricesWouldGrowOldBetweenThem() {
    assertThat(command.execute("--speed", "60", "--tick-seconds", "10"))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString())
        .startsWith("--tick-seconds is a whole number from 1 to 9, at --speed max to 60, not 10");
  }

  @Test
  void refusesTicksThatAreMoreThanAMinuteApartAtAnySpeed() {
    assertThat(command.execute("--speed", "max", "--tick-seconds", "61"))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("not 61");
  }
}
