package org.hillock.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hillock.cli.option.Candidates;
import org.hillock.cli.option.CoreList;
import org.hillock.cli.option.DecayArgument;
import org.hillock.cli.option.MappingArgument;
import org.hillock.cli.option.RunArguments;
import org.hillock.cli.option.ScenarioArguments;
import org.hillock.io.OtherPlace;
import org.hillock.io.ProgramVersion;
import org.hillock.io.ResultFolder;
import org.hillock.io.Sha256;
import org.hillock.loihi.LoihiCompiler;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.Objective;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.chip.ProfileException;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.loihi.estimate.CostEstimate;
import org.hillock.loihi.run.Calibration;
import org.hillock.loihi.write.MappingSchema;
import org.hillock.loihi.write.MappingSummary;
import org.hillock.loihi.write.MappingWriter;
import org.hillock.report.MappingReport;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.section.TimeOption;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.write.ResolvedYaml;
import org.hillock.text.MistakeException;
import org.hillock.text.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Carries a scenario on to a neuromorphic chip: rounds its neurons and synapses to the",
      "fields of the chip, spreads them over cores, and writes mapping.json, summary.txt and",
      "report.html, which shows the mapping in pictures.",
      "What the chip cannot take is refused, with the limit that is in the way."
    })
final class ExportCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Mixin ScenarioArguments arguments;

  @Option(
      names = "--target",
      paramLabel = "CHIP",
      completionCandidates = Candidates.Targets.class,
      defaultValue = "loihi",
      description = {
        "The chip: loihi1 (a Nahuku board of 32 chips; also loihi or nahuku), kapoho-bay (2 chips),"
            + " pohoiki-springs (768 chips), loihi2, spinnaker2, truenorth, memristor, or the path of a chip profile of"
            + " your own. ${DEFAULT-VALUE} if not given."
      })
  String target = "loihi";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = ExportFormats.Names.class,
      split = ",",
      description = {
        "What to write: mapping, which the others but nir come with; sana-fe, an architecture and a"
            + " network in YAML for that simulator; nir, the network before it is rounded; netx,"
            + " feed-forward networks for Lava. Several by commas. mapping if not given."
      })
  List<String> formats = new ArrayList<>();

  @Option(
      names = "--decay",
      paramLabel = "HOW",
      description = {
        "For --format nir, how the framework that will read the file steps: exact, by e^(-dt/tau), or"
            + " euler, by 1 - dt/tau. exact if not given."
      })
  @Nullable String decay;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write; results/SCENARIO-CHIP if not given.")
  @Nullable Path out;

  @Option(names = "--overwrite", description = "Replaces an older export of the same name.")
  boolean overwrite;

  @Option(
      names = "--chip-step",
      paramLabel = "TIME",
      description = {
        "What one time-step of the chip stands for, such as --chip-step '1 ms'; the step of the"
            + " scenario if not given."
      })
  @Nullable String chipStep;

  @Option(
      names = "--freeze-plasticity",
      description = "Maps plastic synapses with the weights that they have at the start.")
  boolean freezePlasticity;

  @Option(
      names = "--optimise",
      paramLabel = "WHAT",
      defaultValue = "cores",
      description = {
        "What the mapping should have least of: ${COMPLETION-CANDIDATES}. Packing neurons tightly"
            + " saves cores and energy, spreading them shortens a step up to a point. ${DEFAULT-VALUE} if not"
            + " given."
      })
  Objective objective = Objective.cores;

  @Option(
      names = "--avoid",
      paramLabel = "CORES",
      split = ",",
      description = {
        "Cores not to use, such as dead ones: chip.core, as in --avoid 0.17,0.18, or CHIP for all of"
            + " a chip."
      })
  List<String> avoid = new ArrayList<>();

  @Option(
      names = "--activity",
      paramLabel = "TIME",
      description = {
        "Simulates the scenario for so long first, such as --activity '500 ms', and weighs packets"
            + " by how much the neurons fire; all neurons count alike if not given."
      })
  @Nullable String activity;

  @Option(
      names = "--calibrate",
      paramLabel = "TIME",
      description = {
        "Simulates the network and emulates the chip for so long, several times, such as --calibrate"
            + " '2 s', and corrects the bias of each population until their rates agree."
      })
  @Nullable String calibrate;

  // picocli's newer kinds of help options end before the command is called.
  @SuppressWarnings("deprecation")
  @Option(
      names = "--schema",
      help = true,
      description = "Prints the JSON Schema of mapping.json and does nothing else.")
  boolean schema;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints nothing but complaints.")
  boolean quiet;

  @Override
  public Integer call() throws ScenarioException, IOException {
    PrintWriter text = spec.commandLine().getOut();
    if (schema) {
      text.print(MappingSchema.json());
      text.flush();
      return ExitCode.OK;
    }
    ExportFormats wanted = ExportFormats.parse(formats, DecayArgument.parse(decay));
    Scenario scenario = arguments.loadForChip(new RunArguments(), chipStep);
    double gridStep = scenario.settings().step();
    double step = chipStep == null ? gridStep : TimeOption.milliseconds("--chip-step", chipStep);
    if (wanted.withoutChip()) {
      return exportNetwork(wanted, scenario, gridStep);
    }
    Mapping mapping;
    Path folder;
    List<String> found = List.of();
    try {
      ChipProfile profile = ProfileReader.find(target);
      folder = out != null ? out : Path.of("results", scenario.name() + "-" + profile.name());
      String obstacle = ResultFolder.obstacle(folder, overwrite);
      if (!obstacle.isEmpty()) {
        throw new MistakeException(obstacle);
      }
      LoihiCompiler.Subject subject =
          new LoihiCompiler.Subject(
              scenario.name(), scenario.network(), gridStep, scenario.settings().seed());
      LoihiCompiler.Options options =
          new LoihiCompiler.Options(
              step,
              freezePlasticity,
              objective,
              CoreList.parse(avoid, profile),
              activity == null ? 0 : simulated("--activity", activity, gridStep),
              Map.of());
      if (calibrate != null) {
        double duration = simulated("--calibrate", calibrate, gridStep);
        int threads = scenario.settings().threads();
        Calibration calibration = Calibration.of(subject, profile, options, duration, threads);
        found = calibration.sentences();
        options = options.tuned(calibration.tuning());
      }
      mapping = LoihiCompiler.compile(subject, profile, options, this::tell);
    } catch (MappingException | ProfileException e) {
      throw new MistakeException(e.getMessage());
    }
    String summary;
    Path written;
    try (ResultFolder results = ResultFolder.create(folder, overwrite)) {
      results.removeOnInterruption();
      MappingWriter.write(mapping, results.file("mapping.json"));
      summary =
          MappingSummary.of(mapping)
              + (found.isEmpty() ? "" : "\ncalibration\n  " + String.join("\n  ", found) + "\n")
              + ExportFormats.section(wanted.write(scenario, gridStep, results));
      Files.writeString(results.file("summary.txt"), summary);
      MappingReport.write(mapping, results.file("report.html"));
      Files.writeString(results.file("scenario.yaml"), ResolvedYaml.of(scenario));
      JsonObject manifest = manifest(scenario);
      manifest.addProperty("chip", mapping.profile().name());
      manifest.addProperty("cores", mapping.cores());
      Files.writeString(results.file("manifest.json"), manifest + "\n");
      written = results.keep();
    }
    OtherPlace.tell(folder, written, spec.commandLine().getErr());
    if (!quiet) {
      text.print(summary);
      text.println();
      text.println("written to " + written);
      text.flush();
    }
    return ExitCode.OK;
  }

  /** How long to simulate [ms]: a step of the grid or more. */
  private static double simulated(String option, String text, double step)
      throws ScenarioException {
    double duration = TimeOption.milliseconds(option, text);
    if (duration / step < 1 - 1e-9 || duration / step > TimeOption.MOST_STEPS) {
      throw new MistakeException(
          String.format(
              Locale.ROOT,
              "%s '%s': expected at least a step of the simulator, %s ms, and at most %,d of them",
              option,
              text,
              Text.number(step),
              TimeOption.MOST_STEPS));
    }
    return duration;
  }

  /** Tells of a mapping that was tried: finding the best number of cores takes several. */
  private void tell(int cores, CostEstimate estimate) {
    if (!quiet) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          String.format(
              Locale.ROOT,
              "tried %s: a step takes %s µs, a second %s (estimates)",
              Text.count(cores, "core", "cores"),
              Text.number(estimate.stepNs() / 1000),
              Text.picojoules(estimate.energy())));
      err.flush();
    }
  }

  /** Writes the network as it is, for which no chip has to take it. */
  private int exportNetwork(ExportFormats wanted, Scenario scenario, double step)
      throws IOException {
    Path folder = out != null ? out : Path.of("results", scenario.name() + "-nir");
    String obstacle = ResultFolder.obstacle(folder, overwrite);
    if (!obstacle.isEmpty()) {
      throw new MistakeException(obstacle);
    }
    List<String> notes;
    Path written;
    try (ResultFolder results = ResultFolder.create(folder, overwrite)) {
      results.removeOnInterruption();
      notes = wanted.write(scenario, step, results);
      Files.writeString(results.file("scenario.yaml"), ResolvedYaml.of(scenario));
      Files.writeString(results.file("manifest.json"), manifest(scenario) + "\n");
      written = results.keep();
    }
    OtherPlace.tell(folder, written, spec.commandLine().getErr());
    if (!quiet) {
      PrintWriter text = spec.commandLine().getOut();
      notes.forEach(text::println);
      text.println("written to " + written);
      text.flush();
    }
    return ExitCode.OK;
  }

  /** Says what the folder is, to people and to later exports that may replace it. */
  private static JsonObject manifest(Scenario scenario) {
    JsonObject manifest = new JsonObject();
    manifest.addProperty("hillock", ProgramVersion.number());
    manifest.addProperty("kind", "export");
    manifest.addProperty("scenario", scenario.name());
    manifest.addProperty("title", scenario.title());
    manifest.addProperty("seed", scenario.settings().seed());
    manifest.addProperty(MappingArgument.SCENARIO_HASH, Sha256.of(ResolvedYaml.of(scenario)));
    return manifest;
  }
}
