package org.hillock.engine.grid.signal;

import java.util.Arrays;
import org.hillock.engine.exchange.Packet;
import org.hillock.engine.grid.table.PlasticSynapses;
import org.hillock.engine.run.CarriedCheck;
import org.hillock.model.StateCarrier;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Projection;

/**
 * The weights of plastic synapses that feedback follows in the other direction, as they stand at
 * the end of a step; several between the same neurons are summed.
 */
final class FollowedWeights {

  private final int population;
  private final int feedback;
  private final int forward;
  private final NeuronRange sources;
  private final NeuronRange targets;

  /** Target by target, for even and for odd steps, and at the beginning. */
  private final double[][] weights;

  private final double[] first;

  private FollowedWeights(int population, int feedback, int forward, Projection followed) {
    this.population = population;
    this.feedback = feedback;
    this.forward = forward;
    this.sources = followed.source();
    this.targets = followed.target();
    int size = Math.multiplyExact(sources.size(), targets.size());
    this.weights = new double[2][size];
    this.first = new double[size];
  }

  static FollowedWeights of(Network network, int feedback) {
    int forward = CarriedCheck.followed(network, network.projections().get(feedback));
    Projection followed = network.projections().get(forward);
    int population = network.populationIndex(followed.target().population());
    return new FollowedWeights(population, feedback, forward, followed);
  }

  /** The population onto which the followed synapses lead. */
  int population() {
    return population;
  }

  /** The projection that follows. */
  int feedback() {
    return feedback;
  }

  /** The projection that is followed. */
  int forward() {
    return forward;
  }

  /**
   * Takes the weights of those synapses that lie in a partition.
   *
   * @param step that ends; 0 before the first
   * @param table they
   * @param firstTarget the first neuron of the target population in the partition
   * @param lastTarget one past the last
   */
  void tell(long step, PlasticSynapses table, int firstTarget, int lastTarget) {
    double[] now = weights[(int) (step & 1)];
    int from = Math.max(firstTarget, targets.from()) - targets.from();
    int to = Math.min(lastTarget, targets.to()) - targets.from();
    if (from >= to) {
      return;
    }
    Arrays.fill(now, from * sources.size(), to * sources.size(), 0);
    double[] all = table.weights();
    for (int source = 0; source < sources.size(); source++) {
      int neuron = sources.from() + source;
      for (int i = table.rowStart(neuron); i < table.rowStart(neuron + 1); i++) {
        int target = firstTarget + table.target(i) - targets.from();
        now[target * sources.size() + source] += all[i];
      }
    }
    if (step == 0) {
      System.arraycopy(
          now, from * sources.size(), first, from * sources.size(), (to - from) * sources.size());
    }
  }

  /**
   * The weight from a neuron to another at the end of a step.
   *
   * @param source in its population
   * @param target within the range of the targets
   */
  double weight(int source, int target, long step) {
    return weights[(int) (step & 1)][place(source, target)];
  }

  /** Carries the weights as they stood at the end of a step; those of the beginning are built. */
  void carry(long step, StateCarrier carrier) {
    double[] now = weights[(int) (step & 1)];
    carrier.carry(now, 0, now.length);
  }

  private int place(int source, int target) {
    return target * sources.size() + source - sources.from();
  }

  /** By how much it has changed since the beginning. */
  double change(int source, int target, long step) {
    return weight(source, target, step) - first[place(source, target)];
  }

  /**
   * Writes the weights onto some targets at the end of a step.
   *
   * @param firstTarget the first neuron of the target population
   * @param lastTarget one past the last
   * @param to where
   */
  void write(long step, int firstTarget, int lastTarget, Packet to) {
    int from = Math.min(Math.max(firstTarget - targets.from(), 0), targets.size());
    int end = Math.max(from, Math.min(lastTarget - targets.from(), targets.size()));
    to.putInt(from * sources.size());
    to.putInt(end * sources.size());
    to.putDoubles(weights[(int) (step & 1)], from * sources.size(), end * sources.size());
  }

  /** Reads what another rank has written of the end of a step. */
  void read(long step, Packet packet) {
    double[] now = weights[(int) (step & 1)];
    int from = packet.getInt();
    int end = packet.getInt();
    packet.getDoubles(now, from, end);
    if (step == 0) {
      System.arraycopy(now, from, first, from, end - from);
    }
  }
}
