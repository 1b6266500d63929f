package org.hillock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hillock.cli.option.OutputFile;
import org.hillock.cli.option.ReportFile;
import org.hillock.file.WholeFile;
import org.hillock.io.SavedFolder;
import org.hillock.io.StoredComparison;
import org.hillock.io.StoredResult;
import org.hillock.report.ReportPage;
import org.hillock.report.comparison.ComparisonReport;
import org.hillock.report.run.RunReport;
import org.hillock.report.sweep.SweepReport;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.sweep.StoredSweep;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    header = "Makes one page of a folder of results, which opens anywhere.",
    description = {
      "The page has claim and verdict, spikes, rates and traces that can be looked into, a diagram of"
          + " the network, parameters, plots, times, and how to run it again. It is one file of HTML"
          + " that asks nothing of any network."
    })
final class ReportCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "A folder that 'hillock run', 'sweep' or 'compare --out' wrote.")
  Path folder = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The page; report.html in the same folder if not given.")
  @Nullable Path out;

  @Option(
      names = "--overwrite",
      description = "Replaces a file of that name even if it is no report.")
  boolean overwrite;

  @Override
  public Integer call() throws IOException, ScenarioException {
    if (!Files.isDirectory(folder)) {
      throw new MistakeException(
          "'" + folder + "' is no folder: name one that 'hillock run' or 'hillock sweep' wrote");
    }
    Path file = out == null ? folder.resolve("report.html") : out;
    OutputFile.check("--out", file);
    ReportFile.check(file, overwrite);
    WholeFile.Content page = page();
    WholeFile.write(file, page);
    if (!WholeFile.isSpecial(file)) { // which may be standard output itself
      spec.commandLine().getOut().println(file);
      spec.commandLine().getOut().flush();
    }
    return ExitCode.OK;
  }

  /** All is read before anything is written. */
  private WholeFile.Content page() throws IOException, ScenarioException {
    if (!Files.exists(folder.resolve("manifest.json"))
        && Files.isDirectory(folder.resolve(SavedFolder.CHECKPOINT))) {
      throw new MistakeException(
          "'"
              + folder
              + "' holds a run that has not ended: go on with it by 'hillock resume "
              + folder
              + "', and report then");
    }
    ReportPage page =
        StoredComparison.isOne(folder)
            ? ComparisonReport.of(folder)
            : StoredSweep.isOne(folder)
                ? SweepReport.of(folder)
                : RunReport.of(StoredResult.open(folder));
    return page::writeTo;
  }
}
