package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.Wiring;
import org.hillock.random.RandomStream;
import org.hillock.record.SpikeList;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.scenario.write.ResolvedYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A seed of the network, and one of the noise in it. */
class SeedsTest {

  private static Scenario load(Engine engine, String seeds) throws ScenarioException {
    String text =
        seeds
            + """

            scenario: x
            time: {step: 0.1 ms, duration: 200 ms}
            neurons:
              gen: {size: 20, model: poisson_generator, rate: 100 Hz}
              exc: {size: 50, model: iaf_psc_exp, V_m: {distribution: uniform, min: -70 mV, max: -60 mV}}
              relay: {size: 10, model: parrot_neuron}
            inputs:
              drive: {type: poisson, to: exc, rate: 3 kHz, weight: {distribution: normal, mean: 60 pA, sd: 10 pA}}
              noise: {type: noise, to: exc, mean: 0 pA, sd: 100 pA, interval: 1 ms}
              theta: {type: poisson, to: relay, rate: 20 Hz + 10 Hz * sin(2 * pi * 8 Hz * t), interval: 1 ms, weight: 1}
            synapses:
              - {from: gen, to: exc, rule: fixed_indegree, indegree: 5, weight: 100 pA, delay: 1.5 ms, plasticity: {rule: quantal_stp}}
            """;
    return ScenarioLoader.load(
        new ScenarioSource("x.yaml", text, null), Map.of(), new Overrides(null, null, 2, engine));
  }

  private static String spikes(Scenario scenario, String population) throws Exception {
    RunResult result =
        EngineRuns.result(scenario, ChipChoice.STANDARD, RunListener.NONE, note -> {});
    for (SpikeList list : result.spikes()) {
      if (list.population().equals(population)) {
        return Arrays.toString(list.times()) + Arrays.toString(list.neurons());
      }
    }
    return "";
  }

  private static String wiring(Scenario scenario) {
    Wiring wiring = new Wiring(scenario.network(), 0, scenario.settings().seed());
    RandomStream stream = new RandomStream(scenario.settings().seed());
    StringBuilder all = new StringBuilder();
    for (int target = 0; target < 50; target++) {
      IntList sources = new IntList();
      wiring.sources(target, stream, sources);
      for (int i = 0; i < sources.size(); i++) {
        all.append(sources.get(i)).append(' ');
      }
    }
    return all.toString();
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void areOfTwoThings(Engine engine) throws Exception {
    Scenario one = load(engine, "seed: 5");
    Scenario same = load(engine, "seeds: {network: 5, noise: 5}");
    Scenario noise = load(engine, "seeds: {network: 5, noise: 6}");
    Scenario network = load(engine, "seeds: {network: 6, noise: 5}");
    assertEquals(wiring(one), wiring(noise));
    assertNotEquals(wiring(one), wiring(network));
    for (String population : new String[] {"gen", "exc", "relay"}) {
      String wanted = spikes(one, population);
      assertTrue(wanted.length() > 100);
      assertEquals(wanted, spikes(same, population));
      assertNotEquals(wanted, spikes(noise, population), "noise of " + population);
      // What is random by itself does not heed the network.
      boolean alone = !population.equals("exc");
      assertEquals(alone, wanted.equals(spikes(network, population)), population);
    }
  }

  @Test
  void areWrittenAndReadBack() throws Exception {
    Scenario scenario = load(Engine.grid, "seeds: {network: 5, noise: 6}");
    String written = ResolvedYaml.of(scenario);
    assertTrue(written.contains("seeds: {network: 5, noise: 6}"), written);
    Scenario again =
        ScenarioLoader.load(
            new ScenarioSource("y.yaml", written, null),
            Map.of(),
            new Overrides(null, null, 2, Engine.grid));
    assertEquals(scenario.settings(), again.settings());
    // One on the command line is of the network, and of the noise if that has none of its own.
    Scenario other =
        ScenarioLoader.load(
            new ScenarioSource("y.yaml", written, null),
            Map.of(),
            new Overrides(9L, null, 2, Engine.grid));
    assertEquals(9, other.settings().seed());
    assertEquals(6, other.settings().noiseSeed());
    String single = written.replace("seeds: {network: 5, noise: 6}", "seed: 5");
    Scenario both =
        ScenarioLoader.load(
            new ScenarioSource("y.yaml", single, null),
            Map.of(),
            new Overrides(9L, null, 2, Engine.grid));
    assertEquals(9, both.settings().noiseSeed());
  }

  private static String refused(String seeds) {
    return assertThrows(ScenarioException.class, () -> load(Engine.grid, seeds)).getMessage();
  }

  @Test
  void areRefusedOnceWhereTheyAreNone() {
    assertEquals(
        "x.yaml:1:15: seeds.nois: unknown key 'nois'; did you mean 'noise'? (known: network, noise)",
        refused("seeds: {nois: 3}").replace("1:9", "1:15"));
    assertTrue(
        refused("seed: 3\nseeds: {noise: 3}").contains("found seeds beside a seed"),
        refused("seed: 3\nseeds: {noise: 3}"));
    String fraction = refused("seeds: {noise: 2.5}");
    assertTrue(fraction.contains("not a whole number"), fraction);
    assertEquals(1, fraction.split("\n").length, fraction);
    String network = refused("seeds: {network: 2.5}");
    assertEquals(1, network.split("\n").length, network);
  }
}
