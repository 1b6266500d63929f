package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.wiring.Outside;
import org.hillock.model.GridTime;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping, run on the reference equations, does what the simulator does with the network. */
class FloatEngineTest {

  private static final double DURATION = 1000;

  private static RunResult simulate(Network network, long seed) {
    return Engines.build(
            network,
            new RunSettings(Nets.STEP, 0, DURATION, seed, 1),
            Recording.spikesOf(network.populations().stream().map(NeuronRange::all).toList()),
            RunListener.NONE)
        .run(RunListener.NONE);
  }

  /** Spike steps by neuron, of the populations on the chip. */
  private static Map<String, List<Integer>> trains(Network network) {
    return trains(network, Nets.SEED);
  }

  private static Map<String, List<Integer>> trains(Network network, long seed) {
    Map<String, List<Integer>> trains = new TreeMap<>();
    for (SpikeList list : simulate(network, seed).spikes()) {
      if (!Outside.holds(network.population(list.population()))) {
        for (int i = 0; i < list.size(); i++) {
          trains
              .computeIfAbsent(
                  list.population() + "[" + list.neurons()[i] + "]", key -> new ArrayList<>())
              .add((int) GridTime.index(list.times()[i], Nets.STEP));
        }
      }
    }
    return trains;
  }

  private static Map<String, List<Integer>> onChip(Network network, ChipProfile profile)
      throws IOException {
    return onChip(network, profile, Nets.SEED);
  }

  private static Map<String, List<Integer>> onChip(Network network, ChipProfile profile, long seed)
      throws IOException {
    Mapping mapping = Nets.compile(network, profile, Nets.STEP, false, seed);
    ReadMapping read = ReadMapping.of(ReadMapping.text(mapping));
    Map<String, List<Integer>> trains =
        new TreeMap<>(new MappedChip(read).run((int) GridTime.index(DURATION, Nets.STEP), seed));
    trains.keySet().removeIf(name -> name.contains("~"));
    return trains;
  }

  private static int count(Map<String, List<Integer>> trains, String population) {
    return trains.entrySet().stream()
        .filter(train -> train.getKey().startsWith(population + "["))
        .mapToInt(train -> train.getValue().size())
        .sum();
  }

  /** The time constant nearest to this one [ms] whose decay is a whole number of units. */
  private static double representable(double tau, int decayBits) {
    double one = 1 << decayBits;
    double decay = Math.rint(-one * Math.expm1(-Nets.STEP / tau));
    return -Nets.STEP / Math.log1p(-decay / one);
  }

  /**
   * Neurons with a constant current, leak towards a rest above or below reset, recorded spikes from
   * a generator and from an input, a relay behind a generator, and no recurrence.
   */
  private static Network feedForward(String model, int decayBits) {
    return feedForward(model, decayBits, 5);
  }

  /** The same with synapses from the source that take up to so many ms. */
  private static Network feedForward(String model, int decayBits, double longest) {
    boolean currents = model.equals("iaf_psc_exp");
    Random random = new Random(7);
    List<double[]> trains = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      // A relay on the chip repeats one spike a step.
      trains.add(
          random
              .doubles(60, 1, DURATION)
              .mapToLong(time -> GridTime.stepOf(time, Nets.STEP))
              .distinct()
              .mapToDouble(k -> GridTime.time(k, Nets.STEP))
              .toArray());
    }
    Population source =
        new Population("source", 40, "spike_generator", Map.of(), SpikeTrains.of(trains));
    Map<String, Distribution> shared = new HashMap<>(currents ? Nets.current(2, 2) : Nets.delta());
    shared.put("tau_m", Distribution.of(representable(20, decayBits)));
    if (currents) {
      shared.put("tau_syn_ex", Distribution.of(representable(2, decayBits)));
      shared.put("tau_syn_in", Distribution.of(representable(2, decayBits)));
    }
    Map<String, Distribution> parameters = new HashMap<>(shared);
    parameters.put("I_e", new Distribution.Uniform(0, currents ? 80 : 150));
    parameters.put("V_m", new Distribution.Uniform(currents ? -62 : 0, currents ? -51 : 15));
    Population cells = new Population("cells", 30, model, parameters);
    Population next = new Population("next", 10, model, shared);
    double unit = currents ? 60 : 0.8;
    return new Network(
        List.of(source, cells, next),
        List.of(
            new Input.Spikes(
                "volley",
                List.of(new NeuronRange("cells", 5, 15)),
                SpikeTrains.of(List.of(random.doubles(50, 1, DURATION).toArray())),
                Distribution.of(3 * unit),
                1.5),
            new Input.StepCurrent(
                "steady", List.of(NeuronRange.all(next)), List.of(0.0), List.of(20.0), 0)),
        List.of(
            Nets.projection(
                source,
                cells,
                new ConnectionRule.FixedIndegree(10),
                new Distribution.Normal(unit, unit),
                new Distribution.Uniform(0.1, longest)),
            Nets.projection(cells, next, new ConnectionRule.FixedIndegree(15), 2 * unit, 0.1)));
  }

  /**
   * With fields so wide that rounding hardly matters, what is left is time: delays, refractory
   * steps, when a spike acts, where v begins. All of it must be exact. A few spikes may still
   * differ, where v comes so close to threshold that the truncation of decays decides.
   */
  @ParameterizedTest
  @ValueSource(strings = {"iaf_psc_delta", "iaf_psc_exp"})
  void shouldFireInTheSameStepsWhenFieldsAreWide(String model) throws IOException {
    assertCoincide(trains(feedForward(model, 15)), onChip(feedForward(model, 15), wide()), 0, 0.97);
  }

  /** Delays of up to 400 steps, from outside the chip and on it, go through up to six relays. */
  @ParameterizedTest
  @ValueSource(strings = {"iaf_psc_delta", "iaf_psc_exp"})
  void shouldDelayByRelaysToTheStep(String model) throws IOException {
    Network network = feedForward(model, 15, 40);
    assertCoincide(trains(network), onChip(network, wide()), 0, 0.97);
  }

  private static ChipProfile wide() {
    return Profiles.with(
        "neuron.decayBits",
        15,
        "synapse.weightBits",
        "[16]",
        "synapse.weightExponentMax",
        15,
        "neuron.stateBits",
        30,
        "neuron.thresholdMantissaBits",
        24,
        "synapse.sumBits",
        30,
        "neuron.biasMantissaBits",
        20,
        "core.thresholdProfiles",
        100);
  }

  /** With Loihi's fields weights are rounded to 8 bits, and where both signs occur to 7. */
  @ParameterizedTest
  @ValueSource(strings = {"iaf_psc_delta", "iaf_psc_exp"})
  void shouldFireAtNearlyTheSameTimesOnLoihi(String model) throws IOException {
    Network network = feedForward(model, 12);
    assertCoincide(trains(network), onChip(network, Profiles.loihi()), 10, 0.9);
  }

  private static void assertCoincide(
      Map<String, List<Integer>> expected,
      Map<String, List<Integer>> found,
      int within,
      double least) {
    int spikes = 0;
    int met = 0;
    int foundSpikes = found.values().stream().mapToInt(List::size).sum();
    for (Map.Entry<String, List<Integer>> train : expected.entrySet()) {
      List<Integer> own = found.getOrDefault(train.getKey(), List.of());
      for (int step : train.getValue()) {
        spikes++;
        met += own.stream().anyMatch(s -> Math.abs(s - step) <= within) ? 1 : 0;
      }
    }
    assertTrue(spikes > 300, spikes + " spikes");
    assertTrue(met >= least * spikes, met + " of " + spikes + " spikes, found " + foundSpikes);
    assertEquals(spikes, foundSpikes, 0.05 * spikes, "number of spikes");
  }

  /**
   * Recurrent and random: single spikes are chaotic, and the host's Poisson trains are others than
   * the simulator's. Rates are compared. With 500 strongly coupled neurons the activity of a second
   * wanders: its standard deviation from seed to seed is 6 to 9 % on either side (10 seeds), of one
   * network as well as of several. Ten networks together leave 4 % for the difference. tau_m is 2.1
   * % too long, which raises the mean drive, and with it the rate, by a few percent.
   */
  @Test
  void shouldFireAtTheRatesOfTheBrunelNetwork() throws IOException {
    Network network = Nets.brunel(100);
    Map<String, Integer> expected = new HashMap<>();
    Map<String, Integer> found = new HashMap<>();
    for (long seed = 1; seed <= 10; seed++) {
      Map<String, List<Integer>> simulated = trains(network, seed);
      Map<String, List<Integer>> emulated = onChip(network, Profiles.loihi(), seed);
      for (String population : List.of("exc", "inh")) {
        expected.merge(population, count(simulated, population), Integer::sum);
        found.merge(population, count(emulated, population), Integer::sum);
      }
    }
    for (String population : List.of("exc", "inh")) {
      int spikes = expected.get(population);
      assertTrue(spikes > 10_000, population + " " + spikes);
      assertEquals(spikes, found.get(population), 0.08 * spikes, population);
    }
  }

  @Test
  void shouldFireAtTheRatesOfARing() throws IOException {
    Network network = Nets.ring(3, 60);
    Map<String, List<Integer>> expected = trains(network);
    Map<String, List<Integer>> found = onChip(network, Profiles.loihi());
    for (String population : List.of("p0", "p1", "p2")) {
      int spikes = count(expected, population);
      assertTrue(spikes > 500, population + " " + spikes);
      assertEquals(spikes, count(found, population), 0.08 * spikes, population);
    }
  }
}
