package org.hillock.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.hillock.text.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which builds can be named, and how they are started. */
class BuildTest {

  private static final String EXPECTED =
      "; expected another build of Hillock: its hillock.jar, which './mvnw package' leaves in"
          + " scenarios/target, or the folder of its launcher after it was started once";

  @TempDir Path folder;

  private Path jar(String name, String mainClass) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
    Path jar = folder.resolve(name);
    Files.createDirectories(jar.getParent());
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }

  private String refusal(Path path) {
    return assertThrows(MistakeException.class, () -> Build.at("--compare", path)).getMessage();
  }

  @Test
  void isAJar() throws IOException {
    Path jar = jar("old.jar", "org.hillock.cli.Main");
    Build build = Build.at("--compare", jar);
    assertEquals(List.of("-jar", jar.toString()), build.start());
    List<String> command = build.command(List.of("run", "x"));
    assertEquals(Build.java(), command.get(0));
    assertEquals(
        List.of("-jar", jar.toString(), "run", "x"),
        command.subList(command.size() - 4, command.size()));
  }

  @Test
  void isTheJarThatTheLauncherOfAFolderRuns() throws IOException {
    Path packaged = jar("scenarios/target/hillock.jar", "org.hillock.cli.Main");
    assertEquals(packaged.toString(), Build.at("--compare", folder).name());
    Path launched = jar("scenarios/target/launch/hillock.jar", "org.hillock.cli.Main");
    assertEquals(launched.toString(), Build.at("--compare", folder).name());
  }

  @Test
  void isRefusedWithWhatWasExpected() throws IOException {
    Path missing = folder.resolve("missing.jar");
    assertEquals(
        "--compare " + missing + ": there is no such file or folder" + EXPECTED, refusal(missing));
    assertEquals(
        "--compare " + folder + ": there is no hillock.jar in it" + EXPECTED, refusal(folder));
    Path stranger = jar("other.jar", "com.example.Main");
    assertEquals(
        "--compare " + stranger + ": '" + stranger + "' is no program of Hillock" + EXPECTED,
        refusal(stranger));
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    assertTrue(refusal(text).contains("is no program of Hillock"), refusal(text));
  }
}
