package org.hillock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hillock.loihi.chip.ProfileException;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.MappingFormatException;
import org.hillock.scenario.Overrides;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioException;
import org.hillock.scenario.ScenarioLoader;

/**
 * A folder of {@code hillock export}, or the {@code mapping.json} in it, named on the command line.
 */
final class MappingArgument {

  private MappingArgument() {}

  /** Whether a path is a mapping, and not a scenario. */
  static boolean looksLikeOne(String text) {
    try {
      Path path = Path.of(text);
      return path.toString().endsWith(".json") || Files.isRegularFile(path.resolve("mapping.json"));
    } catch (RuntimeException e) {
      return false;
    }
  }

  /**
   * Reads a mapping.
   *
   * @throws MistakeException if it is none
   */
  static MappingFile read(Path path) throws IOException {
    try {
      return MappingFile.read(path);
    } catch (MappingFormatException | ProfileException e) {
      throw new MistakeException(e.getMessage());
    }
  }

  /**
   * Reads a mapping of which all that it names is there.
   *
   * @throws MistakeException if it is none, or something is missing
   */
  static MappingFile complete(Path path) throws IOException {
    MappingFile file = read(path);
    try {
      return file.complete();
    } catch (MappingFormatException e) {
      throw new MistakeException(
          path + ": " + e.getMessage() + "; 'hillock export' writes it anew");
    }
  }

  /**
   * The scenario that a mapping was made of: the file beside it.
   *
   * @throws MistakeException if it is not there
   */
  static Scenario scenario(Path path) throws ScenarioException {
    return scenario(path, Overrides.NONE);
  }

  /** The same, to be run in another way. */
  static Scenario scenario(Path path, Overrides overrides) throws ScenarioException {
    Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
    Path scenario = folder.resolve("scenario.yaml");
    if (!Files.isRegularFile(scenario)) {
      throw new MistakeException(
          scenario
              + " is missing: the scenario that the mapping was made of, as 'hillock export'"
              + " writes it");
    }
    return ScenarioLoader.load(
        Catalog.find(scenario.toAbsolutePath().toString()), Map.of(), overrides);
  }
}
