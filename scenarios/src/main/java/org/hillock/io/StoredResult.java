package org.hillock.io;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.plot.PlotData;

/** A folder of results, read back for plotting. */
public final class StoredResult {

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
    try (Reader in = Files.newBufferedReader(file)) {
      JsonObject manifest = JsonParser.parseReader(in).getAsJsonObject();
      if (!manifest.has("recorded_spikes")) {
        throw new ResultFormatException(folder, 0, "holds no results of 'hillock run'");
      }
      return new StoredResult(folder, manifest);
    } catch (NoSuchFileException e) {
      throw new ResultFormatException(
          folder, 0, "not a folder of results: it has no manifest.json");
    } catch (JsonParseException | IllegalStateException e) {
      throw new ResultFormatException(file, 0, "not JSON: " + e.getMessage());
    }
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
