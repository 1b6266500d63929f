package org.hillock.loihi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.loihi.wiring.Outside;
import org.hillock.loihi.wiring.Relays;
import org.hillock.model.Models;
import org.hillock.model.NeuronValues;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;

/**
 * What relays lose: a compartment fires once a step, so a relay for long delays repeats one spike
 * of those that a sender outside the chip sends in one step.
 */
final class RelayedSpikes {

  /** Random trains that lose a smaller part than this are not worth a sentence. */
  private static final double NOTEWORTHY = 0.001;

  private final Network network;
  private final ChipTime time;
  private final long seed;

  private RelayedSpikes(Network network, ChipTime time, long seed) {
    this.network = network;
    this.time = time;
    this.seed = seed;
  }

  /** A sentence for each population whose spikes relays will lose. */
  static List<String> warnings(Network network, Relays relays, ChipTime time, long seed) {
    RelayedSpikes spikes = new RelayedSpikes(network, time, seed);
    List<String> warnings = new ArrayList<>();
    for (Relays.Stage stage : relays.stages()) {
      Population population = network.populations().get(stage.population());
      String lost = stage.number() == 1 ? spikes.lost(population, stage) : "";
      if (!lost.isEmpty()) {
        warnings.add(
            "neurons."
                + population.name()
                + ": "
                + lost
                + "; the relays that long delays need on the chip repeat one spike a step");
      }
    }
    return warnings;
  }

  private String lost(Population population, Relays.Stage stage) {
    if (population.model().equals(Outside.SPIKES)) {
      return ofTrains(Objects.requireNonNull(population.spikeTrains()), stage.neurons());
    }
    if (population.model().equals(Outside.POISSON)) {
      return ofRates(population, stage);
    }
    return Outside.relays(population) ? "several spikes of one step are lost but for one" : "";
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
    return lost == 0
        ? ""
        : String.format(Locale.ROOT, "%,d of %,d spikes share a step and are lost", lost, all);
  }

  /** Of a mean of m spikes a step, 1 - (1 - e^-m)/m are not the first of their step. */
  private String ofRates(Population population, Relays.Stage stage) {
    NeuronValues values =
        new NeuronValues(
            population, stage.population(), Models.neuron(population.model()).orElseThrow(), seed);
    double sent = 0;
    double repeated = 0;
    for (int neuron : stage.neurons()) {
      double mean = values.parameters(neuron).get("rate") * time.step() / 1000;
      sent += mean;
      repeated -= Math.expm1(-mean);
    }
    double lost = sent == 0 ? 0 : 1 - repeated / sent;
    return lost < NOTEWORTHY
        ? ""
        : String.format(Locale.ROOT, "%.1f %% of the spikes share a step and are lost", 100 * lost);
  }
}
