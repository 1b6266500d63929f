package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hillock.experiment.GalleryRuns;
import org.hillock.io.SavedFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that mpirun starts share a run, and the first one keeps what one process keeps. */
class MpiRunTest {

  private static final Pattern HASH = Pattern.compile("\"spikes_sha256\": \"([0-9a-f]{64})\"");

  /** Of networks that are not large [ms]. */
  private static final double LONGEST = 200;

  @TempDir Path folder;
  private MpiRun mpi;

  @BeforeEach
  void needsMpi() {
    assumeFalse(Boolean.getBoolean("hillock.withoutMpi"), "left out by -Dhillock.withoutMpi=true");
    assumeTrue(MpiRun.missing().isEmpty(), MpiRun.missing());
    mpi = MpiRun.find().orElseThrow();
  }

  private String[] arguments(String scenario, int threads, String engine, String out) {
    return new String[] {
      "run",
      scenario,
      "--threads",
      Integer.toString(threads),
      "--engine",
      engine,
      "--duration",
      "60 ms",
      "--set",
      "time.warmup=20 ms",
      "--no-plots",
      "--no-expect",
      "--out",
      folder.resolve(out).toString()
    };
  }

  private String hash(String out) throws Exception {
    Matcher found = HASH.matcher(Files.readString(folder.resolve(out).resolve("manifest.json")));
    assertTrue(found.find(), "no hash in the manifest of " + out);
    return found.group(1);
  }

  @ParameterizedTest
  @CsvSource({"grid,2,2", "event,1,3"})
  void firesTheSameSpikesAsOneProcess(String engine, int threads, int ranks) throws Exception {
    assertFiresTheSame(engine, threads, ranks);
  }

  @ParameterizedTest
  @CsvSource({"grid,1,2", "grid,1,3", "event,1,2", "event,2,2"})
  @Tag("long")
  void firesTheSameSpikesHoweverItIsDivided(String engine, int threads, int ranks)
      throws Exception {
    assertFiresTheSame(engine, threads, ranks);
  }

  private void assertFiresTheSame(String engine, int threads, int ranks) throws Exception {
    assertEquals(0, CommandRun.of(arguments("vogels-abbott", 1, engine, "alone")).exitCode());
    MpiRun.Ended ended = mpi.run(ranks, arguments("vogels-abbott", threads, engine, "shared"));
    assertEquals(0, ended.code(), ended.printed());
    assertEquals(hash("alone"), hash("shared"));
    // One process speaks for all.
    assertEquals(2, ended.printed().split("shared", -1).length, ended.printed());
  }

  /** All scenarios that ship, and all that they record, in one start. */
  @Test
  void recordsTheSameOfEveryScenarioAsOneProcess() throws Exception {
    assertRecordsTheSame(1, 2);
  }

  @ParameterizedTest
  @CsvSource({"2,2", "1,3"})
  @Tag("long")
  void recordsTheSameOfEveryScenarioHoweverItIsDivided(int threads, int ranks) throws Exception {
    assertRecordsTheSame(threads, ranks);
  }

  private void assertRecordsTheSame(int threads, int ranks) throws Exception {
    MpiRun.Ended ended =
        MpiRun.run(
            mpi.of(GalleryRuns.class, ranks, Integer.toString(threads), Double.toString(LONGEST)));
    assertEquals(0, ended.code(), ended.printed());
    for (String name : GalleryRuns.names()) {
      String alone = GalleryRuns.digestAlone(name, LONGEST);
      assertTrue(
          ended.printed().contains("digest " + name + " " + alone + "\n"),
          name + " is not " + alone + " in " + ended.printed());
    }
  }

  @Test
  void saysAMistakeOnceAndEndsWithItsCode() throws Exception {
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(
        file,
        "scenario: wrong\ntime: {duration: 10 ms}\nneurons: {a: {size: 5, model: nonesuch}}\n");
    MpiRun.Ended ended = mpi.run(3, "run", file.toString());
    assertEquals(2, ended.code(), ended.printed());
    assertEquals(2, ended.printed().split("nonesuch", -1).length, ended.printed());
  }

  /** The neuron that runs away lies in the last of three ranks, which alone knows of it. */
  @Test
  void endsAllProcessesWhenOneFails() throws Exception {
    Path file = folder.resolve("runaway.yaml");
    Files.writeString(
        file,
        """
        scenario: runaway
        time: {step: 0.1 ms, duration: 1000 s}
        neurons:
          quiet: {size: 2, model: iaf_cond_exp}
          wild: {size: 1, like: quiet, C_m: 1 pF, g_L: 0 nS, I_e: -1e308 pA}
        """);
    MpiRun.Ended ended =
        mpi.run(
            3, "run", file.toString(), "--threads", "1", "--out", folder.resolve("w").toString());
    assertEquals(1, ended.code(), ended.printed());
    assertTrue(ended.printed().contains("neurons.wild[0]: "), ended.printed());
    assertTrue(ended.printed().contains("process "), ended.printed());
    assertFalse(Files.exists(folder.resolve("w")));
  }

  @Test
  void refusesVerbsAndEnginesThatAreForOneProcess() throws Exception {
    MpiRun.Ended show = mpi.run(2, "show", "brunel");
    assertEquals(2, show.code(), show.printed());
    assertTrue(
        show.printed()
            .contains("only 'hillock run' and 'hillock resume' are shared by several processes"),
        show.printed());
    MpiRun.Ended chip = mpi.run(2, arguments("brunel", 1, "loihi", "chip"));
    assertEquals(2, chip.code(), chip.printed());
    assertTrue(chip.printed().contains("an emulated chip runs in one process"), chip.printed());
  }

  @Test
  void saysWhatIsMissingWhereJavaOrTheLibraryCannotDoIt() throws Exception {
    ProcessBuilder builder = mpi.of(2, arguments("axon", 1, "event", "none"));
    builder.environment().put("HILLOCK_MPI", folder.resolve("libnone.so").toString());
    MpiRun.Ended ended = MpiRun.run(builder);
    assertEquals(2, ended.code(), ended.printed());
    assertTrue(ended.printed().contains("there is no MPI library: looked for"), ended.printed());
    assertFalse(Files.exists(folder.resolve("none")));
  }

  /** Rank 0 speaks for all, another one does not; whoever is left says that one is missing. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void endsAllProcessesWithASentenceWhenOneIsKilled(int victim) throws Exception {
    String[] arguments = arguments("vogels-abbott", 1, "grid", "killed");
    arguments[7] = "1000 s";
    ProcessBuilder builder = mpi.of(3, arguments);
    // Between telling a process to end and killing it Open MPI leaves a second, if not told this.
    builder.environment().put("OMPI_MCA_odls_base_sigkill_timeout", "3");
    Process process = builder.start();
    StringBuilder printed = new StringBuilder();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      while (printed.indexOf("%") < 0 || written("killed") < 1000) {
        String line = out.readLine();
        assertTrue(line != null, () -> "it ended: " + printed);
        printed.append(line).append('\n');
      }
      List<ProcessHandle> ranks =
          process
              .descendants()
              .filter(child -> child.info().command().orElse("").endsWith("java"))
              .toList();
      assertEquals(3, ranks.size());
      ranks.get(victim).destroyForcibly();
      assertTrue(process.waitFor(10, TimeUnit.SECONDS), () -> "mpirun goes on: " + printed);
      for (ProcessHandle rank : ranks) {
        rank.onExit().get(10, TimeUnit.SECONDS);
      }
      out.lines().forEach(line -> printed.append(line).append('\n'));
    } finally {
      process.destroyForcibly();
    }
    assertTrue(process.exitValue() != 0);
    assertTrue(
        printed.indexOf("told to end, and another process does not answer") > 0, printed::toString);
    assertEquals(victim != 0, Files.exists(folder.resolve("killed")), printed::toString);
    if (victim != 0) {
      // The first process keeps what was recorded until then.
      String manifest = Files.readString(folder.resolve("killed/manifest.json"));
      assertTrue(manifest.contains("\"partial\": true"), manifest);
      assertTrue(Files.size(folder.resolve("killed/spikes.csv")) >= 1000);
    }
  }

  /** How many bytes of spikes there are in what is not whole yet. */
  private long written(String out) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        Path spikes = entry.resolve("spikes.csv");
        if (entry.getFileName().toString().startsWith("." + out) && Files.exists(spikes)) {
          return Files.size(spikes);
        }
      }
    }
    return 0;
  }

  /** Of the process that writes there is nothing left but what it saved. */
  @Test
  void goesOnInOneProcessWhereSeveralWereKilled() throws Exception {
    Path out = folder.resolve("saved");
    List<String> arguments =
        new ArrayList<>(List.of(arguments("vogels-abbott", 1, "grid", "saved")));
    arguments.addAll(List.of("--checkpoint", "50 ms"));
    arguments.set(7, "1500 ms");
    Process process =
        mpi.of(2, arguments.toArray(new String[0]))
            .redirectOutput(folder.resolve("printed").toFile())
            .start();
    while (process.isAlive() && SavedFolder.left(out).isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    List<ProcessHandle> ranks = process.descendants().toList();
    ranks.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    // A folder is free only when its process is gone, and a large one takes a moment to go.
    for (ProcessHandle rank : ranks) {
      rank.onExit().get(10, TimeUnit.SECONDS);
    }
    assertEquals(1, SavedFolder.left(out).size(), Files.readString(folder.resolve("printed")));
    CommandRun resumed = CommandRun.of("resume", out.toString(), "-q");
    assertEquals(0, resumed.exitCode(), resumed.err());
    String[] alone = arguments("vogels-abbott", 2, "grid", "alone");
    alone[7] = "1500 ms";
    assertEquals(0, CommandRun.of(alone).exitCode());
    assertEquals(hash("alone"), hash("saved"));
  }

  @Test
  void goesOnInSeveralProcesses() throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of(arguments("vogels-abbott", 1, "event", "saved")));
    arguments.addAll(List.of("--checkpoint", "1 s"));
    assertEquals(0, CommandRun.of(arguments.toArray(new String[0])).exitCode());
    MpiRun.Ended ended =
        mpi.run(3, "resume", folder.resolve("saved").toString(), "--until", "150 ms", "-q");
    assertEquals(0, ended.code(), ended.printed());
    String[] alone = arguments("vogels-abbott", 2, "event", "alone");
    alone[7] = "130 ms";
    assertEquals(0, CommandRun.of(alone).exitCode());
    assertEquals(hash("alone"), hash("saved"));
  }
}
