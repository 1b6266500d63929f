package org.hillock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.hillock.io.StoredResult;
import org.hillock.plot.PlotData;
import org.hillock.plot.PlotKind;
import org.hillock.plot.PlotSize;
import org.hillock.scenario.ScenarioException;
import org.hillock.scenario.TimeOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "plot",
    mixinStandardHelpOptions = true,
    description = "Draws plots again from a folder of results, into the same folder.")
final class PlotCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "A folder that 'hillock run' wrote.")
  Path folder = Path.of("");

  @Option(
      names = "--plots",
      split = ",",
      paramLabel = "NAME",
      description =
          "Which plots, separated by commas; those of the scenario if not given."
              + " 'hillock list plots' shows them all.")
  List<String> names = new ArrayList<>();

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
    StoredResult result = StoredResult.open(folder);
    List<String> plots = names.isEmpty() ? result.plots() : names;
    List<String> known = Arrays.stream(PlotKind.values()).map(PlotKind::plotName).toList();
    for (String name : plots) {
      if (!known.contains(name)) {
        throw MistakeException.unknown("plot", name, known);
      }
    }
    PlotData data = window(result.plotData());
    if (show) {
      Drawing.show(data, plots);
      return ExitCode.OK;
    }
    List<Path> files =
        Drawing.write(
            data,
            plots,
            out == null ? folder : out,
            new PlotSize(width, height),
            spec.commandLine().getErr());
    files.forEach(spec.commandLine().getOut()::println);
    return ExitCode.OK;
  }

  private PlotData window(PlotData data) throws ScenarioException {
    double start = from == null ? data.start() : TimeOption.milliseconds("--from", from);
    double stop = to == null ? data.stop() : TimeOption.milliseconds("--to", to);
    if (!(start < stop)) {
      throw new MistakeException("--from " + start + " ms is not before --to " + stop + " ms");
    }
    if (stop <= data.start() || start >= data.stop()) {
      throw new MistakeException(
          "nothing was recorded from "
              + start
              + " ms to "
              + stop
              + " ms; the results go from "
              + data.start()
              + " ms to "
              + data.stop()
              + " ms");
    }
    return data.between(start, stop);
  }
}
