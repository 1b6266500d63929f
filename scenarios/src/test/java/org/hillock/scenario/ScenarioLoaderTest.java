package org.hillock.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.network.Conduction;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Positions;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;
import org.hillock.record.Recording;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.Problem;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.scenario.write.ResolvedYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioLoaderTest {

  private static final Path RIGHT = Path.of("src/test/resources/org/hillock/scenario/right");

  static List<Path> rightFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(RIGHT, Path.of("gallery"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> entries = Files.list(folder)) {
          entries.filter(path -> path.toString().endsWith(".yaml")).sorted().forEach(files::add);
        }
      }
    }
    return files;
  }

  private static Scenario load(String file) throws ScenarioException {
    return load(file, Map.of(), Overrides.NONE);
  }

  private static Scenario load(String file, Map<String, String> sets, Overrides overrides)
      throws ScenarioException {
    return ScenarioLoader.load(ScenarioSource.ofFile(RIGHT.resolve(file)), sets, overrides);
  }

  private static Projection projection(Scenario scenario, String name) {
    return scenario.network().projections().stream()
        .filter(projection -> projection.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Input input(Scenario scenario, String name) {
    return scenario.network().inputs().stream()
        .filter(input -> input.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void brunelIsTheNetworkOfThePaper() throws ScenarioException {
    Scenario brunel = load("brunel.yaml");
    assertEquals("brunel", brunel.name());
    assertEquals(12345, brunel.settings().seed());
    assertEquals(0.1, brunel.settings().step());
    assertEquals(200.0, brunel.settings().warmup());
    assertEquals(1000.0, brunel.settings().duration());
    Network network = brunel.network();
    assertEquals(12500, network.neuronCount());
    assertEquals(Distribution.of(20), network.population("inh").parameters().get("tau_m"));
    assertEquals(20000.0, ((Input.Poisson) network.inputs().get(0)).rate());
    assertEquals(
        List.of("exc->exc", "exc->inh", "inh->exc", "inh->inh"),
        network.projections().stream().map(Projection::name).toList());
    assertEquals(new ConnectionRule.FixedIndegree(1000), network.projections().get(0).rule());
    assertEquals(Distribution.of(-0.5), network.projections().get(3).weight());
    assertEquals("0.1 mV", brunel.parameters().get("J"));
    assertEquals(List.of("raster", "rate", "isi"), brunel.plots());
  }

  @Test
  void takesTrueAndFalseAndTheirNumbersAndFormulas() throws ScenarioException {
    Scenario scenario = load("lists-and-truths.yaml");
    Map<String, Distribution> one = scenario.network().population("one").parameters();
    for (String name : List.of("after_spike_currents", "spike_dependent_threshold")) {
      assertEquals(Distribution.of(1), one.get(name));
    }
    assertEquals(Distribution.of(0), one.get("adapting_threshold"));
    assertEquals(Distribution.of(0.5), one.get("voltage_reset_fraction"));
    Map<String, Distribution> other = scenario.network().population("other").parameters();
    assertEquals(Distribution.of(0), other.get("after_spike_currents"));
    assertEquals(Distribution.of(1), other.get("spike_dependent_threshold"));
  }

  @Test
  void everyConstructMeansWhatItSays() throws ScenarioException {
    Scenario scenario = load("everything.yaml");
    Network network = scenario.network();
    assertEquals(Long.MAX_VALUE, scenario.settings().seed());
    assertEquals(0.1, scenario.settings().step());
    assertEquals("Several lines\nof text: with a colon.\n", scenario.description());
    Population exc = network.population("exc");
    assertEquals(
        new Distribution.Normal(10, 1, 5, 20, Distribution.Outside.REDRAW),
        exc.parameters().get("tau_m"));
    assertEquals(new Distribution.LogNormal(250, 0.1), exc.parameters().get("C_m"));
    assertEquals(new Distribution.Uniform(-70, -55), exc.parameters().get("V_m"));
    assertListed(exc.parameters().get("I_e"), 0, 360);
    assertListed(exc.parameters().get("I_e"), 99, 560);
    Population inh = network.population("inh");
    assertEquals(25, inh.size());
    assertEquals(Distribution.of(1), inh.parameters().get("t_ref"));
    assertListed(inh.parameters().get("I_e"), 24, 560);
    assertListed(network.population("delta").parameters().get("I_e"), 2, 3000);
    assertArrayEquals(new double[] {5, 10, 20}, train(network, "same", 1));
    assertArrayEquals(new double[] {10, 60, 110}, train(network, "each", 1));
    assertArrayEquals(new double[] {11, 61}, train(network, "staggered", 1));
    assertArrayEquals(new double[] {0.3, 1.5}, train(network, "file", 0));
    assertArrayEquals(new double[] {}, train(network, "file", 1));
    Input.Poisson background = (Input.Poisson) input(scenario, "background");
    assertEquals(800, background.rate());
    assertEquals(0.1, background.delay());
    assertEquals(new NeuronRange("inh", 0, 5), background.targets().get(1));
    Input.StepCurrent pulse = (Input.StepCurrent) input(scenario, "pulse");
    assertEquals(List.of(100.0, 200.0), pulse.times());
    assertEquals(List.of(300.0, 0.0), pulse.amplitudes());
    Projection plastic = projection(scenario, "plastic");
    assertEquals(new NeuronRange("exc", 25, 100), plastic.target());
    assertEquals(Map.of("W_max", 20.0, "tau_plus", 20.0), plastic.plasticity().parameters());
    ConnectionRule.Explicit listed =
        (ConnectionRule.Explicit) projection(scenario, "listed").rule();
    assertEquals(60, listed.weight(0));
    assertEquals(2.5, listed.delay(1));
    assertFalse(projection(scenario, "inh->exc").autapses());
    assertEquals(
        new Recording.Trace(new NeuronRange("exc", 0, 3), List.of("I_syn_ex", "V_m"), 0.5),
        scenario.recording().traces().get(0));
    assertEquals(
        List.of(100.0, 350.0, 600.0, 850.0), scenario.recording().weights().get(0).times());
    assertEquals(
        List.of(100.0, 200.0, 300.0),
        scenario.recording().modulators().get(0).times().subList(0, 3));
    assertEquals(16, scenario.expectations().size());
  }

  @Test
  void positionsAndVelocitiesMeanWhatTheySay() throws ScenarioException {
    Scenario scenario = load("positions.yaml");
    Network network = scenario.network();
    Positions row = network.population("row").positions();
    assertEquals(10, row.coordinate(0, 0));
    assertEquals(109, row.coordinate(1, 0));
    assertEquals(1000, row.coordinate(10, 0));
    assertEquals(257.5, network.population("again").positions().coordinate(1, 0));
    assertEquals(
        Positions.of(new double[] {5}, new double[] {10}, new double[] {-0.2}),
        network.population("some").positions());
    assertEquals(4, network.population("sheet").positions().coordinate(2, 1));
    assertEquals(1200, network.population("tilted").positions().coordinate(1, 1), 1e-12);
    assertEquals(
        7,
        network
            .population("space")
            .positions()
            .distance(0, network.population("space").positions(), 1));
    assertEquals(null, network.population("nowhere").positions());
    assertEquals(new Conduction(20), projection(scenario, "source->row").conduction());
    assertEquals(Distribution.of(0), projection(scenario, "source->row").delay());
    assertEquals(60, projection(scenario, "late").conduction().velocity(), 1e-12);
    assertEquals(Distribution.of(1), projection(scenario, "late").delay());
    assertEquals(new Distribution.Uniform(0, 1), projection(scenario, "spread").delay());
    assertEquals(null, projection(scenario, "nowhere").conduction());
  }

  private static void assertListed(Distribution distribution, int index, double value) {
    assertEquals(value, distribution.draw(new RandomStream(0), index));
  }

  private static double[] train(Network network, String population, int neuron) {
    return network.population(population).spikeTrains().train(neuron);
  }

  @ParameterizedTest
  @MethodSource("rightFiles")
  void aResolvedScenarioLoadsAgainToTheSameNetwork(Path file) throws ScenarioException {
    Scenario first = ScenarioLoader.load(ScenarioSource.ofFile(file), Map.of(), Overrides.NONE);
    Scenario again =
        ScenarioLoader.load(
            new ScenarioSource("resolved.yaml", ResolvedYaml.of(first), null),
            Map.of(),
            Overrides.NONE);
    assertSame(first.network(), again.network());
    assertEquals(first.settings(), again.settings());
    assertEquals(first.recording(), again.recording());
    assertEquals(first.plots(), again.plots());
    assertEquals(first.parameters(), again.parameters());
    assertEquals(ResolvedYaml.of(first), ResolvedYaml.of(again));
  }

  private static void assertSame(Network a, Network b) {
    assertEquals(a.populations().size(), b.populations().size());
    for (int i = 0; i < a.populations().size(); i++) {
      Population left = a.populations().get(i);
      Population right = b.populations().get(i);
      assertEquals(left.name(), right.name());
      assertEquals(left.size(), right.size());
      assertEquals(left.model(), right.model());
      assertEquals(left.parameters().keySet(), right.parameters().keySet());
      left.parameters().forEach((name, value) -> assertSame(value, right.parameters().get(name)));
      assertEquals(left.spikeTrains() == null, right.spikeTrains() == null);
      for (int j = 0; left.spikeTrains() != null && j < left.size(); j++) {
        assertArrayEquals(left.spikeTrains().train(j), right.spikeTrains().train(j));
      }
      assertEquals(left.positions(), right.positions());
    }
    assertEquals(a.inputs().size(), b.inputs().size());
    for (int i = 0; i < a.inputs().size(); i++) {
      if (a.inputs().get(i) instanceof Input.Spikes left) {
        Input.Spikes right = (Input.Spikes) b.inputs().get(i);
        assertArrayEquals(left.times().train(0), right.times().train(0));
        assertEquals(left.weight(), right.weight());
        assertEquals(left.delay(), right.delay());
      } else {
        assertEquals(a.inputs().get(i), b.inputs().get(i));
      }
    }
    assertEquals(a.projections().size(), b.projections().size());
    for (int i = 0; i < a.projections().size(); i++) {
      Projection left = a.projections().get(i);
      Projection right = b.projections().get(i);
      if (left.rule() instanceof ConnectionRule.Explicit edges) {
        ConnectionRule.Explicit others = (ConnectionRule.Explicit) right.rule();
        assertEquals(edges.size(), others.size());
        assertEquals(edges.hasWeights(), others.hasWeights());
        assertEquals(edges.hasDelays(), others.hasDelays());
        for (int j = 0; j < edges.size(); j++) {
          assertEquals(edges.source(j), others.source(j));
          assertEquals(edges.target(j), others.target(j));
          if (edges.hasWeights()) {
            assertEquals(edges.weight(j), others.weight(j));
          }
          if (edges.hasDelays()) {
            assertEquals(edges.delay(j), others.delay(j));
          }
        }
        assertEquals(left.weight(), right.weight());
      } else {
        assertEquals(left, right);
      }
    }
  }

  private static void assertSame(Distribution left, Distribution right) {
    if (left instanceof Distribution.Listed values) {
      for (int i = 0; i < values.size(); i++) {
        assertListed(right, i, values.draw(new RandomStream(0), i));
      }
    } else {
      assertEquals(left, right);
    }
  }

  @Test
  void setChangesParametersAndAnythingElseByItsPath() throws ScenarioException {
    Scenario scenario =
        load(
            "brunel.yaml",
            Map.of(
                "g", "6",
                "order", "100 / 2",
                "time.duration", "2 s",
                "time.warmup", "0 ms",
                "neurons.inh.tau_m", "15 ms",
                "synapses[1].indegree", "3",
                "synapses.0.delay", "{distribution: uniform, min: 1 ms, max: 2 ms}",
                "record.spikes", "none",
                "plots", "[traces]",
                "seed", "7"),
            Overrides.NONE);
    assertEquals("6", scenario.parameters().get("g"));
    assertEquals(200, scenario.network().population("exc").size());
    assertEquals(2000, scenario.settings().duration());
    assertEquals(0, scenario.settings().warmup());
    assertEquals(7, scenario.settings().seed());
    assertEquals(
        Distribution.of(15), scenario.network().population("inh").parameters().get("tau_m"));
    assertEquals(new ConnectionRule.FixedIndegree(3), projection(scenario, "inh->exc").rule());
    assertEquals(new Distribution.Uniform(1, 2), projection(scenario, "exc->exc").delay());
    assertTrue(scenario.recording().spikes().isEmpty());
    assertEquals(List.of("traces"), scenario.plots());
  }

  /** Whether a model can run is a matter of the engine that runs it, whatever the file says. */
  @Test
  void refusesModelsThatTheEngineOfContinuousTimeCannotRun() throws ScenarioException {
    String parts = "neurons: {cells: {size: 1, model: iaf_cond_alpha_mc}}\n";
    ScenarioSource stepped =
        new ScenarioSource(
            "x.yaml", "scenario: x\ntime: {step: 0.1 ms, duration: 1 ms}\n" + parts, null);
    ScenarioSource continuous =
        new ScenarioSource("x.yaml", "scenario: x\ntime: {duration: 1 ms}\n" + parts, null);
    Overrides event = new Overrides(null, null, null, Engine.event);
    for (ScenarioException refusal :
        List.of(
            assertThrows(
                ScenarioException.class, () -> ScenarioLoader.load(stepped, Map.of(), event)),
            assertThrows(
                ScenarioException.class,
                () -> ScenarioLoader.load(continuous, Map.of(), Overrides.NONE)))) {
      assertEquals(
          "x.yaml:3:35: neurons.cells.model: found iaf_cond_alpha_mc, which has several places for"
              + " current, which the engine of continuous time has not; expected a step of time for"
              + " it, such as time.step: 0.1 ms, or --engine grid; or a model or parameters of which"
              + " that is not true",
          refusal.getMessage());
    }
    Overrides grid = new Overrides(null, null, null, Engine.grid);
    for (Scenario runs :
        List.of(
            ScenarioLoader.load(stepped, Map.of(), Overrides.NONE),
            ScenarioLoader.load(continuous, Map.of(), grid))) {
      assertEquals("iaf_cond_alpha_mc", runs.network().population("cells").model());
    }
  }

  @Test
  void setMistakesNameTheOption() {
    assertEquals(
        "--set gg: unknown parameter 'gg'; did you mean 'g'?"
            + " (known: order, g, eta, J, delay, V_reset)",
        mistake(Map.of("gg", "6")));
    assertEquals(
        "--set J: parameters.J: found '0.2 ms', a time; expected a voltage, such as the file's 0.1"
            + " mV",
        mistake(Map.of("J", "0.2 ms")));
    assertEquals(
        "--set J: parameters.J: found '3', a plain number without a unit;"
            + " expected a voltage, such as the file's 0.1 mV",
        mistake(Map.of("J", "3")));
    assertEquals(
        "--set time.durtion: time.durtion: unknown key 'durtion'; did you mean 'duration'?"
            + " (known: step, warmup, duration, off_grid)",
        mistake(Map.of("time.durtion", "3 s")));
    assertEquals(
        "--set neurons.exx.size: neurons: unknown key 'exx'; did you mean 'exc'? (known: exc, inh)",
        mistake(Map.of("neurons.exx.size", "3")));
    assertEquals(
        "--set synapses[5].weight: found '[5]' where synapses is a list; expected a place from [0]"
            + " to [1]",
        mistake(Map.of("synapses[5].weight", "3 mV")));
    assertEquals(
        "--set g: parameters.g: found nothing; expected a value", mistake(Map.of("g", "")));
    assertEquals(
        "--set plots[0].x: found 'x', but plots[0] is a single value",
        mistake(Map.of("plots[0].x", "1")));
  }

  private static String mistake(Map<String, String> sets) {
    return assertThrows(ScenarioException.class, () -> load("brunel.yaml", sets, Overrides.NONE))
        .getMessage();
  }

  @Test
  void theCommandLineOverridesSeedDurationAndThreads() throws ScenarioException {
    Scenario scenario = load("brunel.yaml", Map.of(), new Overrides(99L, 50.0, 3, null));
    assertEquals(99, scenario.settings().seed());
    assertEquals(50, scenario.settings().duration());
    assertEquals(3, scenario.settings().threads());
    assertTrue(ResolvedYaml.of(scenario).contains("seed: 99\n"));
    ScenarioException wrong =
        assertThrows(
            ScenarioException.class,
            () -> load("brunel.yaml", Map.of(), new Overrides(null, 50.03, 0, null)));
    assertEquals(
        "--duration: found 50.03 ms; expected a multiple of the step of 0.1 ms; the nearest are"
            + " 50 ms and 50.1 ms; 'time: {off_grid: round}' takes the nearer one\n--threads: found 0; expected 1 or more",
        wrong.getMessage());
  }

  @Test
  void aliasesOfYamlWork() throws ScenarioException {
    Scenario scenario =
        ScenarioLoader.load(
            new ScenarioSource(
                "aliases.yaml",
                "scenario: aliases\ntitle: t\ntime: {duration: 1 s}\nneurons:\n"
                    + "  a: &a {size: 3, model: iaf_psc_exp, tau_m: &tau 12 ms}\n"
                    + "  b: *a\n  c: {size: 2, model: iaf_psc_delta, tau_m: *tau}\n",
                null),
            Map.of(),
            Overrides.NONE);
    assertEquals(8, scenario.network().neuronCount());
    assertEquals(Distribution.of(12), scenario.network().population("c").parameters().get("tau_m"));
    assertEquals(3, scenario.recording().spikes().size());
  }

  @Test
  void problemsHaveFieldsForProgramsToUse() {
    ScenarioException e =
        assertThrows(
            ScenarioException.class,
            () -> load("brunel.yaml", Map.of("neurons.exc.tua_m", "3 ms"), Overrides.NONE));
    Problem problem = e.problems().get(0);
    assertEquals("neurons.exc.tua_m", problem.path());
    assertEquals("tau_m", problem.suggestion());
    assertEquals(0, problem.line());
  }
}
