package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hillock.cli.option.Catalog;
import org.hillock.engine.run.RunListener;
import org.hillock.experiment.Drawing;
import org.hillock.gallery.VerifiedScenario;
import org.hillock.io.StoredResult;
import org.hillock.plot.PlotSize;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.claim.Expectation;
import org.hillock.scenario.source.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs verify, gallery and new. */
class GalleryVerbsTest {

  private static final String SILENT =
      """
      scenario: silent
      title: "It keeps still"
      time: {step: 0.1 ms, duration: 10 ms}
      neurons: {n: {size: 2, model: iaf_psc_exp}}
      variants:
        extent: {full: {}, quick: {time: {duration: 5 ms}}}
      record: {spikes: all, V_m: "n[0]"}
      plots: [traces]
      expect: ["spikes(n) == 0", "V_m(n[0], 2 ms) within 0.1 mV of -60 mV"]
      """;

  @TempDir Path folder;

  private String silent() throws Exception {
    return Files.writeString(folder.resolve("silent.yaml"), SILENT).toString();
  }

  @Test
  void shouldPrintClaimExpectedFoundAndVerdict() throws Exception {
    CommandRun run = CommandRun.of("verify", silent(), "stdp-window");
    assertEquals(3, run.exitCode(), run.err());
    assertTrue(run.out().contains("silent.yaml: It keeps still (extent = quick)\n"), run.out());
    assertTrue(run.out().matches("(?s).*\n  holds   spikes\\(n\\) +== 0 +0\n.*"), run.out());
    assertTrue(
        run.out()
            .matches(
                "(?s).*\n  FAILS   V_m\\(n\\[0], 2 ms\\) +within 0.1 mV of -60 mV +-70 mV\n.*"),
        run.out());
    assertTrue(run.out().contains(" of 2 scenarios in "), run.out());
    assertTrue(run.out().endsWith(": 1 does not hold\n"), run.out());
    CommandRun quiet = CommandRun.of("verify", "-q", silent(), "stdp-window");
    assertEquals(3, quiet.exitCode());
    assertFalse(quiet.out().contains("holds"), quiet.out());
    assertTrue(quiet.out().contains("FAILS"), quiet.out());
    assertEquals(0, CommandRun.of("verify", "-q", "stdp-window").exitCode());
  }

  @Test
  void shouldRunTheQuickChoiceUnlessAskedForTheFullOne() throws Exception {
    String longer =
        SILENT.replace("V_m(n[0], 2 ms) within 0.1 mV of -60 mV", "V_m(n[0], 8 ms) < 0 mV");
    Path file = Files.writeString(folder.resolve("longer.yaml"), longer.replace("8 ms", "4 ms"));
    assertEquals(0, CommandRun.of("verify", file.toString()).exitCode());
    Files.writeString(file, longer);
    assertEquals(2, CommandRun.of("verify", file.toString()).exitCode(), "beyond the quick end");
    CommandRun full = CommandRun.of("verify", "--full", file.toString());
    assertEquals(0, full.exitCode(), full.err());
    assertTrue(full.out().contains("(extent = full)"), full.out());
  }

  @Test
  void shouldWriteAPageWithPictures() throws Exception {
    Path page = folder.resolve("pages/all.md");
    CommandRun run = CommandRun.of("verify", silent(), "axon", "-q", "--write", page.toString());
    assertEquals(3, run.exitCode(), run.err());
    String text = Files.readString(page);
    assertTrue(text.contains("\n| `spikes(n)` | `== 0` | 0 | holds |\n"), text);
    assertTrue(text.contains("| -70 mV | **fails** |"), text);
    assertTrue(text.contains("](all/axon.png)"), text);
    assertTrue(Files.size(folder.resolve("pages/all/silent.png")) > 3000);
    assertTrue(Files.size(folder.resolve("pages/all/axon.png")) > 3000);
    CommandRun wrong =
        CommandRun.of("verify", silent(), "--write", folder.resolve("x.txt").toString());
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("expected a name that ends in .md"), wrong.err());
  }

  /** The page of the project, which somebody has to write again when a scenario changes. */
  @Test
  void shouldHaveAPageInStepWithEveryClaimAndAPictureOfEveryScenario() throws Exception {
    String page = Files.readString(Path.of("../docs/gallery.md"));
    for (Scenario scenario : GalleryCommand.scenarios(Catalog.names())) {
      assertTrue(page.contains("\n## " + scenario.name() + "\n"), scenario.name());
      assertTrue(page.contains("**" + scenario.title() + ".**"), scenario.title());
      for (Expectation claim : scenario.expectations()) {
        String line = "| `" + claim.measured().text() + "` | `" + claim.expected() + "` | ";
        assertTrue(page.contains(line), scenario.name() + ": " + claim);
      }
      assertTrue(page.contains("](gallery/" + scenario.name() + ".png)"), scenario.name());
      assertTrue(Files.exists(Path.of("../docs/gallery", scenario.name() + ".png")));
    }
    assertFalse(page.contains("**fails**"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stdp-window", "short-term", "axon", "consolidation"})
  void shouldDrawTheSameOfARunInMemoryAsOfItsFolder(String name) throws Exception {
    Path out = folder.resolve(name);
    CommandRun.of("run", name, "-q", "--no-plots", "--out", out.toString());
    StoredResult stored = StoredResult.open(out);
    PlotSize size = new PlotSize(760, 480);
    Path again = folder.resolve("stored.png");
    assertTrue(Drawing.writeFirst(stored.plotData(), stored.plots(), again, size));
    Scenario scenario = ScenarioLoader.load(Catalog.shipped(name), Map.of(), Overrides.NONE);
    Path memory = folder.resolve("memory.png");
    assertTrue(VerifiedScenario.of(name, scenario, RunListener.NONE).draw(memory));
    assertArrayEquals(Files.readAllBytes(again), Files.readAllBytes(memory));
  }

  @Test
  void shouldListScenariosWithTheirClaims() {
    String all = CommandRun.of("gallery").out();
    for (String name : Catalog.names()) {
      assertTrue(all.contains(name), name);
    }
    assertTrue(all.contains("  claims  rate(exc) within 10% of 37.7 Hz\n"), all);
    CommandRun one = CommandRun.of("gallery", "consolidation");
    assertTrue(one.out().contains("weight(single[0]) within 1e-9% of w_0"), one.out());
    assertFalse(one.out().contains(" more"), one.out());
    CommandRun wrong = CommandRun.of("gallery", "brunell");
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("did you mean 'brunel'?"), wrong.err());
  }

  @Test
  void shouldWriteAScenarioThatRunsAsItIsAndHoldsItsClaims() throws Exception {
    Path file = folder.resolve("sub/mine.yaml");
    CommandRun made = CommandRun.of("new", folder.resolve("sub/mine").toString());
    assertEquals(0, made.exitCode(), made.err());
    assertEquals(file + " is written. Next: hillock run " + file + "\n", made.out());
    CommandRun run =
        CommandRun.of("run", file.toString(), "--out", folder.resolve("out").toString());
    assertEquals(0, run.exitCode(), run.out() + run.err());
    assertTrue(run.out().startsWith("mine: Excitation and inhibition, g = 5\n"), run.out());
    String text = Files.readString(file);
    for (String key :
        List.of(
            "scenario",
            "title",
            "description",
            "reference",
            "seed",
            "time",
            "parameters",
            "neurons",
            "variants",
            "inputs",
            "synapses",
            "record",
            "plots",
            "expect")) {
      assertTrue(text.matches("(?s).*\n(# )?" + key + ":.*"), key);
    }
    CommandRun again = CommandRun.of("new", file.toString());
    assertEquals(2, again.exitCode());
    assertEquals("'" + file + "' exists and is not replaced: give another name\n", again.err());
    assertEquals(text, Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "true", "it's", "Ein Netz", "NAME"})
  void shouldWriteAScenarioOfAnyName(String name) throws Exception {
    assertEquals(0, CommandRun.of("new", folder.resolve(name).toString()).exitCode());
    String file = folder.resolve(name + ".yaml").toString();
    CommandRun valid = CommandRun.of("validate", file);
    assertEquals(0, valid.exitCode(), valid.err());
    assertEquals(name, ScenarioLoader.load(Catalog.find(file), Map.of(), Overrides.NONE).name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-x.yaml", ".hidden", "a:b", ".yaml"})
  void shouldRefuseANameThatNoFolderOfResultsCanHave(String name) {
    CommandRun run = CommandRun.of("new", folder.resolve(name).toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("expected a name that can be one of a file"), run.err());
  }
}
