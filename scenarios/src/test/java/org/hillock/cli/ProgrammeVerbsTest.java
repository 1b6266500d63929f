package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the verbs do with neurons that are programmes of Loihi 2. */
class ProgrammeVerbsTest {

  private static final String SCENARIO =
      """
      scenario: p
      time: {step: 0.1 ms, duration: 200 ms}
      neurons:
        a: {size: 2, model: izhikevich, I_e: 8 pA}
        m: {size: 2, model: mat2_psc_exp, I_e: 500 pA}
      synapses:
        - {from: a, to: m, rule: all_to_all, weight: 80 pA, delay: 1 ms}
      record:
        spikes: [a, m]
        V_m: [a, m]
        U_m: [a]
        V_th: [m]
      """;

  @TempDir Path folder;
  private String scenario = "";

  @BeforeEach
  void writeScenario() throws IOException {
    scenario = Files.writeString(folder.resolve("p.yaml"), SCENARIO).toString();
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private CommandRun export() {
    CommandRun run = CommandRun.of("export", scenario, "--target", "loihi2", "--out", at("chip"));
    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    return run;
  }

  @Test
  void runsOnTheEmulatedChipAsItsMappingDoes() throws IOException {
    export();
    CommandRun run =
        CommandRun.of(
            "run", scenario, "--engine", "loihi", "--target", "loihi2", "--out", at("run"));
    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    CommandRun emulated = CommandRun.of("emulate", at("chip"), "--out", at("emulated"));
    assertEquals(ExitCode.OK, emulated.exitCode(), emulated.err());
    String spikes = Files.readString(folder.resolve("run/spikes.csv"));
    assertTrue(spikes.lines().count() > 15, spikes);
    assertEquals(spikes, Files.readString(folder.resolve("emulated/spikes.csv")));
    String traces = Files.readString(folder.resolve("run/traces.csv"));
    assertEquals(traces, Files.readString(folder.resolve("emulated/traces.csv")));
    assertTrue(traces.contains("U_m") && traces.contains("V_th"));
  }

  @Test
  void saysWhatRoundingDidAndFindsNoMistake() {
    CommandRun run = export();
    assertTrue(run.out().contains("omega - E_L"), run.out());
    assertTrue(run.out().contains("I + 62.5 b - 16.25"), run.out());
    assertTrue(run.out().contains("words of state"), run.out());
    CommandRun validated = CommandRun.of("validate", at("chip"));
    assertEquals(ExitCode.OK, validated.exitCode(), validated.out());
  }

  @Test
  void explainsTheProgrammeOfANeuron() {
    export();
    String quadratic = CommandRun.of("explain", at("chip"), "--neuron", "a[1]").out();
    assertTrue(quadratic.contains("\nprogramme izhikevich: substeps = 1, square = "), quadratic);
    assertTrue(quadratic.contains(", recovery = "), quadratic);
    assertFalse(quadratic.contains("v keeps"), quadratic);
    String adapting = CommandRun.of("explain", at("chip"), "--neuron", "m[0]").out();
    assertTrue(adapting.contains("\nprogramme adaptive_threshold: decay1 = "), adapting);
    assertTrue(
        adapting.contains(" + theta1 + theta2, then rests for 20 steps, and v goes on"), adapting);
  }

  @Test
  void refusesLoihi1AndNamesLoihi2() {
    CommandRun run = CommandRun.of("export", scenario, "--out", at("none"));
    assertEquals(ExitCode.MISTAKE, run.exitCode(), run.out());
    assertTrue(run.err().contains("--target loihi2, which takes a quadratic neuron"), run.err());
    assertFalse(Files.exists(folder.resolve("none")));
  }

  @Test
  void namesAllThatEachFormatLacks() {
    CommandRun run =
        CommandRun.of(
            "export",
            scenario,
            "--target",
            "loihi2",
            "--format",
            "sana-fe,nir,netx",
            "--out",
            at("none"));
    assertEquals(ExitCode.MISTAKE, run.exitCode(), run.out());
    assertEquals(
        List.of(
            "nir: neurons.a.model: found izhikevich",
            "nir: neurons.m.model: found mat2_psc_exp",
            "sana-fe: a: found neurons of the programme izhikevich",
            "sana-fe: m: found neurons of the programme adaptive_threshold",
            "netx: a: found neurons of the programme izhikevich",
            "netx: m: found neurons of the programme adaptive_threshold"),
        run.err()
            .lines()
            .filter(line -> !line.startsWith("What would help"))
            .map(line -> line.replaceAll(", which.*", ""))
            .toList());
    assertFalse(Files.exists(folder.resolve("none")));
  }

  @Test
  void saysInWholeSentencesWhatIsWrongWithADamagedMapping() throws IOException {
    export();
    Path mapping = folder.resolve("chip/mapping.json");
    String text = Files.readString(mapping);
    String damaged = text.replaceFirst("\"substeps\":\\s*1", "\"substeps\": 3");
    assertFalse(damaged.equals(text));
    Files.writeString(mapping, damaged);
    CommandRun run = CommandRun.of("emulate", at("chip"), "--out", at("emulated"));
    assertEquals(ExitCode.MISTAKE, run.exitCode(), run.out());
    assertTrue(
        run.err().endsWith("is 3: 1 to 2. 'hillock export' writes the mapping anew.\n"), run.err());
  }

  @Test
  void refusesAVariableThatTheChipHasNot() throws IOException {
    Files.writeString(Path.of(scenario), SCENARIO.replace("V_th: [m]", "I_syn_ex: [m]"));
    CommandRun run =
        CommandRun.of(
            "run", scenario, "--engine", "loihi", "--target", "loihi2", "--out", at("none"));
    assertEquals(ExitCode.MISTAKE, run.exitCode(), run.out());
    assertTrue(
        run.err().contains("V_m, V_th, V_th_alpha_1, V_th_alpha_2, which the chip has"), run.err());
    assertFalse(Files.exists(folder.resolve("none")));
  }

  @Test
  void correctsBothForTheirRates() {
    CommandRun run =
        CommandRun.of(
            "export", scenario, "--target", "loihi2", "--calibrate", "1 s", "--out", at("chip"));
    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    CommandRun validated = CommandRun.of("validate", at("chip"));
    assertEquals(ExitCode.OK, validated.exitCode(), validated.out());
  }

  @ParameterizedTest
  @CsvSource({
    "izhikevich, loihi2",
    "mat2_psc_exp, loihi2",
    "amat2_psc_exp, none as a compartment",
    "glif_psc, none as a compartment"
  })
  void tellsWhichChipsTakeAModel(String model, String chips) {
    CommandRun run = CommandRun.of("models", model);
    assertTrue(run.out().contains("\nChips\n  " + chips + "\n"), run.out());
  }
}
