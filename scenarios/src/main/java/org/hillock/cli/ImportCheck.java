package org.hillock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.Problem;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;

/**
 * Whether what was imported is a scenario. Mistakes are told of the files that the user has: those
 * of {@code --input} and the model, not what was made of them, which is gone then.
 *
 * @param model the file that is imported
 * @param scenario what was made of it
 * @param given the files of the user by the names of their copies
 */
record ImportCheck(Path model, Path scenario, Map<String, String> given) {

  /** The scenario. */
  Scenario load() throws ScenarioException, IOException {
    try {
      return ScenarioLoader.load(
          new ScenarioSource(
              "scenario.yaml", Files.readString(scenario), scenario.toAbsolutePath().getParent()),
          Map.of(),
          Overrides.NONE);
    } catch (ScenarioException e) {
      throw new ScenarioException(e.problems().stream().map(this::ofUser).toList());
    }
  }

  private Problem ofUser(Problem problem) {
    String own = given.get(problem.file());
    if (own != null) {
      return at(own, problem.line(), problem.column(), problem.path(), problem);
    }
    for (Map.Entry<String, String> copy : given.entrySet()) {
      if (problem.found().contains("'" + copy.getKey())) {
        return at(copy.getValue(), 0, 0, "", problem);
      }
    }
    return at(model.toString(), 0, 0, problem.path(), problem);
  }

  private Problem at(String file, int line, int column, String path, Problem problem) {
    return new Problem(
        file,
        line,
        column,
        path,
        named(problem.found()),
        named(problem.allowed()),
        problem.suggestion());
  }

  /** A sentence in which files have the names that the user knows. */
  private String named(String sentence) {
    String named = sentence;
    for (Map.Entry<String, String> copy : given.entrySet()) {
      named = named.replace("'" + copy.getKey(), "'" + copy.getValue());
    }
    return named;
  }
}
