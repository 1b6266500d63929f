package org.hillock.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hillock.cli.option.Candidates;
import org.hillock.cli.option.Catalog;
import org.hillock.cli.table.GalleryTable;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "gallery",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the scenarios that ship with title, reference and claims.",
      "All claims of those named. 'hillock list' is one line for each, 'hillock verify' runs them."
    })
final class GalleryCommand implements Callable<Integer> {

  private static final int FEW = 2;

  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      completionCandidates = Candidates.Scenarios.class,
      description = "Names of scenarios that ship; all if none is given.")
  List<String> names = new ArrayList<>();

  @Override
  public Integer call() throws ScenarioException {
    for (String name : names) {
      if (!Catalog.names().contains(name)) {
        throw MistakeException.unknown("scenario", name, Catalog.names());
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    GalleryTable.claims(
            scenarios(names.isEmpty() ? Catalog.names() : names),
            names.isEmpty() ? FEW : Integer.MAX_VALUE)
        .forEach(out::println);
    return ExitCode.OK;
  }

  /** Scenarios that ship, as they are. */
  static List<Scenario> scenarios(List<String> names) throws ScenarioException {
    List<Scenario> scenarios = new ArrayList<>();
    for (String name : names) {
      scenarios.add(ScenarioLoader.load(Catalog.shipped(name), Map.of(), Overrides.NONE));
    }
    return scenarios;
  }
}
