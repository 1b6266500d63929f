package org.hillock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.hillock.cli.option.OutputFile;
import org.hillock.file.FileNames;
import org.hillock.text.MistakeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a scenario to begin with, which runs as it is and explains each of its sections.",
      "A file that exists is not replaced."
    })
final class NewCommand implements Callable<Integer> {

  private static final String TEMPLATE = "template.yaml";

  @Spec CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "Name of the scenario, written to NAME.yaml; may begin with a folder.")
  Path name = Path.of("");

  @Override
  public Integer call() throws IOException {
    String last = name.getFileName() == null ? "" : name.getFileName().toString();
    String scenario = last.replaceFirst("(?i)\\.ya?ml$", "");
    FileNames.fault(scenario)
        .ifPresent(
            fault -> {
              throw new MistakeException(
                  "found '" + scenario + "', " + fault + "; expected " + FileNames.allowed());
            });
    Path file = name.resolveSibling(last.equals(scenario) ? scenario + ".yaml" : last);
    refuse(file, Files.exists(file));
    OutputFile.check("new", file);
    String text = template().replace("NAME", scenario).replace(key(scenario), quoted(scenario));
    Path folder = file.toAbsolutePath().normalize().getParent();
    Files.createDirectories(folder);
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      refuse(file, true); // somebody was faster
    }
    PrintWriter out = spec.commandLine().getOut();
    String called = file.isAbsolute() || file.getParent() != null ? "" : "./";
    out.println(file + " is written. Next: hillock run " + called + file);
    return ExitCode.OK;
  }

  private static String key(String scenario) {
    return "\nscenario: " + scenario + " ";
  }

  /** A name that YAML would take for something else, such as 12 or true, is a text in quotes. */
  private static String quoted(String scenario) {
    boolean plain = scenario.matches("[A-Za-z][A-Za-z0-9_-]*");
    boolean word = scenario.matches("(?i)true|false|null|yes|no|on|off");
    return plain && !word ? key(scenario) : "\nscenario: '" + scenario.replace("'", "''") + "' ";
  }

  private static void refuse(Path file, boolean exists) {
    if (exists) {
      throw new MistakeException("'" + file + "' exists and is not replaced: give another name");
    }
  }

  private static String template() throws IOException {
    try (InputStream in = NewCommand.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IllegalStateException("the program has no " + TEMPLATE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
