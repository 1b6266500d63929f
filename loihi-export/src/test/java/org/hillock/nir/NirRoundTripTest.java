package org.hillock.nir;

import static org.hillock.nir.NirRuns.STEP;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hillock.model.GridTime;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A network, written to a file, read and imported again, fires as it did. This compares our output
 * with our output: that each way is right by itself is tested elsewhere.
 */
class NirRoundTripTest {

  private static final double DURATION = 300;

  @TempDir Path folder;

  private static Projection drawn(
      String name, Population from, Population to, int indegree, double weight, double delay) {
    return new Projection(
        name,
        NeuronRange.all(from),
        NeuronRange.all(to),
        new ConnectionRule.FixedIndegree(indegree),
        new Distribution.Normal(weight, Math.abs(weight) / 4),
        Distribution.of(delay),
        true,
        true,
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "iaf_psc_delta, EXACT",
    "iaf_psc_exp, EXACT",
    "iaf_psc_delta, EULER",
    "iaf_psc_exp, EULER"
  })
  void shouldFireAsBefore(String model, NirDecay decay) throws Exception {
    boolean currents = model.equals("iaf_psc_exp");
    Random random = new Random(11);
    List<double[]> trains = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      trains.add(
          random
              .ints(40, 1, (int) (DURATION / STEP))
              .distinct() // a threshold of NIR, as which a parrot goes, fires once a step
              .mapToDouble(k -> GridTime.time(k, STEP))
              .toArray());
    }
    Population source =
        new Population("source", 30, "spike_generator", Map.of(), SpikeTrains.of(trains));
    Population relay = new Population("relay", 30, "parrot_neuron", Map.of());
    Map<String, Distribution> parameters = new HashMap<>();
    parameters.put("tau_m", new Distribution.Uniform(10, 30));
    parameters.put("C_m", Distribution.of(250));
    parameters.put("E_L", Distribution.of(-65));
    parameters.put("V_th", new Distribution.Uniform(-56, -54));
    parameters.put("V_reset", Distribution.of(-67));
    parameters.put("t_ref", Distribution.of(2));
    parameters.put("I_e", new Distribution.Uniform(0, 60));
    if (currents) {
      parameters.put("tau_syn_ex", Distribution.of(3));
      parameters.put("tau_syn_in", Distribution.of(3));
    }
    Population exc = new Population("exc", 40, model, parameters);
    Population inh = new Population("inh", 10, model, parameters);
    double unit = currents ? 80 : 0.8;
    Network network =
        new Network(
            List.of(source, relay, exc, inh),
            List.of(
                new Input.Spikes(
                    "volley",
                    List.of(new NeuronRange("exc", 5, 30)),
                    SpikeTrains.of(List.of(new double[] {20, 50.3, 111})),
                    Distribution.of(8 * unit),
                    1.5)),
            List.of(
                new Projection(
                    "s",
                    NeuronRange.all(source),
                    NeuronRange.all(relay),
                    new ConnectionRule.OneToOne(),
                    Distribution.of(1),
                    Distribution.of(0.5),
                    true,
                    true,
                    null),
                drawn("in", relay, exc, 10, 2 * unit, 1.5),
                drawn("in", relay, inh, 10, 2 * unit, 0.1),
                drawn("ei", exc, inh, 8, unit, 1),
                drawn("ee", exc, exc, 8, unit, 2.3),
                drawn("ie", inh, exc, 4, -3 * unit, 0.8)));
    Map<String, SpikeList> before = NirRuns.run(network, DURATION, 5);
    Path file = folder.resolve("x.nir");
    NirExport.write(network, STEP, 5, decay, file);
    NirGraph graph = NirReader.read(file);
    NirStated stated = NirStated.of(graph);
    assertEquals(STEP, stated.step().orElseThrow());
    assertEquals(decay, stated.decay().orElseThrow());
    assertEquals("", stated.stepFault() + stated.decayFault());
    ImportedNetwork imported = NirImport.of(graph, STEP);
    Map<String, SpikeTrains> told = new HashMap<>();
    imported.inputs().values().forEach(input -> told.put(input.population(), input.trains()));
    assertEquals(Set.of("source", "volley"), told.keySet());
    Map<String, SpikeList> after = NirRuns.run(imported.network(told), DURATION, 77);
    assertTrue(before.get("exc").size() > 300, before.toString());
    assertTrue(before.get("inh").size() > 50, before.toString());
    for (String population : before.keySet()) {
      SpikeList expected = before.get(population);
      SpikeList found = after.get(population);
      assertArrayEquals(expected.times(), found.times(), 1e-9, population);
      assertArrayEquals(expected.neurons(), found.neurons(), population);
    }
  }
}
