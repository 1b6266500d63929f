package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pieces of docs/python.md run as they stand, and agree with Hillock's own figures. Skipped
 * where there is no Python with NumPy and pandas.
 */
class PythonPageTest {

  /** What the page computes, held against the manifest and the arrays. */
  private static final String CHECKS =
      """

      own = manifest["populations"]["exc"]
      assert abs(cv - own["cv_isi"]) < 1e-12, (cv, own)
      assert abs(rates["exc"] - own["rate_hz"]) < 1e-9, (rates, own)
      assert abs(population_rate.mean() - own["rate_hz"]) < 0.01 * own["rate_hz"]
      assert (np.asarray(times) == exc.time_ms.to_numpy()).all()
      assert (again["neurons"] == exc.neuron.to_numpy()).all()
      assert (voltage == v.to_numpy()).all() and voltage.shape == (10000, 3), voltage.shape
      assert len(sweep) == 36 and len(failed) == 0
      assert 30 < rate < 50, rate
      print("all hold")
      """;

  @TempDir Path folder;

  @Test
  void shouldRunAsItStandsAndAgreeWithTheManifest() throws Exception {
    assumeTrue(
        Python.has("/usr/bin/python3", "numpy, pandas"),
        "no /usr/bin/python3 with numpy and pandas");
    String page = Files.readString(Path.of("../docs/python.md"));
    String code =
        Pattern.compile("(?s)```python\n(.*?)```")
            .matcher(page)
            .results()
            .map((MatchResult piece) -> piece.group(1))
            .collect(Collectors.joining("\n"));
    Path program = Files.writeString(folder.resolve("page.py"), code + CHECKS);
    Path launcher =
        Files.writeString(
            folder.resolve("hillock"),
            String.join(
                " ",
                List.of(
                    "#!/bin/sh\nexec",
                    "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "'",
                    "--add-modules jdk.incubator.vector -Xmx700m -cp",
                    "'" + System.getProperty("java.class.path") + "'",
                    Main.class.getName(),
                    "\"$@\"\n")));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path output = folder.resolve("output.txt");
    int exit =
        new ProcessBuilder("/usr/bin/python3", "-W", "error", program.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    String said = Files.readString(output);
    assertEquals(0, exit, said);
    assertTrue(said.endsWith("all hold\n"), said);
  }
}
