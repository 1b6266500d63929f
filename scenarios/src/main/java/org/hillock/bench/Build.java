package org.hillock.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.hillock.text.MistakeException;

/**
 * A build of Hillock that can be run: in the same Java as this one, with the same options.
 *
 * @param name what people call it
 * @param start what follows the options of Java, up to the name of the class or jar
 */
public record Build(String name, List<String> start) {

  /** Where the launcher keeps the jar that it runs, and where Maven puts it. */
  private static final List<Path> PLACES =
      List.of(
          Path.of("scenarios", "target", "launch", "hillock.jar"),
          Path.of("scenarios", "target", "hillock.jar"),
          Path.of("hillock.jar"));

  private static final String EXPECTED =
      "; expected another build of Hillock: its hillock.jar, which './mvnw package' leaves in"
          + " scenarios/target, or the folder of its launcher after it was started once";

  public Build {
    start = List.copyOf(start);
  }

  /**
   * The build that is running.
   *
   * @param mainClass the class whose {@code main} is the command line
   */
  public static Build running(String mainClass) {
    return new Build(
        "this build", List.of("-cp", System.getProperty("java.class.path"), mainClass));
  }

  /**
   * Another build.
   *
   * @param option that named it
   * @param path a jar, or the folder of a launcher
   * @throws MistakeException if there is none
   */
  public static Build at(String option, Path path) {
    String named = option + " " + path;
    if (!Files.exists(path)) {
      throw new MistakeException(named + ": there is no such file or folder" + EXPECTED);
    }
    Path jar = path;
    if (Files.isDirectory(path)) {
      jar =
          PLACES.stream()
              .map(path::resolve)
              .filter(Files::isRegularFile)
              .findFirst()
              .orElseThrow(
                  () -> new MistakeException(named + ": there is no hillock.jar in it" + EXPECTED));
    }
    if (!isHillock(jar)) {
      throw new MistakeException(named + ": '" + jar + "' is no program of Hillock" + EXPECTED);
    }
    return new Build(jar.toString(), List.of("-jar", jar.toAbsolutePath().toString()));
  }

  private static boolean isHillock(Path jar) {
    if (!Files.isRegularFile(jar)) {
      return false;
    }
    try (JarFile opened = new JarFile(jar.toFile())) {
      Manifest manifest = opened.getManifest();
      String main =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
      return main != null && main.startsWith("org.hillock.");
    } catch (IOException e) {
      return false;
    }
  }

  /** A command that runs it. */
  List<String> command(List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(java());
    // Another process has not the descriptors of this one.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-Dhillock.stderr="))
        .forEach(command::add);
    command.addAll(start);
    command.addAll(words);
    return command;
  }

  /** The Java that runs this process. */
  static String java() {
    return ProcessHandle.current()
        .info()
        .command()
        .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }
}
