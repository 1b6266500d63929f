package org.hillock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hillock.analysis.TimeWindow;
import org.hillock.cli.option.Candidates;
import org.hillock.cli.option.OutputFile;
import org.hillock.experiment.Drawing;
import org.hillock.plot.PanelRoom;
import org.hillock.plot.PlotData;
import org.hillock.plot.PlotKind;
import org.hillock.plot.PlotOptions;
import org.hillock.plot.PlotSize;
import org.hillock.scenario.section.RecordKeys;
import org.hillock.scenario.section.TimeOption;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.hillock.text.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "plot",
    mixinStandardHelpOptions = true,
    header = "Draws plots again from a folder of results, or of several in one picture.",
    description = {
      "Pictures go into the same folder, or another one with --out. Without --plots those of the"
          + " scenario are drawn, or, if it has none, the one that shows the run at a glance. Of"
          + " several folders, populations are called by the name of their run, and the time is"
          + " that which all of them recorded."
    })
final class PlotCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "A folder that 'hillock run' wrote; pictures of several need --out.")
  List<Path> folders = new ArrayList<>();

  @Option(
      names = "--plots",
      split = ",",
      paramLabel = "PLOT",
      completionCandidates = Candidates.Plots.class,
      description =
          "Which plots, separated by commas: ${COMPLETION-CANDIDATES}. 'hillock list plots' says"
              + " what they show.")
  List<String> names = new ArrayList<>();

  @Option(
      names = "--neurons",
      split = ",",
      paramLabel = "RANGE",
      description =
          "Whom to draw, such as --neurons exc[0:50],inh; all that were recorded if not"
              + " given.")
  List<String> neurons = new ArrayList<>();

  @Option(
      names = "--bin",
      paramLabel = "TIME",
      description =
          "Bins in which rates are counted, such as --bin '1 ms'; the data choose if not"
              + " given.")
  @Nullable String bin;

  @Option(
      names = "--smooth",
      paramLabel = "TIME",
      description =
          "Smooths rates by an exponential of this time constant that looks back only; not at all"
              + " if not given.")
  @Nullable String smooth;

  @Option(names = "--log", description = "Makes the axes of a spectrum logarithmic.")
  boolean log;

  @Option(
      names = "--columns",
      paramLabel = "N",
      description = "Neurons that stand beside each other in the images of receptive fields.")
  int columns;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Beginning of the part to draw, such as --from '200 ms'.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "End of the part to draw.")
  @Nullable String to;

  @Option(names = "--width", paramLabel = "PX", description = "Width of the pictures.")
  int width = PlotSize.STANDARD.width();

  @Option(names = "--height", paramLabel = "PX", description = "Height of the pictures.")
  int height = PlotSize.STANDARD.height();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the pictures, if not the same.")
  @Nullable Path out;

  @Option(names = "--show", description = "Opens a window instead of writing files.")
  boolean show;

  @Override
  public Integer call() throws IOException, ScenarioException {
    if (width < 200 || height < 150 || width > 20_000 || height > 20_000) {
      throw new MistakeException(
          "a picture of " + width + " x " + height + ": expected 200 x 150 to 20000 x 20000");
    }
    boolean chosen = spec.commandLine().getParseResult().hasMatchedOption("--columns");
    if (chosen && columns < 1) {
      throw new MistakeException("--columns " + columns + ": expected 1 or more");
    }
    for (String name : names) {
      Drawing.kind(name);
      checkSettings(name);
    }
    checkFolders();
    Path pictures = out == null ? folders.get(0) : out;
    OutputFile.checkInside("--out", pictures);
    PlottedRuns runs = PlottedRuns.of(folders, neurons);
    PlotData data = window(runs.data());
    Map<String, PlotOptions> plots = plots(runs.plots(), data);
    if (show) {
      Drawing.show(data, plots);
      return ExitCode.OK;
    }
    PlotSize size = new PlotSize(width, height);
    boolean given = spec.commandLine().getParseResult().hasMatchedOption("--height");
    List<Path> files =
        Drawing.write(
            data,
            plots,
            pictures,
            chart -> given ? size : PanelRoom.of(chart, size),
            spec.commandLine().getErr());
    files.forEach(spec.commandLine().getOut()::println);
    return files.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
  }

  private void checkFolders() {
    Set<Path> known = new HashSet<>();
    for (Path folder : folders) {
      if (!known.add(folder.toAbsolutePath().normalize())) {
        throw new MistakeException(folder + " is given twice: expected each run once");
      }
    }
    if (folders.size() > 1 && out != null && known.contains(out.toAbsolutePath().normalize())) {
      throw new MistakeException(
          "--out "
              + out
              + " is one of the runs: expected another folder, so that its own pictures"
              + " stay");
    }
    if (folders.size() > 1 && out == null && !show) {
      throw new MistakeException(
          "pictures of " + folders.size() + " runs: expected --out, the folder that they go into");
    }
  }

  /** A setting that no plot has is a mistake; of several plots some may have it. */
  private void checkSettings(String plot) {
    for (String setting : List.of("bin", "smooth", "log", "columns")) {
      boolean given = spec.commandLine().getParseResult().hasMatchedOption("--" + setting);
      if (given && names.stream().noneMatch(name -> RecordKeys.hasSetting(name, setting))) {
        throw new MistakeException(
            "--" + setting + ": the plot '" + plot + "' has no such setting");
      }
    }
  }

  /** Those of the command line, of the scenario, or the usual one: never none. */
  private Map<String, PlotOptions> plots(Map<String, PlotOptions> stored, PlotData data)
      throws ScenarioException {
    List<String> wanted = new ArrayList<>(names.isEmpty() ? stored.keySet() : names);
    if (wanted.isEmpty()) {
      PlotKind.usual(data).ifPresent(kind -> wanted.add(kind.plotName()));
    }
    if (wanted.isEmpty()) {
      throw new MistakeException(
          folders.get(0)
              + ": nothing was recorded that can be drawn; let 'record' in the scenario keep"
              + " spikes, rates, state or weights");
    }
    double ownBin = time("--bin", bin);
    double ownSmooth = time("--smooth", smooth);
    Map<String, PlotOptions> plots = new LinkedHashMap<>();
    for (String name : wanted) {
      PlotKind kind = Drawing.kind(name);
      if (!names.isEmpty() && !kind.appliesTo(data)) {
        throw new MistakeException(Drawing.cannot(kind));
      }
      PlotOptions given = stored.getOrDefault(name, PlotOptions.NONE);
      plots.put(
          name,
          new PlotOptions(
              ownBin > 0 ? ownBin : given.bin(),
              ownSmooth > 0 ? ownSmooth : given.smooth(),
              log || given.log(),
              columns > 0 ? columns : given.columns(),
              from == null && to == null ? given.window() : TimeWindow.ALWAYS,
              given.neurons()));
    }
    return plots;
  }

  private static double time(String option, @Nullable String text) throws ScenarioException {
    double time = text == null ? 0 : TimeOption.milliseconds(option, text);
    if (text != null && !(time > 0)) {
      throw new MistakeException(option + " '" + text + "': expected more than 0 ms");
    }
    return time;
  }

  private PlotData window(PlotData data) throws ScenarioException {
    double start = from == null ? data.start() : TimeOption.milliseconds("--from", from);
    double stop = to == null ? data.stop() : TimeOption.milliseconds("--to", to);
    if (from == null && to == null) {
      return data;
    }
    if (!(start < stop)) {
      throw new MistakeException(
          "--from " + Text.milliseconds(start) + " is not before --to " + Text.milliseconds(stop));
    }
    if (stop <= data.start() || start >= data.stop()) {
      throw new MistakeException(
          "nothing was recorded from "
              + Text.milliseconds(start)
              + " to "
              + Text.milliseconds(stop)
              + "; the results go from "
              + Text.milliseconds(data.start())
              + " to "
              + Text.milliseconds(data.stop()));
    }
    return data.between(start, stop);
  }
}
