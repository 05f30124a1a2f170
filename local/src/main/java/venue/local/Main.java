package venue.local;

import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Starts the venue from the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // DynamoDB Local writes numbers of the default locale into its SQL.
    Locale.setDefault(Locale.ROOT);
    Path root = Path.of(System.getProperty("venue.root", ""));
    CommandLine command = new CommandLine(new StartCommand(System.out, root));
    command.addSubcommand(new TourCommand(System.out, root));
    command.addSubcommand(new AuditCommand(System.out, root));
    command.addSubcommand(new RecomputeCommand(System.out, root));
    withHelp(command);
    command.getSubcommands().values().forEach(Main::withHelp);
    command.setParameterExceptionHandler(
        (exception, given) -> {
          System.err.println(exception.getMessage());
          return CommandLine.ExitCode.USAGE;
        });
    command.setExecutionExceptionHandler(
        (exception, failed, result) -> {
          if (exception instanceof StartRefused refused) {
            System.err.println(refused.line());
          } else {
            exception.printStackTrace();
          }
          return CommandLine.ExitCode.SOFTWARE;
        });
    // Threads of the embedded servers would keep the process alive.
    System.exit(command.execute(arguments));
  }

  private static void withHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("Shows this.")
                .build());
  }
}
