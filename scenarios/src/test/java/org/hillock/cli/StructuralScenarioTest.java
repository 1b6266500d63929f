package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.io.StoredResult;
import org.hillock.io.StructureFile;
import org.hillock.plot.PlotData;
import org.hillock.record.StructureTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario whose wiring changes, from the file to the results. */
class StructuralScenarioTest {

  private static final String SCENARIO =
      """
      scenario: growing
      time: {step: 0.5 ms, warmup: 100 ms, duration: 2 s}
      neurons:
        exc:
          size: 40
          model: iaf_psc_exp
          calcium: {tau_Ca: 500 ms, beta_Ca: 0.01}
          elements:
            bouton: {growth_curve: gaussian, growth_rate: 5 Hz, eta: 0, eps: 0.1}
            spine: {growth_curve: sigmoid, growth_rate: 5 Hz, eps: 0.1, psi: 0.02, z: 1.5}
      inputs:
        noise: {type: poisson, rate: 1.4 kHz, to: exc, weight: 100 pA}
      synapses:
        - name: grown
          from: exc
          to: exc
          rule: none
          weight: {distribution: uniform, min: 50 pA, max: 100 pA}
          delay: {distribution: uniform, min: 1 ms, max: 3 ms}
          autapses: false
          structural: {pre: bouton, post: spine, every: 50 ms}
      record: {structure: true}
      plots: [structure]
      expect: [CLAIMS]
      """;

  @TempDir Path folder;

  private Path scenario(String claims) throws IOException {
    return Files.writeString(folder.resolve("growing.yaml"), SCENARIO.replace("CLAIMS", claims));
  }

  private CommandRun run(Path scenario, String... more) {
    String out = folder.resolve("out").toString();
    String[] arguments = new String[4 + more.length];
    System.arraycopy(new String[] {"run", scenario.toString(), "--out", out}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void writesWhatThereIsAfterEveryChangeAndDrawsItAgain() throws IOException {
    CommandRun run =
        run(scenario("\"synapses(grown) > 10\", \"synapses(grown, 100 ms) < synapses(grown)\""));
    assertEquals(0, run.exitCode(), run.out() + run.err());
    Path out = folder.resolve("out");
    StructureTable table = StructureFile.read(out.resolve("structure.csv"));
    assertEquals(41, table.times().length);
    assertEquals(100, table.times()[0], 1e-9);
    assertEquals(2100, table.times()[40], 1e-9);
    long[] counts = table.synapses().get(0).counts();
    assertEquals("grown", table.synapses().get(0).projection());
    assertEquals(List.of("bouton", "spine"), kinds(table));
    for (int i = 0; i < counts.length; i++) {
      assertEquals(counts[i], 40 * table.elements().get(0).connected()[i], 1e-9);
      assertTrue(table.elements().get(0).connected()[i] <= table.elements().get(0).means()[i]);
    }
    String manifest = Files.readString(out.resolve("manifest.json"));
    assertTrue(manifest.contains(Long.toString(counts[40])), manifest);
    assertTrue(Files.size(out.resolve("structure.svg")) > 0);

    PlotData stored = StoredResult.open(out).plotData();
    assertArrayEquals(counts, stored.details().structure().synapses().get(0).counts());
    PlotData part = stored.between(1000, 2000);
    assertEquals(21, part.details().structure().times().length);
    CommandRun plot = CommandRun.of("plot", out.toString(), "--plots", "structure");
    assertEquals(0, plot.exitCode(), plot.err());
  }

  @Test
  void saysThatNothingChangesWhereTheFirstChangeIsAfterTheEnd() throws IOException {
    String note =
        "note: synapses.grown.structural.every: 3000 ms is longer than the run of 2100 ms, so that no"
            + " synapse forms or vanishes";
    Path file =
        Files.writeString(
            folder.resolve("late.yaml"),
            SCENARIO.replace("CLAIMS", "").replace("every: 50 ms", "every: 3 s"));
    CommandRun late = run(file);
    assertEquals(0, late.exitCode(), late.err());
    assertTrue(late.err().contains(note), late.err());
    CommandRun usual = run(scenario(""), "--overwrite");
    assertFalse(usual.err().contains("note:"), usual.err());
  }

  @Test
  void writesTheSynapsesOfTheEnd() throws IOException {
    assertEquals(0, run(scenario("")).exitCode());
    StructureTable table = StructureFile.read(folder.resolve("out/structure.csv"));
    List<String> lines = Files.readAllLines(folder.resolve("out/wiring.csv"));
    assertEquals(
        "projection,source_population,source,target_population,target,weight,delay_ms",
        lines.get(0));
    assertEquals(table.synapses().get(0).counts()[40], lines.size() - 1);
    int before = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      int source = Integer.parseInt(cells[2]);
      double weight = Double.parseDouble(cells[5]);
      double steps = Double.parseDouble(cells[6]) / 0.5;
      assertFalse(cells[2].equals(cells[4]), "an autapse");
      assertTrue(source >= before, "not by source");
      assertTrue(weight >= 50 && weight <= 100 && weight == (float) weight, line);
      assertTrue(steps >= 2 && steps <= 6 && steps == Math.rint(steps), line);
      before = source;
    }
  }

  @Test
  void aRunThatGrowsTooManyElementsFails() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("overgrown.yaml"),
            SCENARIO
                .replace("CLAIMS", "")
                .replace(
                    "{growth_curve: gaussian, growth_rate: 5 Hz, eta: 0, eps: 0.1}",
                    "{growth_curve: linear, growth_rate: 1e12 Hz, eps: 10}"));
    CommandRun run = run(file);
    assertEquals(1, run.exitCode(), run.out() + run.err());
    assertTrue(
        run.err()
            .contains(
                "neurons.exc.elements.bouton: more than 16777216 vacant elements at a change of the"
                    + " wiring at 50 ms, so the run was stopped; possible: at most 16777216"),
        run.err());
    assertFalse(run.err().contains("at org.hillock"), run.err());
  }

  private static List<String> kinds(StructureTable table) {
    return table.elements().stream().map(StructureTable.Elements::element).toList();
  }

  @Test
  void runsAgainFromItsResolvedFileWithTheSameSynapses() throws IOException {
    assertEquals(0, run(scenario("")).exitCode());
    Path resolved =
        Files.copy(folder.resolve("out/scenario.yaml"), folder.resolve("resolved.yaml"));
    byte[] first = Files.readAllBytes(folder.resolve("out/structure.csv"));
    CommandRun again = run(resolved, "--overwrite", "--threads", "3");
    assertEquals(0, again.exitCode(), again.err());
    assertArrayEquals(first, Files.readAllBytes(folder.resolve("out/structure.csv")));
  }

  @Test
  void saysWhatAClaimOfSynapsesFound() throws IOException {
    CommandRun run = run(scenario("\"synapses(grown, 2100 ms) < 0\""));
    assertTrue(run.out().contains("synapses(grown, 2100 ms) < 0"), run.out());
    assertFalse(run.exitCode() == 0);
  }

  @Test
  void showsHowSynapsesFormAndVanish() throws IOException {
    CommandRun shown = CommandRun.of("show", scenario("").toString());
    assertTrue(
        shown.out().contains("none, then by bouton and spine every 50 ms"),
        shown.out() + shown.err());
  }

  @Test
  void isRefusedInContinuousTime() throws IOException {
    CommandRun run = run(scenario(""), "--engine", "event");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("growing.yaml:21:"), run.err());
    assertTrue(run.err().contains("which continuous time does not have"), run.err());
  }

  @Test
  void isRefusedByChipsAndNir() throws IOException {
    Path scenario = scenario("");
    for (String target : List.of("loihi", "nir")) {
      CommandRun export =
          target.equals("nir")
              ? CommandRun.of(
                  "export", scenario.toString(), "--format", "nir", "--out", folder + "/x")
              : run(scenario, "--engine", "loihi");
      assertEquals(2, export.exitCode(), export.out());
      assertTrue(export.err().contains("without structural"), export.err());
    }
  }

  @Test
  void hasAPageOfEachGrowthCurve() {
    CommandRun list = CommandRun.of("rules");
    CommandRun page = CommandRun.of("rules", "gaussian");
    assertTrue(list.out().contains("structural: growth curves of synaptic elements"), list.out());
    assertTrue(list.out().contains("sigmoid"), list.out());
    assertTrue(page.out().contains("dz/dt = growth_rate (2 exp(-((Ca - xi)/zeta)^2) - 1)"));
    assertTrue(page.out().contains("Butz and van Ooyen 2013"));
  }

  @Test
  void refusesAFileOfStructureThatIsNotWhole() throws IOException {
    assertEquals(0, run(scenario("")).exitCode());
    Path file = folder.resolve("out/structure.csv");
    List<String> lines = new java.util.ArrayList<>(Files.readAllLines(file));
    lines.remove(5);
    Files.write(file, lines);
    CommandRun plot = CommandRun.of("plot", folder.resolve("out").toString());
    assertEquals(2, plot.exitCode());
    assertTrue(plot.err().contains("structure.csv"), plot.err());
  }
}
