package org.hillock.scenario.write;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.form.PoissonSpikes;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.nir.ImportedNetwork;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Writes a network that came from a NIR graph as a scenario: {@code scenario.yaml}, and beside it a
 * CSV file for each longer list of synapses or spikes. Numbers read back to the same doubles.
 */
public final class ImportedScenario {

  /** Lists up to this length stand in the scenario itself. */
  private static final int INLINE = 20;

  /** So many lines stay below what a scenario may read from one file. */
  private static final int LINES = 1_000_000;

  /** Rate of inputs of which a file says nothing [Hz]. */
  private static final double USUAL_RATE = 20;

  /** With long steps less: a tenth of a spike a step [spikes/ms, in Hz]. */
  private static final double SELDOM = 100;

  private static final MeasurementUnit MS = MeasurementUnit.MILLISECOND;
  private static final Gson QUOTE = new GsonBuilder().disableHtmlEscaping().create();

  private final ImportedNetwork network;
  private final Path folder;
  private final StringBuilder out = new StringBuilder();

  private ImportedScenario(ImportedNetwork network, Path folder) {
    this.network = network;
    this.folder = folder;
  }

  /**
   * Writes the files.
   *
   * @param network what to write
   * @param name of the scenario
   * @param file where it came from, for people
   * @param spikeFiles CSV files in the folder with the spikes of inputs, by the name of the
   *     population; those without one get what the graph tells, or Poisson spikes
   * @param duration of a run [ms]
   * @param folder where to write, which exists
   */
  public static void write(
      ImportedNetwork network,
      String name,
      String file,
      Map<String, String> spikeFiles,
      double duration,
      Path folder)
      throws IOException {
    ImportedScenario scenario = new ImportedScenario(network, folder);
    scenario.head(name, file, duration);
    scenario.neurons(spikeFiles);
    scenario.synapses();
    scenario.tail();
    Files.writeString(folder.resolve("scenario.yaml"), scenario.out);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void head(String name, String file, double duration) {
    line(
        "# "
            + file.replaceAll("\\p{Cntrl}", " ")
            + ", imported from NIR for steps of this length:");
    line("# weights depend on it, so import again for another.");
    for (String note : network.notes()) {
      line("# " + note.replaceAll("\\p{Cntrl}", " "));
    }
    line("scenario: " + quoted(name));
    line("title: " + quoted(name + ", imported from NIR"));
    line(
        "time: {step: "
            + Numbers.text(network.step(), MS)
            + ", duration: "
            + Numbers.text(duration, MS)
            + "}");
  }

  private void neurons(Map<String, String> spikeFiles) throws IOException {
    Map<String, ImportedNetwork.Sender> senders = new TreeMap<>();
    network.inputs().values().forEach(sender -> senders.put(sender.population(), sender));
    boolean rate =
        senders.values().stream()
            .anyMatch(
                sender ->
                    !spikeFiles.containsKey(sender.population())
                        && sender.trains() == null
                        && sender.poisson().isEmpty());
    if (rate) {
      line(
          "parameters: {input_rate: "
              + Numbers.text(Math.min(USUAL_RATE, SELDOM / network.step()))
              + " Hz}   # the file says nothing of its inputs: try others");
    }
    line("neurons:");
    for (Population population : network.populations()) {
      ImportedNetwork.Sender sender = senders.get(population.name());
      String fields =
          sender == null
              ? fields(population)
              : sender(sender, population, spikeFiles.get(population.name()));
      line("  " + population.name() + ": {size: " + population.size() + ", " + fields + "}");
    }
  }

  private String sender(ImportedNetwork.Sender sender, Population population, @Nullable String file)
      throws IOException {
    SpikeTrains trains = sender.trains();
    String spikes = file;
    if (spikes == null && trains != null) {
      spikes = spikeFile(population.name() + "-spikes.csv", trains);
    }
    if (spikes != null) {
      // Inputs are of the model that plays spikes.
      return "model: " + population.model() + ", spike_times: {file: " + quoted(spikes) + "}";
    }
    Models.Taken random =
        Models.taking(new PoissonSpikes(USUAL_RATE, OptionalDouble.empty(), OptionalDouble.empty()))
            .orElseThrow();
    if (sender.poisson().isEmpty()) {
      StringJoiner fields = new StringJoiner(", ");
      fields.add("model: " + random.model().name());
      random.parameters().keySet().forEach(rate -> fields.add(rate + ": input_rate"));
      return fields.toString();
    }
    return fields(
        new Population(
            population.name(), population.size(), random.model().name(), sender.poisson()));
  }

  private String spikeFile(String name, SpikeTrains trains) throws IOException {
    try (BufferedWriter csv = Files.newBufferedWriter(folder.resolve(name))) {
      csv.write("time_ms,neuron\n");
      for (int neuron = 0; neuron < trains.size(); neuron++) {
        for (double time : trains.train(neuron)) {
          csv.write(Numbers.text(time) + "," + neuron + "\n");
        }
      }
    }
    return name;
  }

  private static String fields(Population population) {
    NeuronModel model = Models.of(population);
    Map<String, MeasurementUnit> units = new TreeMap<>();
    model.stateVariables().forEach(v -> units.put(v.name(), MeasurementUnit.of(v.unit())));
    model.parameters().forEach(p -> units.put(p.name(), MeasurementUnit.of(p.unit())));
    StringJoiner fields = new StringJoiner(", ");
    fields.add("model: " + population.model());
    new TreeMap<>(population.parameters())
        .forEach(
            (name, value) ->
                fields.add(
                    name
                        + ": "
                        + WrittenValues.text(
                            value, units.getOrDefault(name, MeasurementUnit.NONE))));
    return fields.toString();
  }

  private void synapses() throws IOException {
    if (network.projections().isEmpty()) {
      return;
    }
    line("synapses:");
    for (Projection projection : network.projections()) {
      String target = projection.target().population();
      MeasurementUnit unit = weightUnit(target);
      StringJoiner fields = new StringJoiner(", ", "{", "}");
      fields.add("name: " + quoted(projection.name()));
      fields.add("from: " + projection.source().population());
      fields.add("to: " + target);
      fields.add("rule: " + projection.rule().ruleName());
      ConnectionRule.Explicit list = projection.rule().listed();
      if (list == null) {
        line("  - " + common(fields, projection, unit, false, false));
        continue;
      }
      for (String edges : edges(list, projection.name(), unit)) {
        StringJoiner each = new StringJoiner(", ", "{", "}");
        each.add(fields.toString().substring(1, fields.toString().length() - 1));
        each.add("edges: " + edges);
        line("  - " + common(each, projection, unit, list.hasWeights(), list.hasDelays()));
      }
    }
  }

  private static StringJoiner common(
      StringJoiner fields,
      Projection projection,
      MeasurementUnit unit,
      boolean ownWeights,
      boolean ownDelays) {
    if (!ownWeights) {
      fields.add("weight: " + WrittenValues.text(projection.weight(), unit));
    }
    if (!ownDelays) {
      fields.add("delay: " + WrittenValues.text(projection.delay(), MS));
    }
    return fields;
  }

  private MeasurementUnit weightUnit(String population) {
    return network.populations().stream()
        .filter(p -> p.name().equals(population))
        .map(p -> MeasurementUnit.of(Models.of(p).description().weightUnit()))
        .findFirst()
        .orElseThrow();
  }

  /** The list itself, or names of files that hold it. */
  private List<String> edges(ConnectionRule.Explicit list, String name, MeasurementUnit unit)
      throws IOException {
    List<String> parts = new ArrayList<>();
    if (list.size() <= INLINE) {
      StringJoiner edges = new StringJoiner(", ", "[", "]");
      for (int i = 0; i < list.size(); i++) {
        StringJoiner edge = new StringJoiner(", ", "[", "]");
        edge.add(list.source(i) + ", " + list.target(i));
        if (list.hasWeights()) {
          edge.add(Numbers.text(list.weight(i), unit));
        } else if (list.hasDelays()) {
          edge.add("~");
        }
        if (list.hasDelays()) {
          edge.add(Numbers.text(list.delay(i), MS));
        }
        edges.add(edge.toString());
      }
      parts.add(edges.toString());
      return parts;
    }
    for (int from = 0; from < list.size(); from += LINES) {
      String file = name + (from == 0 ? "" : "-" + (from / LINES + 1)) + ".csv";
      write(list, from, Math.min(list.size(), from + LINES), unit, folder.resolve(file));
      parts.add(quoted(file));
    }
    return parts;
  }

  private static void write(
      ConnectionRule.Explicit list, int from, int to, MeasurementUnit unit, Path file)
      throws IOException {
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      String weight = unit.symbol().isEmpty() ? "weight" : "weight_" + unit.symbol();
      csv.write("source,target");
      csv.write(list.hasWeights() ? "," + weight : "");
      csv.write(list.hasDelays() ? ",delay_ms\n" : "\n");
      for (int i = from; i < to; i++) {
        csv.write(list.source(i) + "," + list.target(i));
        csv.write(list.hasWeights() ? "," + Numbers.text(list.weight(i)) : "");
        csv.write(list.hasDelays() ? "," + Numbers.text(list.delay(i)) + "\n" : "\n");
      }
    }
  }

  private void tail() {
    StringJoiner record = new StringJoiner(", ", "{", "}");
    record.add("spikes: all");
    if (!network.silent().isEmpty()) {
      record.add("V_m: " + network.silent());
    }
    line("record: " + record);
    line(network.silent().isEmpty() ? "plots: [raster]" : "plots: [raster, traces]");
    if (!network.outputs().isEmpty()) {
      line("# outputs of the graph: " + String.join(", ", network.outputs()));
    }
  }

  private static String quoted(String text) {
    return QUOTE.toJson(text);
  }
}
