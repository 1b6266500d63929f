package org.hillock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hillock.scenario.Overrides;
import org.hillock.scenario.Problem;
import org.hillock.scenario.ScenarioException;
import org.hillock.scenario.ScenarioLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Checks scenario files without running them and prints every mistake.")
final class ValidateCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "SCENARIO",
      description = "Names of shipped scenarios or paths of scenario files.")
  List<String> scenarios = new ArrayList<>();

  @Override
  public Integer call() {
    int mistakes = 0;
    for (String name : scenarios) {
      try {
        ScenarioLoader.load(Catalog.find(name), Map.of(), Overrides.NONE);
        spec.commandLine().getOut().println(name + ": no mistakes");
      } catch (ScenarioException e) {
        for (Problem problem : e.problems()) {
          spec.commandLine().getErr().println(problem);
        }
        mistakes += e.problems().size();
      } catch (MistakeException e) {
        spec.commandLine().getErr().println(e.getMessage());
        mistakes++;
      }
    }
    return mistakes == 0 ? ExitCode.OK : ExitCode.MISTAKE;
  }
}
