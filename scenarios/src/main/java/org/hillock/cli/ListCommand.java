package org.hillock.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hillock.cli.option.Catalog;
import org.hillock.cli.table.GalleryTable;
import org.hillock.cli.table.ModelTable;
import org.hillock.cli.table.RuleTable;
import org.hillock.plot.PlotKind;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the scenarios that ship, or models, rules or plots.")
final class ListCommand implements Callable<Integer> {

  enum Kind {
    scenarios,
    models,
    rules,
    plots
  }

  @Spec CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      defaultValue = "scenarios",
      description = "One of ${COMPLETION-CANDIDATES}; scenarios if not given.")
  Kind kind = Kind.scenarios;

  @Override
  public Integer call() throws ScenarioException {
    PrintWriter out = spec.commandLine().getOut();
    List<List<String>> rows = new ArrayList<>();
    switch (kind) {
      case scenarios -> {
        GalleryTable.titles(GalleryCommand.scenarios(Catalog.names())).forEach(out::println);
        return ExitCode.OK;
      }
      case models -> {
        ModelTable.lines().forEach(out::println);
        return ExitCode.OK;
      }
      case rules -> {
        RuleTable.lines().forEach(out::println);
        return ExitCode.OK;
      }
      case plots -> {
        for (PlotKind plot : PlotKind.values()) {
          rows.add(List.of(plot.plotName(), plot.description()));
        }
      }
    }
    Text.table(rows, 2).forEach(out::println);
    return ExitCode.OK;
  }
}
