package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.hillock.engine.run.RunResult;
import org.hillock.loihi.AdaptingNets.Kind;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.validate.MappingValidator;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recurrent networks of 200 neurons that are programmes of Loihi 2. */
class AdaptingNetworksTest {

  static List<Network> networks() {
    return List.of(AdaptingNets.quadratic(), AdaptingNets.thresholds());
  }

  private static void assertSame(RunResult expected, RunResult found) {
    for (int p = 0; p < expected.spikes().size(); p++) {
      SpikeList a = expected.spikes().get(p);
      SpikeList b = found.spikes().get(p);
      assertTrue(a.size() > 100);
      assertArrayEquals(a.neurons(), b.neurons());
      assertArrayEquals(a.times(), b.times());
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void firesAtTheRatesOfTheGrid(Network network) {
    TwoEngines engines = new TwoEngines(network, 0.1, 1000);
    Recording what = engines.recording("exc");
    RunResult grid = engines.grid(what);
    RunResult chip = engines.chip(what, 1);
    for (int p = 0; p < 2; p++) {
      int spikes = grid.spikes().get(p).size();
      assertTrue(spikes > 400);
      assertEquals(spikes, chip.spikes().get(p).size(), 0.02 * spikes);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void firesTheSameOnTwoThreadsAndFromItsFile(Network network) throws IOException {
    TwoEngines engines = new TwoEngines(network, 0.1, 200);
    Recording what = engines.recording("exc");
    RunResult one = engines.chip(what, 1);
    assertSame(one, engines.chip(what, 2));
    assertSame(one, engines.written(what, 2));
  }

  /** Learning looks at spikes, whatever made them. */
  @ParameterizedTest
  @ValueSource(strings = {"izhikevich", "mat2_psc_exp"})
  void learnsAsItsFileDoes(String model) throws IOException {
    Population source =
        new Population("source", 100, "poisson_generator", Map.of("rate", Distribution.of(100)));
    Population cells = new Population("cells", 100, model, Map.of());
    boolean quadratic = model.equals("izhikevich");
    double most = quadratic ? 2.5 : 250;
    Network network =
        new Network(
            List.of(source, cells),
            List.of(),
            List.of(Nets.plastic(source, cells, Distribution.of(most / 2), most, 0, 0, 1)));
    TwoEngines engines = new TwoEngines(network, 0.1, 500);
    MappingFile file =
        MappingFile.read("mapping.json", new StringReader(ReadMapping.text(engines.mapping())));
    assertEquals(List.of(), MappingValidator.validate(file, network).complaints());
    Recording what = Recording.spikesOf(List.of(NeuronRange.all(cells)));
    RunResult chip = engines.chip(what, 1);
    assertSame(chip, engines.written(what, 2));
    var half = new ConnectionRule.FixedIndegree(50);
    Network fixed =
        new Network(
            List.of(source, cells),
            List.of(),
            List.of(Nets.projection(source, cells, half, most / 2, 1)));
    int frozen = new TwoEngines(fixed, 0.1, 500).chip(what, 1).spikes().get(0).size();
    assertTrue(Math.abs(chip.spikes().get(0).size() - frozen) > 0.1 * frozen);
  }

  /** A threshold that adapts takes two words of state more, so half as many neurons have room. */
  @Test
  void fillsACoreByWordsOfState() {
    Network lif = AdaptingNets.alone(new Population("lif", 8192, "iaf_psc_delta", Nets.delta()));
    assertEquals(1, cores(lif));
    assertEquals(1, cores(AdaptingNets.alone(AdaptingNets.adapting("mat", 4096))));
    assertEquals(2, cores(AdaptingNets.alone(AdaptingNets.adapting("mat", 4097))));
    assertEquals(
        1, cores(AdaptingNets.alone(AdaptingNets.izhikevich("q", 8192, Kind.FAST_SPIKING))));
  }

  private static int cores(Network network) {
    return Nets.compile(network, TwoEngines.loihi2()).cores();
  }
}
