package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.network.Lesion;
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

/** Neurons that are dead. */
class LesionTest {

  private static Scenario load(Engine engine, int threads, String lesion, String rest)
      throws ScenarioException {
    String text =
        """
        scenario: x
        time: {step: 0.1 ms TIME}
        neurons:
          in: {size: 1, model: spike_generator, spike_times: {start: 5 ms, interval: 10 ms, count: 20}}
          relay: {size: 50, model: parrot_neuron LESION}
          out: {size: 50, model: parrot_neuron}
        synapses:
          - {from: in, to: relay, rule: all_to_all, weight: 1, delay: 1 ms}
          - {from: relay, to: out, rule: one_to_one, weight: 1, delay: 1 ms}
        """
            .replace("LESION", lesion.isEmpty() ? "" : ", lesion: " + lesion)
            .replace("TIME", rest.contains("protocol") ? "" : ", duration: 100 ms");
    return ScenarioLoader.load(
        new ScenarioSource("x.yaml", text + rest, null),
        Map.of(),
        new Overrides(null, null, threads, engine));
  }

  private static RunResult run(Scenario scenario) throws Exception {
    return EngineRuns.result(scenario, ChipChoice.STANDARD, RunListener.NONE, note -> {});
  }

  private static Set<Integer> firing(RunResult result, String population, double from, double to) {
    SpikeList list =
        result.spikes().stream()
            .filter(each -> each.population().equals(population))
            .findFirst()
            .orElseThrow();
    Set<Integer> firing = new TreeSet<>();
    for (int i = 0; i < list.size(); i++) {
      if (list.times()[i] > from && list.times()[i] <= to) {
        firing.add(list.neurons()[i]);
      }
    }
    return firing;
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void isHeardOfByNobody(Engine engine) throws Exception {
    for (int threads : new int[] {1, 3}) {
      RunResult result = run(load(engine, threads, "[3, 7, 49]", ""));
      for (String population : new String[] {"relay", "out"}) {
        Set<Integer> firing = firing(result, population, 0, 100);
        assertEquals(47, firing.size());
        assertTrue(firing.stream().noneMatch(Set.of(3, 7, 49)::contains));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void comesWithAPhaseAndTakesMoreWithTheNext(Engine engine) throws Exception {
    Scenario scenario =
        load(
            engine,
            2,
            "",
            """
            protocol:
              - {phase: whole, duration: 50 ms}
              - {phase: few, duration: 50 ms, set: {neurons.relay.lesion: 20%}}
              - {phase: many, duration: 50 ms, set: {neurons.relay.lesion: 60%}}
              - {phase: all, duration: 50 ms, set: {neurons.relay.lesion: 1}}
            """);
    RunResult result = run(scenario);
    Set<Integer> few = firing(result, "out", 52, 100);
    Set<Integer> many = firing(result, "out", 102, 150);
    assertEquals(50, firing(result, "out", 0, 50).size());
    assertEquals(40, few.size());
    assertEquals(20, many.size());
    assertTrue(few.containsAll(many), "a larger lesion holds a smaller one");
    assertEquals(Set.of(), firing(result, "out", 152, 200));
  }

  /** Each neuron is as likely to die as any other: five standard errors over a thousand seeds. */
  @Test
  void isDrawnEvenly() {
    int[] deaths = new int[20];
    for (int seed = 0; seed < 1000; seed++) {
      Lesion lesion = Lesion.part(0.25, 20, seed, 3);
      assertEquals(5, lesion.count());
      Arrays.stream(lesion.neurons()).forEach(neuron -> deaths[neuron]++);
    }
    for (int count : deaths) {
      assertEquals(250, count, 5 * Math.sqrt(1000 * 0.25 * 0.75));
    }
  }

  @Test
  void isWrittenAsAListAndReadBack() throws Exception {
    Scenario scenario = load(Engine.grid, 1, "10%", "");
    String written = ResolvedYaml.of(scenario);
    String listed =
        Arrays.stream(scenario.network().population("relay").lesion().neurons())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", ", "[", "]"));
    assertTrue(written.contains("lesion: " + listed), written);
    Scenario again =
        ScenarioLoader.load(new ScenarioSource("y.yaml", written, null), Map.of(), Overrides.NONE);
    assertEquals(scenario.network(), again.network());
  }

  private static String refused(String lesion) {
    return assertThrows(ScenarioException.class, () -> load(Engine.grid, 1, lesion, ""))
        .getMessage();
  }

  @Test
  void isRefusedWhereItIsNone() {
    assertTrue(refused("120%").contains("expected a part of all, from 0 to 1"), refused("120%"));
    assertTrue(refused("[50]").contains("expected a whole number from 0 to 49"), refused("[50]"));
    assertTrue(refused("3 mV").contains("a voltage; expected"), refused("3 mV"));
  }
}
