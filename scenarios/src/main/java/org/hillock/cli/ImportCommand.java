package org.hillock.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hillock.cli.option.DecayArgument;
import org.hillock.format.FormatException;
import org.hillock.io.OtherPlace;
import org.hillock.io.ProgramVersion;
import org.hillock.io.ResultFolder;
import org.hillock.model.GridTime;
import org.hillock.network.SpikeTrains;
import org.hillock.nir.ImportedNetwork;
import org.hillock.nir.NirDecay;
import org.hillock.nir.NirGraph;
import org.hillock.nir.NirImport;
import org.hillock.nir.NirReader;
import org.hillock.nir.NirStated;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.section.TimeOption;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.write.ImportedScenario;
import org.hillock.text.MistakeException;
import org.hillock.words.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Turns a model in NIR (Neuromorphic Intermediate Representation) into a scenario that runs.",
      "Writes a folder with scenario.yaml and its lists of synapses. What cannot be run is refused,"
          + " with the node that is in the way."
    })
final class ImportCommand implements Callable<Integer> {

  /** dt where neither option nor file gives one [ms]; that of the paper on NIR. */
  private static final double USUAL_STEP = 0.1;

  /** How long a run goes on after the last spike of its input [ms]. */
  private static final double AFTER = 100;

  /** Steps of a run of whose input nothing is known, at least. */
  private static final int FEWEST_STEPS = 100;

  /** Steps after the last spike of the input, at least. */
  private static final int LAST_STEPS = 10;

  @Spec CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The model, such as model.nir.")
  Path model = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write; the name of the file without its ending if not given.")
  @Nullable Path out;

  @Option(
      names = "--step",
      paramLabel = "TIME",
      description = {
        "The time-step dt, on which the effect of a spike depends: that of the framework that made"
            + " the model, such as --step '1 ms'. What the file tells, or 0.1 ms, if not given."
      })
  @Nullable String step;

  @Option(
      names = "--decay",
      paramLabel = "HOW",
      description = {
        "How the framework that made the model steps: exact, by e^(-dt/tau), or euler, by 1 - dt/tau,"
            + " as many networks are trained. What the file tells, or exact, if not given."
      })
  @Nullable String decay;

  @Option(
      names = "--input",
      paramLabel = "[NODE=]FILE",
      description = {
        "Spikes of an Input node, a CSV file with the columns time_ms,neuron, or a .dat or .gdf file"
            + " of NEST; NODE may be left out if there is one only. May be repeated. Without it,"
            + " what the file tells, or Poisson spikes."
      })
  List<String> inputs = new ArrayList<>();

  @Option(names = "--overwrite", description = "Replaces an older import of the same name.")
  boolean overwrite;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints nothing but complaints.")
  boolean quiet;

  @Override
  public Integer call() throws ScenarioException, IOException {
    if (!Files.exists(model)) {
      throw new MistakeException("there is no file '" + model + "'");
    }
    String file = String.valueOf(model.getFileName());
    int dot = file.lastIndexOf('.');
    String name = dot > 0 ? file.substring(0, dot) : file;
    Path folder = out != null ? out : Path.of(dot > 0 ? name : name + "-scenario");
    String obstacle = ResultFolder.obstacle(folder, overwrite);
    if (!obstacle.isEmpty()) {
      throw new MistakeException(obstacle);
    }
    ImportedNetwork network;
    try {
      NirGraph graph = NirReader.read(model);
      NirDecay given = DecayArgument.parse(decay);
      NirStated stated = NirStated.of(graph);
      double dt = step(stated);
      network = given == null ? NirImport.of(graph, dt) : NirImport.of(graph, given, dt);
      if (step == null && !stated.stepFault().isEmpty()) {
        network =
            network.noting(
                stated.stepFault() + ": steps are of " + Words.milliseconds(dt) + " (see --step)");
      }
      if (step == null && stated.step().isEmpty() && NirImport.timeless(graph)) {
        network =
            network.noting(
                "the neurons have no time constant: frameworks without a time in the model, such as"
                    + " Sinabs, snnTorch and Spyx, mean steps of a second (--step '1 s'); with "
                    + network.step()
                    + " ms a spike counts "
                    + network.step() / 1000
                    + " of that");
      }
    } catch (FormatException e) {
      throw new MistakeException(e.getMessage());
    }
    Map<String, Path> spikes = spikes(network);
    Path written;
    try (ResultFolder results = ResultFolder.create(folder, overwrite)) {
      results.removeOnInterruption();
      Map<String, String> names = new LinkedHashMap<>();
      Map<String, String> given = new LinkedHashMap<>();
      for (Map.Entry<String, Path> input : spikes.entrySet()) {
        String copy = input.getKey() + "-spikes.csv";
        Files.copy(input.getValue(), results.file(copy));
        names.put(input.getKey(), copy);
        given.put(copy, input.getValue().toString());
      }
      ImportCheck check = new ImportCheck(model, results.file("scenario.yaml"), given);
      double last = lastTime(network);
      if (!names.isEmpty()) {
        // The spikes of files as a scenario reads them, whatever their format.
        ImportedScenario.write(
            network.senders(), name, file, names, network.step(), results.file(""));
        last = lastTime(check.load());
      }
      ImportedScenario.write(
          network, name, file, names, duration(last, network.step()), results.file(""));
      Files.writeString(results.file("manifest.json"), manifest(name, file, results));
      check.load();
      written = results.keep();
    }
    OtherPlace.tell(folder, written, spec.commandLine().getErr());
    if (!quiet) {
      tell(network, written);
    }
    return ExitCode.OK;
  }

  private double step(NirStated stated) throws ScenarioException {
    if (step != null) {
      double given = TimeOption.milliseconds("--step", step);
      if (given == 0) {
        throw new MistakeException("--step " + step + ": expected more than 0 ms");
      }
      return given;
    }
    return stated.step().orElse(USUAL_STEP);
  }

  /** The files of {@code --input}, by the names of populations. */
  private Map<String, Path> spikes(ImportedNetwork network) {
    Map<String, Path> files = new LinkedHashMap<>();
    for (String input : inputs) {
      int equals = input.indexOf('=');
      String node = equals < 0 ? null : input.substring(0, equals);
      Path file = Path.of(input.substring(equals + 1));
      if (node == null && network.inputs().size() != 1) {
        throw new MistakeException(
            "--input "
                + input
                + ": the model has the inputs "
                + String.join(", ", network.inputs().keySet())
                + "; write --input NODE=FILE");
      }
      String known = node == null ? network.inputs().keySet().iterator().next() : node;
      ImportedNetwork.Sender sender = network.inputs().get(known);
      if (sender == null) {
        throw MistakeException.unknown("Input node", known, network.inputs().keySet());
      }
      if (!Files.isRegularFile(file)) {
        throw new MistakeException("--input " + input + ": there is no file '" + file + "'");
      }
      if (files.put(sender.population(), file) != null) {
        throw new MistakeException("--input " + input + ": a second file for '" + known + "'");
      }
    }
    return files;
  }

  /**
   * Until some time after the last spike that is known, in whole steps; a second if there is none.
   */
  private static double duration(double last, double step) {
    double wanted =
        last == 0 ? Math.max(1000, FEWEST_STEPS * step) : last + Math.max(AFTER, LAST_STEPS * step);
    return GridTime.time((long) Math.ceil(wanted / step), step);
  }

  /** The last spike of which the file tells [ms]; 0 if there is none. */
  private static double lastTime(ImportedNetwork network) {
    return network.inputs().values().stream().mapToDouble(in -> last(in.trains())).max().orElse(0);
  }

  /** The last spike that a scenario plays [ms]; 0 if there is none. */
  private static double lastTime(Scenario scenario) {
    return scenario.network().populations().stream()
        .mapToDouble(population -> last(population.spikeTrains()))
        .max()
        .orElse(0);
  }

  private static double last(@Nullable SpikeTrains trains) {
    double last = 0;
    for (int i = 0; trains != null && i < trains.size(); i++) {
      int count = trains.count(i);
      last = count == 0 ? last : Math.max(last, trains.time(i, count - 1));
    }
    return last;
  }

  private void tell(ImportedNetwork network, Path written) {
    PrintWriter text = spec.commandLine().getOut();
    long neurons = network.populations().stream().mapToLong(p -> p.size()).sum();
    double synapses =
        network.projections().stream()
            .mapToDouble(p -> p.rule().expectedSynapses(p.source(), p.target(), true))
            .sum();
    text.println(
        Words.count(neurons, "neuron")
            + " in "
            + Words.count(network.populations().size(), "population")
            + ", "
            + Words.count(Math.round(synapses), "synapse"));
    network.notes().forEach(text::println);
    text.println("written to " + written);
    text.println("run it with: hillock run " + written.resolve("scenario.yaml"));
    text.flush();
  }

  /** Says what the folder is, and which files a later import may replace. */
  private static String manifest(String name, String file, ResultFolder results)
      throws IOException {
    JsonObject manifest = new JsonObject();
    manifest.addProperty("hillock", ProgramVersion.number());
    manifest.addProperty("kind", "import");
    manifest.addProperty("scenario", name);
    manifest.addProperty("from", file);
    JsonArray files = new JsonArray();
    try (Stream<Path> entries = Files.list(results.file(""))) {
      entries
          .map(path -> String.valueOf(path.getFileName()))
          .filter(entry -> !entry.startsWith("."))
          .sorted()
          .forEach(files::add);
    }
    manifest.add("files", files);
    return manifest + "\n";
  }
}
