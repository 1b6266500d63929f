package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --format} writes is what the tables say, for readers that are not ours. */
class ResultFormatTest {

  private static final String SCENARIO =
      """
      scenario: small
      time: {step: 0.1 ms, warmup: 5 ms, duration: 60 ms}
      neurons:
        exc: {size: 6, model: iaf_psc_exp, I_e: 500 pA, V_m: {distribution: uniform, min: -70 mV, max: -55 mV}}
        inh: {size: 2, like: exc}
        never: {size: 1, model: iaf_psc_exp}
      synapses:
        - name: plastic
          from: exc
          to: inh
          rule: all_to_all
          weight: 20 pA
          delay: 1.5 ms
          plasticity: {rule: stdp, W_max: 100 pA}
      record: {spikes: all, V_m: "exc[2:5]", weights: {of: [plastic], every: 20 ms}}
      """;

  /** The example of the documentation, with its files in a folder of ours. */
  private static final String CHECKS =
      """

      import csv
      rows = [row for row in csv.reader(open("results/brunel/spikes.csv"))][1:]
      assert [float(r[0]) for r in rows if r[1] == "exc"] == list(times)
      assert [int(r[2]) for r in rows if r[1] == "exc"] == list(neurons)
      rows = [row for row in csv.reader(open("results/brunel/traces.csv"))][1:]
      assert [float(r[4]) for r in rows] == list(v.T.reshape(-1))
      assert v.shape == (600, 3) and (start, step) == (5.1, 0.1) and abs(stop - 65.1) < 1e-9
      with h5py.File("results/brunel/spikes.h5") as spikes:
          assert (spikes["spikes/exc/timestamps"][:] == times).all()
          assert (spikes["spikes/exc/node_ids"][:] == neurons).all()
          assert spikes["spikes/never/timestamps"].shape == (0,)
          assert spikes["spikes/exc"].attrs["sorting"] == 2
      with h5py.File("results/brunel/traces_exc_V_m.h5") as report:
          assert (report["report/exc/data"][:] == v).all()
          assert list(report["report/exc/mapping/node_ids"][:]) == [2, 3, 4]
          assert list(report["report/exc/mapping/index_pointers"][:]) == [0, 1, 2, 3]
      assert np.load("results/brunel/weights_plastic.npy").shape == (4, 12)
      assert list(np.load("results/brunel/weights_plastic_times.npy")) == [5, 25, 45, 65]
      """;

  @TempDir Path folder;
  private Path out = Path.of("");

  @BeforeEach
  void run() throws IOException {
    Path file = folder.resolve("small.yaml");
    Files.writeString(file, SCENARIO);
    out = folder.resolve("results").resolve("brunel");
    CommandRun run =
        CommandRun.of(
            "run", file.toString(), "--out", out.toString(), "--format", "npy,sonata", "-q");
    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
  }

  private double[] column(String file, int column, String prefix) throws IOException {
    return Files.readAllLines(out.resolve(file)).stream()
        .filter(line -> line.contains(prefix))
        .mapToDouble(line -> Double.parseDouble(line.split(",")[column]))
        .toArray();
  }

  @Test
  void sonataHoldsTheNumbersOfTheTables() throws Exception {
    try (HdfFile spikes = new HdfFile(out.resolve("spikes.h5"))) {
      assertArrayEquals(
          column("spikes.csv", 0, ",exc,"),
          (double[]) spikes.getDatasetByPath("/spikes/exc/timestamps").getData());
    }
    try (HdfFile report = new HdfFile(out.resolve("traces_exc_V_m.h5"))) {
      double[][] data = (double[][]) report.getDatasetByPath("/report/exc/data").getData();
      double[] third = column("traces.csv", 4, ",exc,4,");
      assertEquals(third.length, data.length);
      for (int i = 0; i < data.length; i++) {
        assertEquals(third[i], data[i][2]);
      }
    }
  }

  @Test
  void thePageOfResultsReadsBothInPython() throws Exception {
    List<String> python =
        List.of("/usr/bin/python3", "python3").stream()
            .filter(name -> Python.has(name, "h5py, numpy"))
            .toList();
    assumeTrue(!python.isEmpty(), "skipped: there is no Python with h5py here");
    String page = Files.readString(Path.of("..", "docs", "results.md"));
    int from = page.indexOf("```python\n") + "```python\n".length();
    String example = page.substring(from, page.indexOf("```", from));
    assertTrue(example.lines().count() <= 12, "ten lines, one of imports and one empty");
    Path script = folder.resolve("read.py");
    Files.writeString(script, example + CHECKS);
    Process reading =
        new ProcessBuilder(python.get(0), script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(reading.getInputStream().readAllBytes());
    assertEquals(0, reading.waitFor(), said);
  }

  @Test
  void suchAFolderIsReplacedLikeAnyOther() throws Exception {
    CommandRun again =
        CommandRun.of(
            "run",
            folder.resolve("small.yaml").toString(),
            "--out",
            out.toString(),
            "--overwrite",
            "-q");
    assertEquals("", again.err());
    assertEquals(0, again.exitCode());
    assertFalse(Files.exists(out.resolve("spikes.h5")));
  }

  @Test
  void anUnknownFormatIsNamedWithThoseThereAre() {
    CommandRun run = CommandRun.of("run", "brunel", "--format", "hdf5");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("npy, sonata"), run.err());
  }
}
