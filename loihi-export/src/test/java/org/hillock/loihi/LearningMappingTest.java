package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.loihi.emulate.Emulation;
import org.hillock.loihi.emulate.EmulationSettings;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.run.EmulatedChip;
import org.hillock.loihi.validate.MappingValidator;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pair-based STDP on the chip, against the closed form of pairs that are far apart. */
class LearningMappingTest {

  private static final int SYNAPSES = 200;
  private static final int PAIRS = 30;
  private static final int SEEDS = 10;
  private static final double STEP = 1;
  private static final double LARGEST = 1;

  /** Many sources that fire together, and a teacher that makes the one target fire. */
  private static Network network(Map<String, Double> stdp, double start) {
    return network(new Plasticity("stdp", stdp), start);
  }

  private static Network network(Plasticity plasticity, double start) {
    double[] none = new double[0];
    Population source =
        new Population(
            "source",
            SYNAPSES,
            "spike_generator",
            Map.of(),
            SpikeTrains.of(Collections.nCopies(SYNAPSES, none)));
    Population teacher =
        new Population("teacher", 1, "spike_generator", Map.of(), SpikeTrains.of(List.of(none)));
    Map<String, Distribution> neuron = new HashMap<>(Nets.delta());
    // Inhibition should not keep the teacher from it, nor excitation do it alone.
    neuron.put("V_th", Distribution.of(start < 0 ? 100 : 300));
    neuron.put("V_reset", Distribution.of(0));
    neuron.put("t_ref", Distribution.of(0));
    Population cell = new Population("cell", 1, "iaf_psc_delta", neuron);
    Projection learning =
        new Projection(
            "learning",
            NeuronRange.all(source),
            NeuronRange.all(cell),
            new ConnectionRule.AllToAll(),
            Distribution.of(start),
            Distribution.of(STEP),
            true,
            true,
            plasticity);
    return new Network(
        List.of(source, teacher, cell),
        List.of(),
        List.of(
            learning, Nets.projection(teacher, cell, new ConnectionRule.AllToAll(), 350, STEP)));
  }

  private static Map<String, Double> stdp(
      double lambda, double alpha, double muPlus, double muMinus) {
    return Map.of(
        "tau_plus", 20.0,
        "tau_minus", 30.0,
        "lambda", lambda,
        "alpha", alpha,
        "mu_plus", muPlus,
        "mu_minus", muMinus,
        "W_max", LARGEST);
  }

  private static Mapping compile(Network network) {
    return LoihiCompiler.compile(
        new LoihiCompiler.Subject("stdp", network, STEP, 1),
        Profiles.loihi(),
        LoihiCompiler.Options.of(STEP));
  }

  /** Mean of the weights after some pairs, relative to W_max; post fires lag steps after pre. */
  private static double trained(Mapping mapping, int lag) {
    return trained(mapping, List.of(0), List.of(lag), 5);
  }

  /**
   * The same after groups of spikes, given by their steps from -100 on, and for several seeds,
   * since all synapses of a format round by one number in a step.
   */
  private static double trained(Mapping mapping, List<Integer> pre, List<Integer> post) {
    return IntStream.rangeClosed(1, SEEDS)
        .mapToDouble(seed -> trained(mapping, pre, post, seed))
        .average()
        .orElseThrow();
  }

  private static double trained(Mapping mapping, List<Integer> pre, List<Integer> post, int seed) {
    EmulatedChip chip = EmulatedChip.of(mapping, ChipArithmetic.LAVA);
    int cell = chip.neurons()[2][0];
    try (Emulation emulation = new Emulation(chip.image(), EmulationSettings.of(1, seed))) {
      int period = 600;
      int fired = 0;
      for (int t = 0; t < PAIRS * period; t++) {
        // The teacher's spike of a step makes the cell fire in the next.
        int phase = t % period;
        if (pre.contains(phase - 200)) {
          for (int port : chip.ports()[0]) {
            emulation.send(port, 1);
          }
        }
        if (post.contains(phase - 200 + 1)) {
          emulation.send(chip.ports()[1][0], 1);
        }
        emulation.step();
        int[] who = {0};
        emulation.forEachSpike(neuron -> who[0] += neuron == cell ? 1 : 0);
        fired += who[0];
      }
      assertEquals(PAIRS * post.size(), fired);
      double sum = 0;
      int count = 0;
      for (int weight : emulation.weights()) {
        if (count < SYNAPSES) {
          sum += weight / 255.0;
          count++;
        }
      }
      return sum / SYNAPSES;
    }
  }

  /**
   * Pairs are so far apart that only the two spikes of a pair see each other. Weights of 8 bits are
   * changed at random in 30 steps of half a unit on average: the mean of ten seeds has an error of
   * about 0.7 units of 255. Traces are whole numbers that decay at random, too, and the same for
   * all synapses of an axon, but differ between axons.
   */
  @ParameterizedTest
  @CsvSource({
    "0.01, 1.05, 0, 0, 5, 0.4",
    "0.01, 1.05, 0, 0, 20, 0.4",
    "0.01, 1.05, 0, 0, -5, 0.6",
    "0.01, 1.05, 0, 0, -30, 0.6",
    "0.04, 1.05, 1, 1, 10, 0.2",
    "0.04, 1.05, 1, 1, -10, 0.8",
    "0.01, 1.05, 1, 1, 10, 0.2",
    "0.01, 1.05, 0, 1, -10, 0.8",
    "0.1, 1.05, 1, 0, 6, 1",
    "0.02, 1.05, 1, 1, 6, 0.9"
  })
  void shouldChangeWeightsByTheWindow(
      double lambda, double alpha, double muPlus, double muMinus, int lag, double start) {
    Mapping mapping = compile(network(stdp(lambda, alpha, muPlus, muMinus), start));
    double wanted = Math.rint(start * 255) / 255;
    for (int pair = 0; pair < PAIRS; pair++) {
      wanted +=
          lag > 0
              ? lambda * Math.exp(-lag / 20.0) * (muPlus == 0 ? 1 : 1 - wanted)
              : -lambda * alpha * Math.exp(lag / 30.0) * (muMinus == 0 ? 1 : wanted);
    }
    double change = Math.abs(wanted - start);
    double found = trained(mapping, List.of(0), List.of(lag));
    assertEquals(wanted, found, 0.06 * change + 0.006);
  }

  /**
   * Triplets of spikes by the equations of Pfister and Gerstner 2006 (2-4), spike after spike.
   * Their groups are so far apart that one does not see the other.
   */
  @ParameterizedTest
  @CsvSource({"0, 0.02", "0.004, 0.01", "1e-9, 0.0062"})
  void shouldChangeWeightsByTriplets(double pair, double triplet) {
    Map<String, Double> rule =
        Map.of(
            "tau_plus", 16.8,
            "tau_plus_triplet", 50.0,
            "tau_minus", 33.7,
            "tau_minus_triplet", 40.0,
            "Aplus", pair,
            "Aplus_triplet", triplet,
            "Aminus", 0.003,
            "Aminus_triplet", 0.001,
            "W_max", LARGEST);
    Mapping mapping = compile(network(new Plasticity("stdp_triplet", rule), 0.5));
    for (List<List<Integer>> spikes :
        List.of(
            List.of(List.of(0), List.of(-20, 5)),
            List.of(List.of(-15, 10), List.of(0)),
            List.of(List.of(0, 30), List.of(5, 12)))) {
      double wanted = 0.5 + PAIRS * change(rule, spikes.get(0), spikes.get(1));
      double tolerance = 0.06 * Math.abs(wanted - 0.5) + 0.008;
      assertEquals(wanted, trained(mapping, spikes.get(0), spikes.get(1)), tolerance);
    }
  }

  private static double change(Map<String, Double> rule, List<Integer> pre, List<Integer> post) {
    double change = 0;
    for (int t : post) {
      change +=
          trace(pre, t, rule.get("tau_plus"))
              * (rule.get("Aplus")
                  + rule.get("Aplus_triplet") * trace(post, t, rule.get("tau_minus_triplet")));
    }
    for (int t : pre) {
      change -=
          trace(post, t, rule.get("tau_minus"))
              * (rule.get("Aminus")
                  + rule.get("Aminus_triplet") * trace(pre, t, rule.get("tau_plus_triplet")));
    }
    return change;
  }

  private static double trace(List<Integer> spikes, int now, double tau) {
    return spikes.stream().filter(t -> t < now).mapToDouble(t -> Math.exp((t - now) / tau)).sum();
  }

  /** Inhibition by Vogels et al. 2011: what pairs add either way, less alpha for each spike. */
  @ParameterizedTest
  @CsvSource({"0.12, 5", "0.12, -5", "0.8, 20", "0.8, 300"})
  void shouldChangeInhibitionByPairsLessAConstant(double alpha, int lag) {
    Map<String, Double> rule = Map.of("tau", 20.0, "alpha", alpha, "eta", 0.01, "W_max", -LARGEST);
    Mapping mapping = compile(network(new Plasticity("vogels_sprekeler", rule), -0.5));
    double wanted = 0.5 + PAIRS * 0.01 * (Math.exp(-Math.abs(lag) / 20.0) - alpha);
    double tolerance = 0.06 * Math.abs(wanted - 0.5) + 0.008;
    assertEquals(-wanted, trained(mapping, List.of(0), List.of(lag)), tolerance);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stdp_triplet | 2^-4*x1*y0 + 2^-5*x1*(y2-16)*y0 - 3*2^-6*y1*x0 - 2^-7*y1*(x2-16)*x0",
      })
  void shouldWriteAndCheckProducts(String name, String products) throws IOException {
    Map<String, Double> rule =
        Map.of(
            "Aplus", 0.004,
            "Aplus_triplet", 0.004,
            "Aminus", 0.003,
            "Aminus_triplet", 0.001,
            "W_max", LARGEST);
    Network network = network(new Plasticity(name, rule), 0.5);
    Mapping mapping = compile(network);
    MappingFile file =
        MappingFile.read("mapping.json", new StringReader(ReadMapping.text(mapping)));
    assertEquals(products, file.cores().get(0).learning().get(0).dw());
    MappingValidator.Result result = MappingValidator.validate(file, network);
    assertEquals(List.of(), result.complaints());
    assertEquals(mapping.synapses(), result.matched());
  }

  @Test
  void shouldNeverPassTheLargestWeight() {
    Mapping mapping = compile(network(stdp(0.05, 1, 0, 0), 0.5));
    assertEquals(1, trained(mapping, 2), 0.01);
    assertEquals(0, trained(mapping, -2), 0.01);
  }

  @Test
  void shouldTakeTwoInputAxonsForEachThatLearnsAndShareNone() throws IOException {
    Network network = network(stdp(0.01, 1, 0, 0), 0.5);
    Mapping mapping = compile(network);
    assertEquals(2 * SYNAPSES + 1, mapping.used(0, Limit.INPUT_AXONS));
    MappingFile file =
        MappingFile.read("mapping.json", new StringReader(ReadMapping.text(mapping)));
    MappedCore core = file.cores().get(0);
    assertEquals("2^-2*x1*y0 - 2^-2*y1*x0", core.learning().get(0).dw());
    assertEquals(10.2, core.learning().get(0).x().get(0).impulse(), 0.002);
    assertTrue(core.blocks().size() > SYNAPSES);
    MappingValidator.Result result = MappingValidator.validate(file, network);
    assertEquals(List.of(), result.complaints());
    assertEquals(mapping.synapses(), result.matched());
  }

  @Test
  void shouldSayWhatIsNoSumOfProducts() {
    MappingException power =
        assertThrows(MappingException.class, () -> compile(network(stdp(0.01, 1, 0.4, 0), 0.5)));
    assertTrue(power.remedy().startsWith("mu_plus: 0 or mu_plus: 1"), power.remedy());
    MappingException small =
        assertThrows(MappingException.class, () -> compile(network(stdp(1e-5, 1, 0, 0), 0.5)));
    assertEquals("lambda of at least 0.00012", small.remedy());
  }

  /** Unlike weights that stay, one of 0 may grow, so it takes its place in the synapse memory. */
  @Test
  void shouldKeepSynapsesThatBeginAtZero() throws IOException {
    Network network = network(stdp(0.05, 1, 0, 0), 0);
    Mapping mapping = compile(network);
    assertEquals(SYNAPSES + 1, mapping.synapses());
    assertTrue(trained(mapping, 5) > 0.9);
    MappingFile file =
        MappingFile.read("mapping.json", new StringReader(ReadMapping.text(mapping)));
    MappingValidator.Result result = MappingValidator.validate(file, network);
    assertEquals(List.of(), result.complaints());
    assertEquals(mapping.synapses(), result.matched());
  }

  /** The chip stops all weights of a sign at one mantissa, and that must be W_max. */
  @Test
  void shouldRefuseAnotherLargestWeightThanTheChips() {
    Population cells = new Population("cells", 5, "iaf_psc_delta", Nets.delta());
    Population other = new Population("other", 5, "iaf_psc_delta", Nets.delta());
    Projection one = Nets.plastic(cells, cells, Distribution.of(0.5), 1, 0, 0, 2);
    Projection two = Nets.plastic(other, cells, Distribution.of(0.5), 0.75, 0, 0, 2);
    Projection four = Nets.plastic(other, cells, Distribution.of(0.5), 0.25, 0, 0, 2);
    Projection apart = Nets.plastic(cells, other, Distribution.of(0.5), 0.75, 0, 0, 2);
    Projection strong = Nets.projection(other, cells, new ConnectionRule.OneToOne(), 5000, 2);
    List<Population> both = List.of(cells, other);
    for (Projection wrong : List.of(two, strong)) {
      MappingException refused =
          assertThrows(
              MappingException.class,
              () ->
                  Nets.compile(
                      new Network(both, List.of(), List.of(one, wrong)), Profiles.loihi()));
      assertTrue(refused.where().endsWith(".plasticity.W_max"), refused.getMessage());
    }
    for (Projection right : List.of(four, apart)) {
      Nets.compile(new Network(both, List.of(), List.of(one, right)), Profiles.loihi());
    }
  }

  @Test
  void shouldRefuseOneLargestWeightForDifferentMembranes() {
    Map<String, Distribution> membranes = new HashMap<>(Nets.current(2, 2));
    membranes.put("C_m", new Distribution.Uniform(150, 250));
    Population cells = new Population("cells", 5, "iaf_psc_exp", membranes);
    Projection learning = Nets.plastic(cells, cells, Distribution.of(20), 40, 0, 0, 2);
    Network network = new Network(List.of(cells), List.of(), List.of(learning));
    MappingException refused =
        assertThrows(MappingException.class, () -> Nets.compile(network, Profiles.loihi()));
    assertTrue(refused.getMessage().contains("whose membranes differ"), refused.getMessage());
  }

  @Test
  void shouldRefuseRelaysInFrontOfSynapsesThatLearn() {
    Population cells = new Population("cells", 5, "iaf_psc_delta", Nets.delta());
    Network fits =
        new Network(
            List.of(cells),
            List.of(),
            List.of(Nets.plastic(cells, cells, Distribution.of(0.5), 1, 0, 0, 6.3)));
    assertEquals(5, Nets.compile(fits, Profiles.loihi()).neurons());
    Network late =
        new Network(
            List.of(cells),
            List.of(),
            List.of(Nets.plastic(cells, cells, Distribution.of(0.5), 1, 0, 0, 6.4)));
    MappingException refused =
        assertThrows(MappingException.class, () -> Nets.compile(late, Profiles.loihi()));
    assertEquals("synapses.cells→cells", refused.where());
    assertTrue(refused.getMessage().contains("needs 6.4 ms"), refused.getMessage());
    Nets.compile(late, Profiles.loihi(), Nets.STEP, true);
  }
}
