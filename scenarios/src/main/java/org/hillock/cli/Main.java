package org.hillock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.hillock.engine.checkpoint.CheckpointException;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.exchange.mpi.Launch;
import org.hillock.engine.memory.OutOfMemoryEstimateException;
import org.hillock.engine.run.OvergrownWiringException;
import org.hillock.engine.run.UnstableNeuronException;
import org.hillock.engine.run.UnstableSynapsesException;
import org.hillock.experiment.Abandonment;
import org.hillock.file.FileFailure;
import org.hillock.file.NotTextException;
import org.hillock.file.SpecialFileException;
import org.hillock.io.ProgramVersion;
import org.hillock.io.ResultFormatException;
import org.hillock.network.InvalidNetworkException;
import org.hillock.scenario.source.Problem;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.hillock.text.Names;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. */
@Command(
    name = "hillock",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Simulates networks of spiking neurons and carries them on to neuromorphic chips.",
      ""
    },
    footer = {
      "",
      "Start with:  hillock run brunel",
      "",
      "Exit codes: 0 done, 1 failed, 2 a mistake in options or scenario,",
      "3 an expectation of the scenario does not hold, 130 interrupted."
    },
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    subcommands = {
      NewCommand.class,
      RunCommand.class,
      ResumeCommand.class,
      SweepCommand.class,
      ExportCommand.class,
      WhyCommand.class,
      ExplainCommand.class,
      EmulateCommand.class,
      ImportCommand.class,
      BenchCommand.class,
      ListCommand.class,
      GalleryCommand.class,
      VerifyCommand.class,
      ModelsCommand.class,
      RulesCommand.class,
      ShowCommand.class,
      ValidateCommand.class,
      PlotCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      SchemaCommand.class,
      VersionCommand.class,
      HelpCommand.class,
      CompletionCommand.class
    })
public final class Main {

  private final SpikeExchange exchange;
  private final Abandonment abandonment;

  private Main(SpikeExchange exchange, Abandonment abandonment) {
    this.exchange = exchange;
    this.abandonment = abandonment;
  }

  /** What happens when the other processes do not answer any more. */
  Abandonment abandonment() {
    return abandonment;
  }

  /** By which the processes hear of each other that share a run. */
  SpikeExchange exchange() {
    return exchange;
  }

  /** Runs the program and ends the process. */
  public static void main(String[] arguments) {
    StandardError.restore();
    Launch launch = Launch.of(System.getenv());
    System.exit(
        launch.several()
            ? new SeveralProcesses(launch).run(arguments)
            : execute(commandLine(), arguments));
  }

  /** Runs the program; gives the exit code. */
  static int execute(CommandLine line, String[] arguments) {
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError e) {
      System.err.println(
          "Memory ran out. Allow more with HILLOCK_JAVA_OPTS=-Xmx…, or make the network, what it"
              + " records (hillock show tells where the memory goes) or the picture smaller.");
      return ExitCode.FAILED;
    }
  }

  /** The command line with its messages and exit codes. */
  static CommandLine commandLine() {
    return commandLine(SpikeExchange.OF_THREADS, new Abandonment());
  }

  /** The same of one process of several. */
  static CommandLine commandLine(SpikeExchange exchange, Abandonment abandonment) {
    CommandLine line = new CommandLine(new Main(exchange, abandonment));
    line.getSubcommands().values().forEach(Main::wholeSentences);
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(88);
    line.setAbbreviatedOptionsAllowed(false);
    line.setExecutionExceptionHandler(Main::handle);
    line.setParameterExceptionHandler(Main::explain);
    return line;
  }

  /** The first sentence is what the list of verbs says; the lines of the source break nothing. */
  private static void wholeSentences(CommandLine verb) {
    UsageMessageSpec usage = verb.getCommandSpec().usageMessage();
    String text = String.join(" ", usage.header()) + " " + String.join(" ", usage.description());
    String whole = text.strip().replaceAll("\\s+", " ");
    int end = whole.indexOf(". ") + 1;
    usage.header();
    if (end == 0) {
      usage.description(whole);
    } else {
      usage.description(whole.substring(0, end), whole.substring(end).strip());
    }
  }

  /** A mistake in the words of a call: what is wrong, what was perhaps meant, where help is. */
  private static int explain(ParameterException mistake, String[] arguments) {
    CommandLine line = mistake.getCommandLine();
    PrintWriter err = line.getErr();
    String message = mistake.getMessage();
    if (line.getParent() == null && mistake instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      String nearest = Names.nearest(word, line.getSubcommands().keySet());
      message =
          "there is no verb '"
              + word
              + "'"
              + (nearest == null ? "" : "; did you mean '" + nearest + "'?");
    } else if (mistake instanceof UnmatchedArgumentException unmatched) {
      message = unmatched(line, unmatched.getUnmatched().get(0));
    }
    err.println(plain(message));
    err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.MISTAKE;
  }

  /** Says without the names of Java's types what a value of an option should be. */
  private static String plain(String message) {
    return message
        .replaceFirst(" is not an? long$", " is not a whole number up to " + Long.MAX_VALUE)
        .replaceFirst(" is not an? int$", " is not a whole number up to " + Integer.MAX_VALUE)
        .replaceFirst(" is not an? double$", " is not a number")
        .replaceFirst("(?s)cannot convert ('.*') to Path \\(.*", "$1 is no name of a file");
  }

  /**
   * A word of a verb's call that it cannot use: an option that it has not, or one word too many.
   */
  private static String unmatched(CommandLine line, String word) {
    String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    if (!option.startsWith("-")) {
      return "'" + word + "' is one word too many: " + usage(line);
    }
    List<String> known =
        line.getCommandSpec().options().stream().flatMap(o -> Arrays.stream(o.names())).toList();
    String nearest = Names.nearest(option, known);
    return "there is no option '"
        + option
        + "'"
        + (nearest == null ? "" : "; did you mean '" + nearest + "'?");
  }

  private static String usage(CommandLine line) {
    StringBuilder usage =
        new StringBuilder("'" + line.getCommandSpec().qualifiedName() + "' takes");
    List<String> labels =
        line.getCommandSpec().positionalParameters().stream().map(p -> p.paramLabel()).toList();
    return usage
        .append(labels.isEmpty() ? " options only" : " " + String.join(", ", labels))
        .toString();
  }

  private static int handle(
      Exception exception, CommandLine line, CommandLine.ParseResult parseResult) throws Exception {
    PrintWriter err = line.getErr();
    if (exception instanceof MistakeException) {
      err.println(exception.getMessage());
      return ExitCode.MISTAKE;
    }
    if (exception instanceof ScenarioException scenario) {
      for (Problem problem : scenario.problems()) {
        err.println(problem);
      }
      int count = scenario.problems().size();
      err.println(count == 1 ? "1 mistake; nothing was run" : count + " mistakes; nothing was run");
      return ExitCode.MISTAKE;
    }
    if (exception instanceof InvalidNetworkException || exception instanceof CheckpointException) {
      err.println(exception.getMessage());
      return ExitCode.MISTAKE;
    }
    if (exception instanceof OutOfMemoryEstimateException memory) {
      err.println(
          memory.getMessage()
              + ".\nMake the network or what it records smaller (hillock show tells where the memory"
              + " goes), use a machine with more, or allow more with HILLOCK_JAVA_OPTS=-Xmx… .");
      return ExitCode.MISTAKE;
    }
    if (exception instanceof ResultFormatException
        || exception instanceof NotTextException
        || exception instanceof SpecialFileException) {
      err.println(exception.getMessage());
      return ExitCode.MISTAKE;
    }
    if (exception instanceof IOException failure) {
      err.println(FileFailure.sentence(failure));
      return ExitCode.FAILED;
    }
    if (exception instanceof UncheckedIOException wrapped) {
      err.println(FileFailure.sentence(wrapped.getCause()));
      return ExitCode.FAILED;
    }
    if (exception instanceof UnstableNeuronException) {
      err.println(
          exception.getMessage()
              + ".\nWhat would help: weaker synapses or less current onto this"
              + " neuron, other parameters than these, or a smaller time.step where there is one.");
      return ExitCode.FAILED;
    }
    if (exception instanceof OvergrownWiringException) {
      err.println(exception.getMessage());
      return ExitCode.FAILED;
    }
    if (exception instanceof UnstableSynapsesException) {
      err.println(
          exception.getMessage()
              + ".\nWhat would help: a smaller step size of the rule, bounds of the weights, and"
              + " time constants that are not extreme.");
      return ExitCode.FAILED;
    }
    err.println(
        "This is a bug in Hillock "
            + ProgramVersion.number()
            + ". Please report it with the lines below and the scenario.");
    exception.printStackTrace(err);
    return ExitCode.FAILED;
  }
}
