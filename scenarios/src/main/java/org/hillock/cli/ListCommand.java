package org.hillock.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hillock.cli.option.Catalog;
import org.hillock.cli.table.ModelTable;
import org.hillock.model.Models;
import org.hillock.model.Parameter;
import org.hillock.model.SynapseModel;
import org.hillock.plot.PlotKind;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;
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
        for (String name : Catalog.names()) {
          Scenario scenario = ScenarioLoader.load(Catalog.shipped(name), Map.of(), Overrides.NONE);
          rows.add(List.of(name, scenario.title()));
        }
      }
      case models -> {
        ModelTable.lines().forEach(out::println);
        return ExitCode.OK;
      }
      case rules -> {
        for (SynapseModel rule : Models.synapses()) {
          rows.add(List.of(rule.name(), rule.description().summary()));
          addParameters(rows, rule.parameters());
        }
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

  private static void addParameters(List<List<String>> rows, List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      String unit = parameter.unit().symbol().isEmpty() ? "" : " " + parameter.unit().symbol();
      boolean extreme = Math.abs(parameter.defaultValue()) == Double.MAX_VALUE;
      String usual = extreme ? "" : "; " + shortest(parameter.defaultValue()) + unit;
      rows.add(
          List.of(
              "    " + parameter.name(),
              parameter.description() + usual + " (" + parameter.range() + ")"));
    }
  }

  private static String shortest(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
