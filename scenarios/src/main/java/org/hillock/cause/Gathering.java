package org.hillock.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hillock.engine.run.OutsideHistory;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.Wiring;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.NeuronDescription;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;

/** Gathers the spikes that arrived at one neuron. */
final class Gathering {

  /**
   * A spike that arrived.
   *
   * @param way the projection or input
   * @param source who sent it; empty if it came from outside
   * @param place name of the receptor; empty where there is only one
   * @param receptor its number
   * @param sent when; not a number if it came from outside [ms]
   * @param arrival when it arrived [ms]
   * @param weight with which
   */
  record Spike(
      String way,
      String source,
      String place,
      int receptor,
      double sent,
      double arrival,
      double weight) {

    /** The spike and what it made [mV]. */
    Contribution contribution(double potential) {
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
    if (network.projections().get(index).plasticity() != null) {
      replay
          .passedOn(index)
          .forEach(each -> add(index, each.source(), each.sent(), each.arrival(), each.weight()));
    } else {
      addFixed(index, replay);
    }
  }

  private void addFixed(int index, Replay replay) {
    Projection projection = network.projections().get(index);
    Wiring wiring = new Wiring(network, index, settings.seed());
    IntList drawn = new IntList();
    int target = neuron - projection.target().from();
    wiring.sources(target, stream, drawn);
    double[] weights = new double[drawn.size()];
    double[] delays = new double[drawn.size()];
    wiring.weights(target, drawn, stream, weights);
    wiring.delays(target, drawn, stream, delays);
    for (int s = 0; s < drawn.size(); s++) {
      int sender = projection.source().from() + drawn.get(s);
      for (double sent : replay.train(projection.source().population(), sender)) {
        add(index, sender, sent, later(sent, delays[s]), weights[s]);
      }
    }
  }

  private void add(int index, int sender, double sent, double arrival, double weight) {
    Projection projection = network.projections().get(index);
    int receptor = Math.max(0, description.receptor(projection.receptor(), weight));
    String source = projection.source().population() + "[" + sender + "]";
    spikes.add(
        new Spike(projection.name(), source, named(receptor), receptor, sent, arrival, weight));
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
              "",
              named(each.receptor()),
              each.receptor(),
              Double.NaN,
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
