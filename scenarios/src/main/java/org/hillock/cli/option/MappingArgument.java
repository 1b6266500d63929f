package org.hillock.cli.option;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hillock.file.TextFile;
import org.hillock.io.Sha256;
import org.hillock.loihi.chip.ProfileException;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.MappingFormatException;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;

/**
 * A folder of {@code hillock export}, or the {@code mapping.json} in it, named on the command line.
 */
public final class MappingArgument {

  private static final String SCENARIO = "scenario.yaml";

  /** Key of the hash of the scenario that was exported, in its manifest. */
  public static final String SCENARIO_HASH = "scenario_sha256";

  private MappingArgument() {}

  /** Whether a path is a mapping, and not a scenario. */
  public static boolean looksLikeOne(String text) {
    try {
      Path path = Path.of(text);
      return path.toString().endsWith(".json") || Files.isDirectory(path);
    } catch (RuntimeException e) {
      return false;
    }
  }

  /**
   * Reads a mapping.
   *
   * @throws MistakeException if it is none
   */
  public static MappingFile read(Path path) throws IOException {
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
  public static MappingFile complete(Path path) throws IOException {
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
  public static Scenario scenario(Path path) throws ScenarioException {
    return scenario(path, Overrides.NONE);
  }

  /** Whether the scenario beside a mapping is another than the one that was exported. */
  public static boolean scenarioChanged(Path path) throws IOException {
    Path manifest = beside(path, "manifest.json");
    if (!Files.isRegularFile(manifest)) {
      return false;
    }
    try {
      JsonElement hash =
          JsonParser.parseString(TextFile.read(manifest)).getAsJsonObject().get(SCENARIO_HASH);
      return hash != null
          && !hash.getAsString().equals(Sha256.of(TextFile.read(beside(path, SCENARIO))));
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
      // A manifest that says nothing: then nobody knows of a change.
      return false;
    }
  }

  /** Whether the scenario that a mapping was made of is beside it. */
  public static boolean hasScenario(Path path) {
    return Files.isRegularFile(beside(path, SCENARIO));
  }

  private static Path beside(Path mapping, String name) {
    Path folder = Files.isDirectory(mapping) ? mapping : mapping.toAbsolutePath().getParent();
    return folder.resolve(name);
  }

  /** The same, to be run in another way. */
  public static Scenario scenario(Path path, Overrides overrides) throws ScenarioException {
    Path scenario = beside(path, SCENARIO);
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
