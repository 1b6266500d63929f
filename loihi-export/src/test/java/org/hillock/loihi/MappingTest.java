package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.Wiring;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.quantise.PathwayReport;
import org.hillock.loihi.wiring.PoissonSources;
import org.hillock.loihi.write.MappingSchema;
import org.hillock.model.GridTime;
import org.hillock.model.form.PoissonSpikes;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping holds the whole network, within all limits, and its file says so. */
class MappingTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(MappingSchema.json(), InputFormat.JSON);

  static List<Arguments> networks() {
    ChipProfile loihi = Profiles.loihi();
    return List.of(
        Arguments.of("brunel", Nets.brunel(100), loihi),
        Arguments.of("ring", Nets.ring(5, 100), loihi),
        Arguments.of("sparse", Nets.sparse(300, 0.1), loihi),
        Arguments.of("plane", Nets.plane(80), loihi),
        Arguments.of(
            "brunel on small cores",
            Nets.brunel(40),
            Profiles.with("core.compartments", 30, "core.inputAxons", 250)),
        Arguments.of(
            "brunel on cores with little memory",
            Nets.brunel(40),
            Profiles.with("core.synapseWords", 300, "chips", 64)),
        Arguments.of(
            "brunel on cores with few output axons",
            Nets.brunel(40),
            Profiles.with("core.outputAxons", 100, "core.compartments", 40, "chips", 64)),
        Arguments.of(
            "sparse on tiny cores",
            Nets.sparse(200, 0.2),
            Profiles.with("core.compartments", 7, "core.synapseFormats", 3)),
        Arguments.of(
            "ring on cores with few formats",
            Nets.ring(4, 90),
            Profiles.with("core.synapseFormats", 2, "core.compartments", 64)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void shouldHoldEverySynapseOnceAndKeepAllLimits(String name, Network network, ChipProfile profile)
      throws IOException {
    Mapping mapping = Nets.compile(network, profile);
    String text = ReadMapping.text(mapping);
    assertEquals(
        List.of(),
        SCHEMA.validate(text, InputFormat.JSON).stream().limit(3).map(Object::toString).toList());
    ReadMapping read = ReadMapping.of(text);
    assertEquals(List.of(), read.complaints.stream().limit(5).toList());
    compare(network, mapping, read);
  }

  /** A synapse of the network: weight as described, delay in steps. */
  private record Wanted(double weight, long delay) {}

  private static void compare(Network network, Mapping mapping, ReadMapping read) {
    Map<String, List<Wanted>> wanted = new HashMap<>();
    RandomStream stream = new RandomStream(Nets.SEED);
    for (int p = 0; p < network.projections().size(); p++) {
      Wiring wiring = new Wiring(network, p, Nets.SEED);
      IntList sources = new IntList();
      for (int target = 0; target < wiring.target().size(); target++) {
        wiring.sources(target, stream, sources);
        double[] weights = new double[sources.size()];
        double[] delays = new double[sources.size()];
        wiring.weights(target, sources, stream, weights);
        wiring.delays(target, sources, stream, delays);
        for (int i = 0; i < sources.size(); i++) {
          if (weights[i] == 0) {
            continue; // no synapse, and none that was lost
          }
          String pair =
              name(wiring.source(), sources.get(i)) + " → " + name(wiring.target(), target);
          wanted
              .computeIfAbsent(pair, key -> new ArrayList<>())
              .add(new Wanted(weights[i], GridTime.index(delays[i], Nets.STEP)));
        }
      }
    }
    for (Input input : network.inputs()) {
      int train = 0;
      for (NeuronRange range : input.targets()) {
        for (int i = 0; i < range.size(); i++) {
          double weight = ((Input.Poisson) input).weight().mean();
          wanted
              .computeIfAbsent(
                  input.name() + "[" + train++ + "] → " + name(range, i), key -> new ArrayList<>())
              .add(new Wanted(weight, 1));
        }
      }
    }
    Map<String, Double> scales = new HashMap<>();
    mapping.reports().populations().forEach(r -> scales.put(r.population(), r.scale()));
    Map<String, List<ReadMapping.Synapse>> found = new HashMap<>();
    for (ReadMapping.Synapse synapse : read.synapses) {
      found
          .computeIfAbsent(synapse.source() + " → " + synapse.target(), key -> new ArrayList<>())
          .add(synapse);
    }
    long zeroed = mapping.reports().pathways().stream().mapToLong(PathwayReport::zeroed).sum();
    long missing = 0;
    for (Map.Entry<String, List<Wanted>> pair : wanted.entrySet()) {
      String target = pair.getKey().replaceAll(".*→ (.*)\\[.*", "$1");
      boolean currents = network.population(target).model().equals("iaf_psc_exp");
      int lag = currents ? 1 : 0;
      // With tau_m 20 ms, C_m 200 pF, tau_syn 2 ms, step 0.1 ms, in mV/pA. Decays on the chip are
      // 20
      // and 200 of 4096, so that the sum of a potential over all steps would be 2 % too large.
      double gain =
          currents
              ? 0.1
                  / 200
                  * Math.exp(-0.1 / 20)
                  * 0.97788
                  * (20 / 4096.0 * 200 / 4096.0 / Math.expm1(-0.1 / 20) / Math.expm1(-0.1 / 2))
              : 1;
      List<ReadMapping.Synapse> own = found.getOrDefault(pair.getKey(), new ArrayList<>());
      List<Wanted> rest = new ArrayList<>(pair.getValue());
      assertTrue(own.size() <= rest.size(), pair.getKey());
      rest.sort(Comparator.comparingDouble(w -> -Math.abs(w.weight())));
      for (Wanted wish : rest) {
        double exact = wish.weight() * gain * scales.get(target);
        ReadMapping.Synapse match = null;
        for (ReadMapping.Synapse candidate : own) {
          double tolerance = 0.51 * candidate.lsb() + (currents ? 0.01 * Math.abs(exact) : 0);
          if (candidate.delay() == wish.delay() - 1 + lag
              && Math.abs(candidate.weight() - exact) <= tolerance) {
            match = candidate;
          }
        }
        if (match == null) {
          missing++;
        } else {
          own.remove(match);
        }
      }
      assertEquals(List.of(), own, pair.getKey());
    }
    assertEquals(zeroed, missing);
    found.keySet().removeAll(wanted.keySet());
    assertEquals(List.of(), List.copyOf(found.keySet()));
  }

  private static String name(NeuronRange range, int index) {
    return range.population() + "[" + (range.from() + index) + "]";
  }

  @Test
  void shouldNoticeARouteThatLeadsAstray() throws IOException {
    String text = ReadMapping.text(Nets.compile(Nets.brunel(20), Profiles.loihi()));
    String astray = text.replaceFirst("\"dstAxon\":7}", "\"dstAxon\":8}");
    assertEquals(2, ReadMapping.of(astray).complaints.stream().limit(2).count());
  }

  @Test
  void shouldGiveTheSameBytesAgain() throws IOException {
    assertEquals(
        ReadMapping.text(Nets.compile(Nets.sparse(100, 0.2), Profiles.loihi())),
        ReadMapping.text(Nets.compile(Nets.sparse(100, 0.2), Profiles.loihi())));
  }

  @Test
  void shouldFindWeightsInASimpleRatioExactlyAndInFewBits() {
    Mapping mapping = Nets.compile(Nets.brunel(100), Profiles.loihi());
    for (PathwayReport report : mapping.reports().pathways()) {
      assertEquals(0, report.relativeError(), report.where());
      assertTrue(report.format().bits() <= 3, report.where() + " " + report.format());
    }
  }

  @Test
  void shouldShareASparseFormatBetweenPopulations() throws IOException {
    List<Population> populations = new ArrayList<>();
    List<Projection> projections = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      populations.add(new Population("p" + i, 40, "iaf_psc_delta", Nets.delta()));
      Population own = populations.get(i);
      projections.add(Nets.projection(own, own, new ConnectionRule.FixedIndegree(2), 0.5, 1));
    }
    Network network = new Network(populations, List.of(), projections);
    Mapping mapping = Nets.compile(network, Profiles.loihi());
    assertEquals(1, mapping.cores());
    ReadMapping read = ReadMapping.of(ReadMapping.text(mapping));
    assertEquals(List.of(), read.complaints);
    compare(network, mapping, read);
    assertEquals(
        1,
        read.json
            .getAsJsonArray("cores")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("synapseFmt")
            .size());
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 90, 130, 170, 250})
  void shouldNotRefuseAheadOfTheWorkWhatFits(int inputAxons) {
    for (Network network : List.of(Nets.brunel(60), Nets.sparse(200, 0.1))) {
      Mapping roomy =
          Nets.compile(network, Profiles.with("core.inputAxons", inputAxons, "chips", 64));
      Mapping tight =
          Nets.compile(
              network,
              Profiles.with(
                  "core.inputAxons", inputAxons, "chips", 1, "coresPerChip", roomy.cores()));
      assertEquals(roomy.cores(), tight.cores());
    }
  }

  @Test
  void shouldMakeNoRelaysForSynapsesOfWeightZero() {
    Population cells = new Population("cells", 10, "iaf_psc_delta", Nets.delta());
    for (double weight : new double[] {0, 1}) {
      Network network =
          new Network(
              List.of(cells),
              List.of(),
              List.of(Nets.projection(cells, cells, new ConnectionRule.OneToOne(), weight, 10)));
      assertEquals(weight == 0 ? 10 : 20, Nets.compile(network, Profiles.loihi()).neurons());
    }
  }

  @Test
  void shouldWriteWhichFormsOfNeuronsAChipTakesOnlyIfTheyAreNotTheUsualOnes() throws IOException {
    Population cells = new Population("cells", 10, "iaf_psc_delta", Nets.delta());
    Network network = new Network(List.of(cells), List.of(), List.of());
    String usual = ReadMapping.text(Nets.compile(network, Profiles.loihi()));
    String jumps =
        ReadMapping.text(Nets.compile(network, Profiles.with("neuronForms", "[\"lif_jumps\"]")));
    assertFalse(usual.contains("neuronForms"));
    assertTrue(jumps.contains("\"neuronForms\":[\"lif_jumps\"]"), jumps.substring(0, 3000));
    assertEquals(List.of(), SCHEMA.validate(jumps, InputFormat.JSON));
  }

  @Test
  void shouldCountTheSpikesOfAStepByTheFastestNeuronAndNotByTheBoundOfItsDistribution() {
    Population cells = new Population("cells", 10, "iaf_psc_delta", Nets.delta());
    Population noise =
        new Population(
            "noise",
            50,
            "poisson_generator",
            Map.of("rate", new Distribution.Normal(15_000, 1000)));
    Network network =
        new Network(
            List.of(noise, cells),
            List.of(),
            List.of(Nets.projection(noise, cells, new ConnectionRule.FixedIndegree(5), 1, 1)));
    double fastest =
        PoissonSources.of(noise, 0, Nets.SEED).stream()
            .mapToDouble(PoissonSpikes::rate)
            .max()
            .orElseThrow();
    String sentence =
        String.format(
            Locale.ROOT, "neurons.noise: %.1f spikes in a step", fastest * Nets.STEP / 1000);
    List<String> warnings = Nets.compile(network, Profiles.loihi()).reports().warnings();
    assertTrue(
        warnings.stream().anyMatch(one -> one.startsWith(sentence)), warnings + ": " + sentence);
  }
}
