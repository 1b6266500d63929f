package org.hillock.cli.option;

import org.hillock.bench.BenchCase;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The scenario of a case as its options make it: they are read as {@code hillock run} does. */
@Command
public final class CaseScenario {

  @Mixin ScenarioArguments arguments = new ScenarioArguments();
  @Mixin RunArguments runArguments = new RunArguments();
  @Mixin EngineArgument engineArgument = new EngineArgument();

  private CaseScenario() {}

  /** The scenario of a case. */
  public static Scenario of(BenchCase bench) throws ScenarioException {
    CaseScenario words = new CaseScenario();
    new CommandLine(words).parseArgs(bench.scenarioAndOptions().toArray(String[]::new));
    return words.arguments.load(words.runArguments, words.engineArgument.engine());
  }

  /** Its text, before any option. */
  public static ScenarioSource text(BenchCase bench) throws ScenarioException {
    return Catalog.find(bench.scenario());
  }
}
