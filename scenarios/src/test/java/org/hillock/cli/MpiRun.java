package org.hillock.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The program under mpirun, with a Java that can call MPI. */
final class MpiRun {

  private final String mpirun;
  private final Path java;

  private MpiRun(String mpirun, Path java) {
    this.mpirun = mpirun;
    this.java = java;
  }

  /** The mpirun of a machine; empty, with a reason for {@link #missing}, where there is none. */
  static Optional<MpiRun> find() {
    return missing().isEmpty()
        ? Optional.of(new MpiRun(mpirun().orElseThrow(), java().orElseThrow()))
        : Optional.empty();
  }

  /** What is missing to run it; nothing if all is there. */
  static String missing() {
    return mpirun().isEmpty()
        ? "there is no mpirun on the path: install Open MPI (Debian: openmpi-bin) to run this test"
        : java().isEmpty() ? "there is no JDK 22 or newer, which can call MPI" : "";
  }

  private static Optional<String> mpirun() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, "mpirun"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  /** The Java that runs this, or another one where those of Linux are. */
  private static Optional<Path> java() {
    if (Runtime.version().feature() >= 22) {
      return Optional.of(Path.of(System.getProperty("java.home"), "bin", "java"));
    }
    Path all = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(all)) {
      return homes
          .filter(home -> version(home) >= 22)
          .map(home -> home.resolve("bin/java"))
          .filter(Files::isExecutable)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int version(Path home) {
    try {
      return Files.readAllLines(home.resolve("release")).stream()
          .filter(line -> line.matches("JAVA_VERSION=\"[0-9]+.*"))
          .mapToInt(line -> Integer.parseInt(line.replaceFirst("[^0-9]*([0-9]+).*", "$1")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Whether the launcher is that of Open MPI. */
  private boolean open() throws IOException {
    Process process = new ProcessBuilder(mpirun, "--version").redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .contains("Open MPI");
  }

  /** Prepares a run on some processes, with everything that it prints in one stream. */
  ProcessBuilder of(int ranks, String... arguments) throws IOException {
    return of(Main.class, ranks, arguments);
  }

  /** The same of another program. */
  ProcessBuilder of(Class<?> program, int ranks, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(mpirun, "-n", Integer.toString(ranks)));
    if (open()) {
      command.addAll(List.of("--oversubscribe", "--bind-to", "none"));
    }
    command.addAll(
        List.of(
            java.toString(),
            "--add-modules",
            "jdk.incubator.vector",
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // In a container tests run as root; ranks may be more than processors, and must not spin then.
    builder.environment().put("OMPI_ALLOW_RUN_AS_ROOT", "1");
    builder.environment().put("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1");
    builder.environment().put("OMPI_MCA_mpi_yield_when_idle", "1");
    // As the launcher does: Java needs the signals that UCX would take for errors.
    builder.environment().put("UCX_ERROR_SIGNALS", "");
    return builder;
  }

  /** What a run ended with, and all that it printed. */
  record Ended(int code, String printed) {}

  /** Runs to the end. */
  Ended run(int ranks, String... arguments) throws IOException, InterruptedException {
    return run(of(ranks, arguments));
  }

  /** Runs to the end what has been prepared. */
  static Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), printed);
  }
}
