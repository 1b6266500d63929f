package org.hillock.loihi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.loihi.wiring.PoissonSources;
import org.hillock.loihi.wiring.Relays;
import org.hillock.model.Models;
import org.hillock.model.form.GivenSpikes;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.form.PoissonSpikes;
import org.hillock.model.form.Relay;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;

/**
 * What becomes of several spikes that a sender outside the chip sends in one step: a relay for long
 * delays repeats one of them, since a compartment fires once a step, and synapses that learn take
 * them as one, since a trace notes a spike once a step.
 */
final class SharedSteps {

  /** Random trains that lose a smaller part than this are not worth a sentence. */
  private static final double NOTEWORTHY = 0.001;

  private final Network network;
  private final ChipTime time;
  private final long seed;

  private SharedSteps(Network network, ChipTime time, long seed) {
    this.network = network;
    this.time = time;
    this.seed = seed;
  }

  /**
   * A sentence for each population whose spikes relays or learning will take as one.
   *
   * @param frozen whether no synapse learns
   */
  static List<String> warnings(
      Network network, Relays relays, ChipTime time, long seed, boolean frozen) {
    SharedSteps spikes = new SharedSteps(network, time, seed);
    List<String> warnings = new ArrayList<>();
    for (Relays.Stage stage : relays.stages()) {
      Population population = network.populations().get(stage.population());
      String lost =
          stage.number() == 1 ? spikes.lost(population, stage.population(), stage.neurons()) : "";
      if (!lost.isEmpty()) {
        warnings.add(
            "neurons."
                + population.name()
                + ": "
                + lost
                + " and are lost; the relays that long delays need on the chip repeat one spike a"
                + " step");
      }
    }
    for (Projection projection : network.projections()) {
      Population source = network.population(projection.source().population());
      int[] neurons =
          IntStream.range(projection.source().from(), projection.source().to()).toArray();
      String lost =
          projection.plasticity() == null || frozen
              ? ""
              : spikes.lost(source, network.populationIndex(source.name()), neurons);
      if (!lost.isEmpty()) {
        warnings.add(
            "synapses."
                + projection.name()
                + ": "
                + lost
                + " with another of their neuron; synapses that learn on the chip take them as one");
      }
    }
    return warnings;
  }

  /** How many spikes are not the first of their step; empty if none or too few to say. */
  private String lost(Population population, int index, int[] neurons) {
    NeuronForm form = Models.form(population.model());
    if (form instanceof GivenSpikes) {
      return ofTrains(Objects.requireNonNull(population.spikeTrains()), neurons);
    }
    if (form instanceof PoissonSpikes) {
      return ofRates(PoissonSources.of(population, index, seed), neurons);
    }
    return form instanceof Relay ? "spikes that it repeats may share a step" : "";
  }

  private String ofTrains(SpikeTrains trains, int[] neurons) {
    long lost = 0;
    long all = 0;
    for (int neuron : neurons) {
      long last = Long.MIN_VALUE;
      for (int i = 0; i < trains.count(neuron); i++) {
        long step = time.ofSpike(trains.time(neuron, i));
        lost += step == last ? 1 : 0;
        last = step;
        all++;
      }
    }
    return lost == 0 ? "" : String.format(Locale.ROOT, "%,d of %,d spikes share a step", lost, all);
  }

  /** Of a mean of m spikes a step, 1 - (1 - e^-m)/m are not the first of their step. */
  private String ofRates(List<PoissonSpikes> sources, int[] neurons) {
    double sent = 0;
    double repeated = 0;
    for (int neuron : neurons) {
      double mean = sources.get(neuron).rate() * time.step() / 1000;
      sent += mean;
      repeated -= Math.expm1(-mean);
    }
    double lost = sent == 0 ? 0 : 1 - repeated / sent;
    return lost < NOTEWORTHY
        ? ""
        : String.format(Locale.ROOT, "%.1f %% of the spikes share a step", 100 * lost);
  }
}
