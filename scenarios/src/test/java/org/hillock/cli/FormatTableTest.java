package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of docs/export.md, cell by cell: a small network that has the feature is exported. */
class FormatTableTest {

  private static final Path DOCS = Path.of("../docs/export.md");

  private static final String HEAD = "| of the network |";

  /** What stands beside the files of a format, and tells of all of them. */
  private static final Set<String> BESIDE = Set.of("manifest.json", "summary.txt", "report.html");

  /**
   * A feature: the scenario that has it, one that is the same but for it, what a sentence about it
   * contains, and the chip.
   */
  private record Feature(String scenario, String without, String word, String target) {}

  /** Two senders, two neurons; v begins at 0, where it rests and is reset. */
  private static final String BASE =
      """
      scenario: f
      time: {step: 1 ms, duration: 50 ms}
      neurons:
        in: {size: 2, model: spike_generator, spike_times: [[5 ms, 9 ms], [7 ms]]}
        a: {size: 2, model: iaf_psc_delta, t_ref: 0 ms, E_L: 0 mV, V_reset: 0 mV, V_th: 15 mV}
      synapses:
        - {name: s, from: in, to: a, rule: all_to_all, weight: 8 mV, delay: 1 ms}
      """;

  private static final String CURRENTS =
      BASE.replace("iaf_psc_delta,", "iaf_psc_exp, tau_syn_ex: 4 ms, tau_syn_in: 4 ms,")
          .replace("8 mV", "400 pA");

  private static final Map<String, Feature> FEATURES = new LinkedHashMap<>();

  /** The neurons with an input in the place of senders. */
  private static String driven(String input) {
    int in = BASE.indexOf("  in: ");
    return BASE.substring(0, in)
        + BASE.substring(BASE.indexOf("  a: {"), BASE.indexOf("synapses:"))
        + "inputs:\n  drive: {to: a, weight: 3 mV, "
        + input
        + "}\n";
  }

  private static void feature(String name, String scenario, String word) {
    feature(name, scenario, BASE, word);
  }

  private static void feature(String name, String scenario, String without, String word) {
    assertNotEquals(without, scenario, name);
    FEATURES.put(name, new Feature(scenario, without, word, "loihi1"));
  }

  /** The neurons with others in their place, on a chip that runs their programmes, or does not. */
  private static void programme(String name, String model, String target) {
    String scenario = BASE.substring(0, BASE.indexOf("  a: {")) + "  a: {size: 2, model: " + model;
    String synapses =
        BASE.substring(BASE.indexOf("synapses:"))
            .replace("8 mV", model.contains("psc") ? "900 pA" : "8 mV");
    FEATURES.put(
        name, new Feature(scenario + "}\n" + synapses, BASE, model + "|programme", target));
  }

  static {
    feature("`iaf_psc_delta`", BASE, CURRENTS, "iaf_psc");
    feature("`iaf_psc_exp`, one synaptic time constant", CURRENTS, "current");
    feature(
        "two synaptic time constants in a neuron",
        CURRENTS.replace("tau_syn_in: 4 ms", "tau_syn_in: 3 ms")
            + "  - {from: in, to: a, rule: all_to_all, weight: -90 pA, delay: 1 ms}\n",
        CURRENTS,
        "tau_syn");
    feature(
        "`iaf_psc_alpha`",
        CURRENTS.replace("iaf_psc_exp", "iaf_psc_alpha"),
        CURRENTS,
        "iaf_psc_alpha");
    feature(
        "`if_psc_delta` and `threshold_unit`",
        BASE.replace("iaf_psc_delta, t_ref: 0 ms, E_L: 0 mV,", "if_psc_delta, t_ref: 0 ms,"),
        "if_psc_delta");
    programme("`izhikevich` on `loihi2`", "izhikevich", "loihi2");
    programme("`mat2_psc_exp` on `loihi2`", "mat2_psc_exp", "loihi2");
    programme("the same on other chips", "izhikevich", "loihi1");
    feature(
        "parameters that differ from neuron to neuron",
        BASE.replace("V_th: 15 mV", "V_th: {distribution: uniform, min: 13 mV, max: 17 mV}"),
        "kinds");
    feature("refractory time", BASE.replace("t_ref: 0 ms", "t_ref: 3 ms"), "refractory");
    feature(
        "lower bound of V (`V_min`)",
        BASE.replace("V_th: 15 mV", "V_th: 15 mV, V_min: -5 mV"),
        "bound");
    feature(
        "V at the start, if not at rest",
        BASE.replace("V_th: 15 mV", "V_th: 15 mV, V_m: 6 mV"),
        "begin|initial");
    feature(
        "constant current", BASE.replace("V_th: 15 mV", "V_th: 15 mV, I_e: 100 pA"), "I_e|bias");
    feature(
        "currents that change, or noise",
        BASE + "inputs:\n  n: {type: noise, to: a, mean: 0 pA, sd: 10 pA}\n",
        "current");
    feature("delays of a few steps", BASE.replace("delay: 1 ms", "delay: 4 ms"), "delay");
    feature("delays of 20 steps", BASE.replace("delay: 1 ms", "delay: 20 ms"), "delay");
    feature(
        "delays that differ from synapse to synapse",
        BASE.replace(
            "rule: all_to_all, weight: 8 mV, delay: 1 ms",
            "rule: explicit, edges: [[0, 0, 8 mV, 1 ms], [0, 1, 8 mV, 2 ms], [1, 0, 8 mV, 3 ms],"
                + " [1, 1, 8 mV, 4 ms]]"),
        "delay");
    feature(
        "several synapses between two neurons",
        BASE + "  - {name: t, from: in, to: a, rule: all_to_all, weight: 4 mV, delay: 1 ms}\n",
        "several");
    feature(
        "recurrent synapses",
        BASE + "  - {name: t, from: a, to: a, rule: all_to_all, weight: 4 mV, delay: 1 ms}\n",
        "within");
    feature(
        "inhibition only, among weights of 0",
        BASE.replace(
            "rule: all_to_all, weight: 8 mV, delay: 1 ms",
            "rule: explicit, edges: [[0, 0, -8 mV, 1 ms], [1, 1, -5.37 mV, 1 ms]]"),
        "positive weight");
    feature(
        "plasticity",
        CURRENTS.replace(
            "weight: 400 pA",
            "weight: 300 pA, plasticity: {rule: stdp, W_max: 400 pA, lambda: 0.01, mu_plus: 0,"
                + " mu_minus: 0}"),
        CURRENTS.replace("weight: 400 pA", "weight: 300 pA"),
        "plasticity|learn|paired");
    feature(
        "`poisson_generator`",
        BASE.replace(
            "spike_generator, spike_times: [[5 ms, 9 ms], [7 ms]]",
            "poisson_generator, rate: 50 Hz"),
        "Poisson|fed|feed");
    feature("`spike_generator`", BASE.replace("9 ms", "11 ms"), "fed|feed");
    feature(
        "several spikes of a sender in a step",
        driven("type: spikes, times: [5 ms, 5 ms]"),
        driven("type: spikes, times: [5 ms]"),
        "spikes in a step|spike a step|feed|several times in step");
    feature(
        "`parrot_neuron`",
        BASE.replace("  a: {", "  p: {size: 2, model: parrot_neuron}\n  a: {")
                .replace("from: in, to: a", "from: p, to: a")
            + "  - {name: t, from: in, to: p, rule: one_to_one, weight: 1, delay: 1 ms}\n",
        "relay|repeat");
    feature(
        "Poisson input",
        driven("type: poisson, rate: 100 Hz"),
        driven("type: spikes, times: [5 ms]"),
        "drive");
    feature(
        "a network without neurons",
        BASE.substring(0, BASE.indexOf("  a: {")),
        "neurons|populations");
  }

  @TempDir Path folder;

  private static List<List<String>> table() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(DOCS)) {
      inside = line.startsWith(HEAD) || inside && line.startsWith("|");
      if (inside) {
        rows.add(
            Stream.of(line.substring(1, line.length() - 1).split("\\|"))
                .map(String::strip)
                .toList());
      }
    }
    return rows;
  }

  static List<Arguments> cells() throws IOException {
    List<List<String>> rows = table();
    List<Arguments> cells = new ArrayList<>();
    for (List<String> row : rows.subList(2, rows.size())) {
      for (int column = 1; column < row.size(); column++) {
        String format = rows.get(0).get(column).replace("`", "");
        cells.add(Arguments.of(row.get(0), format, row.get(column)));
      }
    }
    return cells;
  }

  @Test
  void shouldHaveARowForEachFeatureAndAColumnForEachFormat() throws IOException {
    List<List<String>> rows = table();
    assertEquals(
        List.of("of the network", "`mapping`", "`sana-fe`", "`nir`", "`netx`"), rows.get(0));
    assertEquals(
        List.copyOf(FEATURES.keySet()),
        rows.subList(2, rows.size()).stream().map(row -> row.get(0)).toList());
  }

  @ParameterizedTest(name = "{1}: {0} is {2}")
  @MethodSource("cells")
  void shouldDoWhatTheTableSays(String name, String format, String cell) throws IOException {
    Feature feature = FEATURES.get(name);
    assertNotNull(feature, name);
    Path out = folder.resolve("out");
    CommandRun run = export(feature.scenario(), feature.target(), format, out);
    String all = run.out() + run.err();
    if (cell.equals("refused")) {
      assertEquals(ExitCode.MISTAKE, run.exitCode(), all);
      assertTrue(has(run.err(), feature.word()), run.err());
      assertFalse(Files.exists(out), all);
      return;
    }
    assertEquals(ExitCode.OK, run.exitCode(), all);
    List<String> said = said(run.out(), format);
    boolean told = said.stream().anyMatch(line -> has(line, feature.word()));
    assertEquals(cell.equals("said"), told, said + "\n" + all);
    Map<String, String> files = files(out, format);
    assertFalse(files.isEmpty(), all);
    if (cell.equals("carried")) {
      Path without = folder.resolve("without");
      CommandRun other = export(feature.without(), feature.target(), format, without);
      assertEquals(ExitCode.OK, other.exitCode(), other.err());
      assertNotEquals(files(without, format), files, "nothing in the files tells of it");
    }
  }

  /** Else it would say nothing that files differ without a feature. */
  @ParameterizedTest
  @ValueSource(strings = {"mapping", "sana-fe", "nir", "netx"})
  void shouldWriteTheSameFilesOfTheSameNetwork(String format) throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    assertEquals(ExitCode.OK, export(BASE, "loihi1", format, one).exitCode());
    assertEquals(ExitCode.OK, export("# again\n" + BASE, "loihi1", format, two).exitCode());
    assertEquals(files(one, format), files(two, format));
  }

  private CommandRun export(String scenario, String target, String format, Path out)
      throws IOException {
    String file = Files.writeString(folder.resolve("f.yaml"), scenario).toString();
    return CommandRun.of(
        "export", file, "--target", target, "--format", format, "--out", out.toString());
  }

  /** The files of a format by name, a character a byte. */
  private static Map<String, String> files(Path folder, String format) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!BESIDE.contains(name) && (format.equals("mapping") || !name.equals("mapping.json"))) {
          files.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }

  private static boolean has(String text, @Nullable String words) {
    return words != null && Pattern.compile(words).matcher(text).find();
  }

  /** The sentences of a format: those of the mapping stand in its own list of warnings. */
  private static List<String> said(String out, String format) {
    List<String> lines = new ArrayList<>();
    boolean warnings = false;
    for (String line : out.lines().toList()) {
      warnings = line.equals("worth knowing") || warnings && line.startsWith("  ");
      boolean mapping = format.equals("mapping") && warnings;
      if (mapping || line.strip().startsWith(format + ": ")) {
        lines.add(line.strip());
      }
    }
    return lines;
  }
}
