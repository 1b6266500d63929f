package org.hillock.cli.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.scenario.source.Engine;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which engine runs a scenario. */
public final class EngineArgument {

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "Engine that runs it: ${COMPLETION-CANDIDATES}. If not given, the grid where the scenario"
              + " gives a step of time, else event.")
  @Nullable Engine engine;

  /** The engine, if one was named. */
  public @Nullable Engine engine() {
    return engine;
  }

  /** The two engines that {@code --engines} names. */
  public static List<Engine> two(String text) {
    List<String> known = Arrays.stream(Engine.values()).map(Engine::name).toList();
    List<Engine> engines = new ArrayList<>();
    for (String name : text.split(",", -1)) {
      if (!known.contains(name.strip())) {
        throw MistakeException.unknown("engine", name.strip(), known);
      }
      engines.add(Engine.valueOf(name.strip()));
    }
    if (engines.size() != 2 || engines.get(0) == engines.get(1)) {
      throw new MistakeException(
          "--engines " + text + ": expected two different engines, such as --engines grid,event");
    }
    return engines;
  }
}
