package org.hillock.cli;

import org.hillock.scenario.Engine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which engine runs a scenario. */
final class EngineArgument {

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "Engine that runs it: ${COMPLETION-CANDIDATES}. If not given, the grid where the scenario"
              + " gives a step of time, else event.")
  @Nullable Engine engine;
}
