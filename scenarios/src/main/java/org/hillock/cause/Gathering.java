package org.hillock.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.run.OutsideHistory;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.Wiring;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.NeuronDescription;
import org.hillock.model.PlasticRule;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;

/** Gathers the spikes that arrived at one neuron. */
final class Gathering {

  /** Number of the projection of a spike that came from outside. */
  static final int OUTSIDE = -1;

  /** A spike that arrived, at a synapse whose weight may have been learnt. */
  static final class Spike {

    private final String way;
    private final int projection;
    private final String senders;
    private final int sender;
    private final int twin;
    private final String place;
    private final int receptor;
    private final double sent;
    private final double reached;
    private final double arrival;
    private double weight;

    private Spike(
        String way,
        int projection,
        String senders,
        int sender,
        int twin,
        String place,
        int receptor,
        double sent,
        double reached,
        double arrival,
        double weight) {
      this.way = way;
      this.projection = projection;
      this.senders = senders;
      this.sender = sender;
      this.twin = twin;
      this.place = place;
      this.receptor = receptor;
      this.sent = sent;
      this.reached = reached;
      this.arrival = arrival;
      this.weight = weight;
    }

    /** Number of the projection, or {@link #OUTSIDE}. */
    int projection() {
      return projection;
    }

    /** Who sent it, within its population. */
    int sender() {
      return sender;
    }

    /** Number of the synapse among those of the same sender and projection. */
    int twin() {
      return twin;
    }

    int receptor() {
      return receptor;
    }

    /** When it reached the synapse, from where the dendrite leads to the neuron [ms]. */
    double reached() {
      return reached;
    }

    double arrival() {
      return arrival;
    }

    double weight() {
      return weight;
    }

    /** The weight at the time turned out to be another. */
    void weight(double learnt) {
      weight = learnt;
    }

    /** The spike and what it made [mV]. */
    Contribution contribution(double potential) {
      String source = projection == OUTSIDE ? "" : senders + "[" + sender + "]";
      return new Contribution(way, source, place, sent, arrival, weight, potential);
    }
  }

  private final Network network;
  private final RunSettings settings;
  private final NeuronDescription description;
  private final int neuron;
  private final RandomStream stream;
  private final List<Spike> spikes = new ArrayList<>();

  /**
   * @param population index of the neuron's population
   */
  Gathering(Network network, RunSettings settings, int population, int neuron) {
    Population own = network.populations().get(population);
    this.network = network;
    this.settings = settings;
    this.description = Models.of(own).description();
    this.neuron = neuron;
    this.stream = new RandomStream(settings.seed());
  }

  /** Those that came by a projection. */
  void add(int index, Replay replay) {
    Projection projection = network.projections().get(index);
    Wiring wiring = new Wiring(network, index, settings.seed());
    IntList drawn = new IntList();
    int target = neuron - projection.target().from();
    wiring.sources(target, stream, drawn);
    double[] weights = new double[drawn.size()];
    double[] delays = new double[drawn.size()];
    wiring.weights(target, drawn, stream, weights);
    wiring.delays(target, drawn, stream, delays);
    String senders = projection.source().population();
    Map<Integer, Integer> twins = new HashMap<>();
    double dendritic =
        projection.plasticity() == null ? 0 : PlasticRule.of(projection).dendriticDelay();
    for (int s = 0; s < drawn.size(); s++) {
      int sender = projection.source().from() + drawn.get(s);
      int twin = twins.merge(sender, 1, Integer::sum) - 1;
      int receptor = Math.max(0, description.receptor(projection.receptor(), weights[s]));
      for (double sent : replay.train(senders, sender)) {
        spikes.add(
            new Spike(
                projection.name(),
                index,
                senders,
                sender,
                twin,
                named(receptor),
                receptor,
                sent,
                later(sent, delays[s] - Math.min(dendritic, delays[s])),
                later(sent, delays[s]),
                weights[s]));
      }
    }
  }

  private double later(double sent, double delay) {
    double step = settings.step();
    return settings.continuous()
        ? sent + delay
        : GridTime.time(GridTime.index(sent, step) + GridTime.index(delay, step), step);
  }

  /** Those that came from outside. */
  void add(OutsideHistory outside) {
    for (OutsideHistory.Spike each : outside.spikes()) {
      spikes.add(
          new Spike(
              network.inputs().get(each.input()).name(),
              OUTSIDE,
              "",
              0,
              0,
              named(each.receptor()),
              each.receptor(),
              Double.NaN,
              each.time(),
              each.time(),
              each.weight()));
    }
  }

  private String named(int receptor) {
    List<String> names = description.receptorNames();
    return names.size() < 2 ? "" : names.get(receptor);
  }

  /** All that arrived up to a moment, in order of time. */
  List<Spike> until(double moment) {
    List<Spike> arrived = new ArrayList<>();
    spikes.stream().filter(spike -> spike.arrival <= moment).forEach(arrived::add);
    arrived.sort(Comparator.comparingDouble(Spike::arrival));
    return arrived;
  }
}
