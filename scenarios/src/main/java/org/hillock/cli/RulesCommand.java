package org.hillock.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.hillock.cli.table.RulePage;
import org.hillock.cli.table.RuleTable;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the rules of plasticity and growth curves in families, or shows the page of one.",
      "A page has equations, parameters, memory and where the rule comes from."
    })
final class RulesCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Name of a rule.")
  @Nullable String name;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (name == null) {
      RuleTable.lines().forEach(out::println);
    } else {
      RulePage.of(name)
          .orElseThrow(() -> MistakeException.unknown("rule", name, RuleTable.names()))
          .forEach(out::println);
    }
    return ExitCode.OK;
  }
}
