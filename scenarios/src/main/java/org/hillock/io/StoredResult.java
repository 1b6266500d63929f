package org.hillock.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hillock.analysis.ComparedRun;
import org.hillock.analysis.TimeWindow;
import org.hillock.plot.PlotData;
import org.hillock.plot.PlotOptions;
import org.hillock.record.Spikes;
import org.hillock.record.StructureTable;
import org.hillock.text.NumberText;

/**
 * A folder of results, read back for plotting and comparing. Its files may have been changed or
 * damaged since: whatever is not as it was written is a {@link ResultFormatException}.
 */
public final class StoredResult {

  private static final String AGAIN = "run the scenario again";

  private final Path folder;
  private final JsonFields fields;
  private final StoredManifest manifest;

  private StoredResult(Path folder, JsonFields fields, StoredManifest manifest) {
    this.folder = folder;
    this.fields = fields;
    this.manifest = manifest;
  }

  /**
   * Opens a folder.
   *
   * @throws ResultFormatException if it holds no results
   */
  public static StoredResult open(Path folder) throws IOException {
    Path file = folder.resolve("manifest.json");
    if (!Files.isRegularFile(file)) {
      throw new ResultFormatException(
          folder, 0, "not a folder of results: it has no manifest.json");
    }
    JsonFields fields = JsonFields.read(file);
    if (!fields.has("recorded_spikes")) {
      throw new ResultFormatException(folder, 0, "holds no results of 'hillock run'");
    }
    return new StoredResult(folder, fields, StoredManifest.of(fields));
  }

  /** The plots that the scenario asked for, with their settings. */
  public Map<String, PlotOptions> plots() {
    return manifest.plots();
  }

  /** What the manifest says to people. */
  public RunFacts facts() throws IOException {
    return RunFacts.of(fields);
  }

  /** A file of the folder. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Whose spikes were recorded. */
  public List<PlotData.Group> recorded() {
    return manifest.recorded();
  }

  /**
   * Checks that the spikes are those that were written.
   *
   * @throws ResultFormatException if they were changed since, or are gone
   */
  public void checkSpikes() throws IOException {
    Path spikes = folder.resolve("spikes.csv");
    if (manifest.spikesSha256().isEmpty() || manifest.recorded().isEmpty()) {
      return; // they could not be written, and the manifest says so; or none were asked for
    }
    if (!Files.exists(spikes)) {
      throw new ResultFormatException(folder, 0, "spikes.csv is missing; " + AGAIN);
    }
    if (!SpikeFile.hash(spikes).equals(manifest.spikesSha256())) {
      throw new ResultFormatException(
          spikes, 0, "not the spikes that were written (spikes_sha256 is another); " + AGAIN);
    }
  }

  /** Whether nothing is missing, neither of the run nor of its files. */
  public boolean whole() {
    return manifest.whole();
  }

  /** How far the run has come [ms], warm-up included. */
  public double end() {
    return manifest.window().stop();
  }

  /** Sizes of the populations by name. */
  public Map<String, Integer> sizes() {
    return manifest.sizes();
  }

  /** Everything that can be drawn. */
  public PlotData plotData() throws IOException {
    Map<String, Integer> sizes = manifest.sizes();
    Path spikes = folder.resolve("spikes.csv");
    Path traces = folder.resolve("traces.csv");
    Path weights = folder.resolve("weights.csv");
    Path rates = folder.resolve("rates.csv");
    Path modulators = folder.resolve("modulators.csv");
    Path presented = folder.resolve("presentations.csv");
    Path structure = folder.resolve("structure.csv");
    Path places = folder.resolve(PlaceFile.NAME);
    return new PlotData(
        manifest.title(),
        manifest.window().start(),
        manifest.window().stop(),
        ScenarioFacts.groups(
            List.copyOf(sizes.keySet()), sizes, manifest.recorded(), Files.exists(rates)),
        Files.exists(spikes) ? recorded(StoredSpikes.open(spikes, sizes)) : List.of(),
        Files.exists(traces) ? TraceFile.read(traces, sizes) : List.of(),
        Files.exists(weights) ? WeightFile.read(weights, sizes) : List.of(),
        Files.exists(rates) ? RateFile.read(rates, sizes) : List.of(),
        new HashMap<>(manifest.thresholds()),
        new LinkedHashMap<>(manifest.units()),
        manifest
            .details()
            .with(
                Files.exists(structure) ? StructureFile.read(structure) : StructureTable.nothing())
            .with(Files.exists(modulators) ? ModulatorFile.read(modulators) : List.of())
            .at(Files.exists(places) ? PlaceFile.read(places, sizes) : Map.of())
            .showing(Files.exists(presented) ? PresentationFile.read(presented) : List.of()));
  }

  /** Spikes of the populations of which some were recorded. */
  private List<Spikes> recorded(List<Spikes> all) {
    Set<String> names =
        manifest.recorded().stream().map(PlotData.Group::name).collect(Collectors.toSet());
    return all.stream().filter(spikes -> names.contains(spikes.population())).toList();
  }

  /**
   * The spikes for a comparison.
   *
   * @param name how messages call it
   * @throws ResultFormatException if spikes were not recorded, only a part of the run is there, or
   *     a file is not as it was written
   */
  public ComparedRun comparedRun(String name) throws IOException {
    TimeWindow window = manifest.window();
    if (manifest.partial()) {
      throw new ResultFormatException(
          folder,
          0,
          "the run was interrupted at " + new NumberText().of(window.stop()) + " ms; " + AGAIN);
    }
    if (manifest.recorded().isEmpty()) {
      throw new ResultFormatException(
          folder, 0, "no spikes were recorded; let 'record' in the scenario keep spikes");
    }
    Path spikes = folder.resolve("spikes.csv");
    if (!Files.exists(spikes)) {
      throw new ResultFormatException(folder, 0, "spikes.csv is missing; " + AGAIN);
    }
    List<Spikes> lists = StoredSpikes.open(spikes, manifest.sizes());
    checkSpikes();
    return new ComparedRun(
        name, window, RecordedNeurons.of(manifest.sizes(), manifest.recorded(), lists));
  }
}
