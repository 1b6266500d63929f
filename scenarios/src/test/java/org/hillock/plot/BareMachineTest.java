package org.hillock.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Plots in a JVM of their own, on a Linux that is made to look as bare as a container. */
@EnabledOnOs(OS.LINUX)
class BareMachineTest {

  @TempDir Path folder;

  /** What the JVM runs: writes one raster. */
  static final class Program {
    public static void main(String[] args) throws Exception {
      try {
        PlotWriter.write(PlotKind.RASTER.draw(data()), Path.of(args[0]), PlotSize.STANDARD);
      } catch (PlotException e) {
        System.out.println(e.getMessage());
        System.exit(3);
      }
    }
  }

  @Test
  void withoutAnyFontOfTheSystemThePlotIsTheSame() throws Exception {
    String nothing = "<?xml version=\"1.0\"?><fontconfig></fontconfig>";
    Path config = Files.writeString(folder.resolve("fonts.conf"), nothing);
    ProcessBuilder jvm = jvm("bare");
    jvm.environment().put("FONTCONFIG_FILE", config.toString());
    jvm.environment().put("FONTCONFIG_PATH", folder.toString());
    assertEquals("", run(jvm, 0));
    Path here =
        PlotWriter.write(PlotKind.RASTER.draw(data()), folder.resolve("here"), PlotSize.STANDARD)
            .get(1);
    assertEquals(Files.readString(here), Files.readString(folder.resolve("bare.svg")));
  }

  @Test
  void withoutTheFontLibraryThePlotIsDrawnOrRefusedInASentence() throws Exception {
    Path libraries = Files.createDirectory(folder.resolve("lib"));
    for (String name : List.of("libfontconfig.so.1", "libfontconfig.so", "libfreetype.so.6")) {
      Files.writeString(libraries.resolve(name), "not a library");
    }
    ProcessBuilder jvm = jvm("broken");
    jvm.environment().put("LD_LIBRARY_PATH", libraries.toString());
    Process process = jvm.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) { // a JDK that takes FreeType from the system
      assertEquals(3, process.exitValue(), output);
      assertTrue(output.startsWith("Java cannot use fonts on this machine: "), output);
      assertTrue(output.contains("Install the packages fontconfig and libfreetype6"), output);
      assertEquals(1, output.lines().count(), output);
    } else {
      assertTrue(Files.size(folder.resolve("broken.png")) > 0);
    }
  }

  @Test
  void aScreenThatIsLongGoneDoesNotMatter() throws Exception {
    ProcessBuilder jvm = jvm("stale");
    jvm.environment().put("DISPLAY", "no-such-host:7");
    assertEquals("", run(jvm, 0));
  }

  private ProcessBuilder jvm(String name) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes = System.getProperty("surefire.test.class.path");
    ProcessBuilder jvm =
        new ProcessBuilder(
            java.toString(),
            "-cp",
            classes == null ? System.getProperty("java.class.path") : classes,
            "-Duser.home=" + folder.toString() + File.separator,
            Program.class.getName(),
            folder.resolve(name).toString());
    return jvm.redirectErrorStream(true);
  }

  private static String run(ProcessBuilder jvm, int expected) throws Exception {
    Process process = jvm.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(expected, process.waitFor(), output);
    return output;
  }

  private static PlotData data() {
    SpikeList spikes = new SpikeList("exc", new double[] {10, 20}, new int[] {0, 3});
    return PlotData.ofSpikes(
        "Bare", 0, 100, List.of(PlotData.Group.all("exc", 5)), List.of(spikes));
  }
}
