package org.hillock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hillock.cli.option.Candidates;
import org.hillock.cli.option.Catalog;
import org.hillock.cli.option.OutputFile;
import org.hillock.cli.table.ClaimTable;
import org.hillock.experiment.Interruption;
import org.hillock.experiment.Progress;
import org.hillock.gallery.GalleryPage;
import org.hillock.gallery.VerifiedScenario;
import org.hillock.plot.PlotException;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.text.MistakeException;
import org.hillock.text.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the scenarios that ship, or those named, and prints every claim, what was expected, what"
          + " was found, and whether it holds.",
      "Of a scenario with a variant that has the choices quick and full, quick is run, or full with"
          + " --full. The exit code is 3 if a claim does not hold."
    })
final class VerifyCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      completionCandidates = Candidates.Scenarios.class,
      description =
          "Names that 'hillock list' shows, or paths of scenario files; all that ship if"
              + " none is given.")
  List<String> names = new ArrayList<>();

  @Option(names = "--full", description = "Runs the full choice of each variant that has one.")
  boolean full;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description =
          "Writes a page in Markdown with claims and pictures, which go to a folder of its name"
              + " beside it: --write docs/gallery.md draws into docs/gallery.")
  @Nullable Path page;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints only what does not hold.")
  boolean quiet;

  private int claims;
  private int failing;

  @Override
  public Integer call() throws ScenarioException, IOException {
    Path file = page;
    OutputFile.check("--write", file);
    if (file != null && !String.valueOf(file.getFileName()).endsWith(".md")) {
      throw new MistakeException("--write " + file + ": expected a name that ends in .md");
    }
    List<String> wanted = names.isEmpty() ? Catalog.names() : names;
    List<Scenario> scenarios = new ArrayList<>();
    for (String name : wanted) { // what is wrong is said before minutes of work
      ScenarioSource source = Catalog.find(name);
      scenarios.add(
          ScenarioLoader.load(
              source, ScenarioLoader.taking(source, full ? "full" : "quick"), Overrides.NONE));
    }
    GalleryPage gallery =
        new GalleryPage("./hillock verify" + (full ? " --full" : "") + " --write " + file);
    long started = System.nanoTime();
    for (int i = 0; i < scenarios.size(); i++) {
      verify(wanted.get(i), scenarios.get(i), file == null ? null : gallery);
    }
    if (file != null) {
      OutputFile.write(file, gallery.lines());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (!quiet) {
      out.println(
          Text.count(claims, "claim", "claims")
              + " of "
              + Text.count(scenarios.size(), "scenario", "scenarios")
              + " in "
              + Text.seconds((System.nanoTime() - started) * 1e-9)
              + (failing == 0
                  ? ": all hold"
                  : ": " + failing + (failing == 1 ? " does" : " do") + " not hold"));
      out.flush();
    }
    return failing > 0 ? ExitCode.EXPECTATION_FAILED : ExitCode.OK;
  }

  /** A result is not kept longer than its page needs it: some are large. */
  private void verify(String name, Scenario scenario, @Nullable GalleryPage gallery)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress =
        new Progress(
            System.err,
            quiet,
            Boolean.getBoolean(Progress.TERMINAL),
            scenario.settings().duration(),
            new Interruption());
    VerifiedScenario verified;
    try {
      verified = VerifiedScenario.of(name, scenario, progress);
    } finally {
      progress.close();
    }
    claims += verified.claims().size();
    failing += (int) verified.claims().stream().filter(claim -> !claim.holds()).count();
    if (!quiet || !verified.holds()) {
      ClaimTable.lines(verified, quiet).forEach(out::println);
      out.flush();
    }
    if (gallery != null) {
      gallery.add(verified, picture(verified));
    }
  }

  /** Draws the picture of a scenario; what the page calls it, or nothing. */
  private String picture(VerifiedScenario verified) throws IOException {
    Path file = page;
    if (file == null) {
      return "";
    }
    String folder = String.valueOf(file.getFileName()).replaceFirst("\\.md$", "");
    String name = verified.scenario().name() + ".png";
    try {
      return verified.draw(file.resolveSibling(folder).resolve(name)) ? folder + "/" + name : "";
    } catch (PlotException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
