package org.hillock.cli;

import java.util.concurrent.Callable;
import org.hillock.scenario.section.ScenarioSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the JSON Schema of scenario files, for editors.",
      "Save it and put  # yaml-language-server: $schema=FILE  at the top of a scenario."
    })
final class SchemaCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(ScenarioSchema.json());
    return ExitCode.OK;
  }
}
