package org.hillock.io;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.analysis.ComparedRun;
import org.hillock.analysis.TimeWindow;
import org.hillock.plot.PlotData;
import org.hillock.record.SpikeList;

/** A folder of results, read back for plotting and comparing. */
public final class StoredResult {

  private static final String AGAIN = "run the scenario again";

  private final Path folder;
  private final JsonObject manifest;

  private StoredResult(Path folder, JsonObject manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * Opens a folder.
   *
   * @throws ResultFormatException if it holds no results
   */
  public static StoredResult open(Path folder) throws IOException {
    Path file = folder.resolve("manifest.json");
    if (!Files.exists(file)) {
      throw new ResultFormatException(
          folder, 0, "not a folder of results: it has no manifest.json");
    }
    try {
      JsonObject manifest = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      if (!manifest.has("recorded_spikes")) {
        throw new ResultFormatException(folder, 0, "holds no results of 'hillock run'");
      }
      return new StoredResult(folder, manifest);
    } catch (CharacterCodingException e) {
      throw new ResultFormatException(file, 0, "not JSON: not UTF-8");
    } catch (JsonParseException | IllegalStateException e) {
      throw new ResultFormatException(file, 0, "not JSON: " + firstLine(e));
    }
  }

  /** What a library says, without its advice. */
  private static String firstLine(RuntimeException thrown) {
    return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
  }

  /** The plots that the scenario asked for. */
  public List<String> plots() throws IOException {
    List<String> names = new ArrayList<>();
    field(manifest, "plots").getAsJsonArray().forEach(name -> names.add(name.getAsString()));
    return names;
  }

  /** Everything that can be drawn. */
  public PlotData plotData() throws IOException {
    JsonObject time = field(manifest, "time").getAsJsonObject();
    double warmup = field(time, "warmup_ms").getAsDouble();
    Map<String, Integer> sizes = new LinkedHashMap<>();
    Map<String, Double> thresholds = new HashMap<>();
    for (var entry : field(manifest, "populations").getAsJsonObject().entrySet()) {
      JsonObject population = entry.getValue().getAsJsonObject();
      sizes.put(entry.getKey(), field(population, "size").getAsInt());
      JsonElement threshold = population.get("V_th");
      if (threshold != null && !threshold.isJsonNull()) {
        thresholds.put(entry.getKey(), threshold.getAsDouble());
      }
    }
    List<String> names = List.copyOf(sizes.keySet());
    Path spikes = folder.resolve("spikes.csv");
    Path traces = folder.resolve("traces.csv");
    Path weights = folder.resolve("weights.csv");
    Path rates = folder.resolve("rates.csv");
    JsonElement title = manifest.get("title");
    return new PlotData(
        title == null ? "" : title.getAsString(),
        warmup,
        Math.max(field(time, "end_ms").getAsDouble(), warmup),
        ScenarioFacts.groups(names, sizes, recorded(), Files.exists(rates)),
        Files.exists(spikes) ? SpikeFile.read(spikes, names) : List.of(),
        Files.exists(traces) ? TraceFile.read(traces) : List.of(),
        Files.exists(weights) ? WeightFile.read(weights) : List.of(),
        Files.exists(rates) ? RateFile.read(rates, name -> sizes.getOrDefault(name, 1)) : List.of(),
        thresholds,
        units());
  }

  /**
   * The spikes for a comparison.
   *
   * @param name how messages call it
   * @throws ResultFormatException if spikes were not recorded, only a part of the run is there, or
   *     a file is not as it was written
   */
  public ComparedRun comparedRun(String name) throws IOException {
    Path file = folder.resolve("manifest.json");
    try {
      return comparedRun(name, folder.resolve("spikes.csv"));
    } catch (CharacterCodingException e) {
      throw new ResultFormatException(folder.resolve("spikes.csv"), 0, "not UTF-8; " + AGAIN);
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | ClassCastException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      throw new ResultFormatException(
          file, 0, "not as 'hillock run' writes it (" + firstLine(e) + "); " + AGAIN);
    }
  }

  private ComparedRun comparedRun(String name, Path spikes) throws IOException {
    JsonObject time = field(manifest, "time").getAsJsonObject();
    double end = field(time, "end_ms").getAsDouble();
    if (field(manifest, "partial").getAsBoolean()) {
      throw new ResultFormatException(
          folder, 0, "the run was interrupted at " + new NumberText().of(end) + " ms; " + AGAIN);
    }
    List<PlotData.Group> recorded = recorded();
    if (recorded.isEmpty()) {
      throw new ResultFormatException(
          folder, 0, "no spikes were recorded; let 'record' in the scenario keep spikes");
    }
    if (!Files.exists(spikes)) {
      throw new ResultFormatException(folder, 0, "spikes.csv is missing; " + AGAIN);
    }
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (var entry : field(manifest, "populations").getAsJsonObject().entrySet()) {
      sizes.put(entry.getKey(), field(entry.getValue().getAsJsonObject(), "size").getAsInt());
    }
    List<SpikeList> lists = SpikeFile.read(spikes, List.copyOf(sizes.keySet()));
    if (!SpikeFile.hash(lists).equals(field(manifest, "spikes_sha256").getAsString())) {
      throw new ResultFormatException(
          spikes, 0, "not the spikes that were written (spikes_sha256 is another); " + AGAIN);
    }
    return new ComparedRun(
        name,
        new TimeWindow(field(time, "warmup_ms").getAsDouble(), end),
        RecordedNeurons.of(sizes, recorded, lists));
  }

  private List<PlotData.Group> recorded() throws IOException {
    List<PlotData.Group> recorded = new ArrayList<>();
    for (JsonElement element : field(manifest, "recorded_spikes").getAsJsonArray()) {
      JsonObject range = element.getAsJsonObject();
      recorded.add(
          new PlotData.Group(
              field(range, "population").getAsString(),
              field(range, "from").getAsInt(),
              field(range, "to").getAsInt()));
    }
    return recorded;
  }

  private Map<String, String> units() throws IOException {
    Map<String, String> units = new HashMap<>();
    for (var entry : field(manifest, "units").getAsJsonObject().entrySet()) {
      units.put(entry.getKey(), entry.getValue().getAsString());
    }
    return units;
  }

  private JsonElement field(JsonObject object, String name) throws IOException {
    JsonElement value = object.get(name);
    if (value == null) {
      throw new ResultFormatException(
          folder.resolve("manifest.json"), 0, "'" + name + "' is missing");
    }
    return value;
  }
}
