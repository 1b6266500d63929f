package org.hillock.engine.grid.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.engine.grid.table.PlasticSynapses;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.ProjectionSynapses;
import org.hillock.model.Models;
import org.hillock.model.NeuronBlock;
import org.hillock.network.Carried;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * What reaches the neurons of one partition through projections that carry signals: at the
 * beginning of step k, to each target the sum of the variable of its sources at the end of step k -
 * 1, times their weights, projection by projection and source by source in the order of wiring. The
 * sum does not depend on partitions. For one thread.
 */
public final class CarriedSignals {

  /** Tells the state of the neurons of the partition, and finds their synapses. */
  public interface Neurons {

    /** The neurons of a population that lie here. */
    NeuronBlock block(int population);

    /** A variable of one of them at the end of a step. */
    double read(int population, int variable, int neuron, long step);

    /** The synapses of a plastic projection onto them; empty if there are none. */
    Optional<PlasticSynapses> synapses(int projection);
  }

  /** Where in a block some signals go, and what they are. */
  private record Connection(
      int population,
      int place,
      SignalBoard.Variable variable,
      int firstSource,
      int firstTarget,
      int[] start,
      int[] sources,
      double[] weights,
      Carried.Feedback feedback,
      @Nullable FollowedWeights followed) {

    void add(NeuronBlock block, long told) {
      double[] values = variable.at(told);
      double[] into = block.signal(place);
      for (int target = 0; target < start.length - 1; target++) {
        double sum = 0;
        for (int i = start[target]; i < start[target + 1]; i++) {
          sum += weight(i, target, told) * values[firstSource + sources[i]];
        }
        into[firstTarget - block.firstNeuron() + target] += sum;
      }
    }

    /** The feedback from a neuron k to j follows the synapse from j to k. */
    private double weight(int i, int target, long told) {
      return followed == null
          ? weights[i]
          : feedback == Carried.Feedback.SYMMETRIC
              ? followed.weight(firstTarget + target, sources[i], told)
              : weights[i] + followed.change(firstTarget + target, sources[i], told);
    }
  }

  private final SignalBoard board;
  private final List<Connection> connections = new ArrayList<>();

  /** The synapses of the partition that feedback follows, in the order of the board. */
  private final List<@Nullable PlasticSynapses> followed = new ArrayList<>();

  /**
   * @param network which has been checked
   * @param board shared by all partitions
   * @param wirings all projections
   * @param partitioning how neurons are cut
   * @param partition which part this is
   * @param seed of the run
   */
  public CarriedSignals(
      Network network,
      SignalBoard board,
      List<? extends ProjectionSynapses> wirings,
      Partitioning partitioning,
      int partition,
      long seed) {
    this.board = board;
    for (ProjectionSynapses wiring : wirings) {
      Carried carried = wiring.projection().carries();
      if (carried != null) {
        connections.add(connection(network, wiring, carried, partitioning, partition, seed));
      }
    }
  }

  private Connection connection(
      Network network,
      ProjectionSynapses wiring,
      Carried carried,
      Partitioning partitioning,
      int partition,
      long seed) {
    Projection projection = wiring.projection();
    NeuronRange targets = projection.target();
    int population = network.populationIndex(targets.population());
    int from = Math.max(targets.from(), partitioning.from(population, partition));
    int to = Math.max(from, Math.min(targets.to(), partitioning.to(population, partition)));
    RandomStream stream = new RandomStream(seed);
    int[] start = new int[to - from + 1];
    IntList all = new IntList();
    double[] weights = {};
    IntList drawn = new IntList();
    for (int target = from; target < to; target++) {
      wiring.sources(target - targets.from(), stream, drawn);
      int before = all.size();
      for (int i = 0; i < drawn.size(); i++) {
        all.add(drawn.get(i));
      }
      double[] own = new double[drawn.size()];
      wiring.weights(target - targets.from(), drawn, stream, own);
      if (weights.length < all.size()) {
        weights =
            Arrays.copyOf(weights, Math.max(all.size(), weights.length + (weights.length >> 1)));
      }
      System.arraycopy(own, 0, weights, before, own.length);
      start[target - from + 1] = all.size();
    }
    int[] sources = new int[all.size()];
    Arrays.setAll(sources, all::get);
    List<String> places = Models.of(network.populations().get(population)).description().signals();
    FollowedWeights followed =
        board.followed().stream()
            .filter(each -> each.feedback() == wiring.index())
            .findFirst()
            .orElse(null);
    return new Connection(
        population,
        projection.receptor() == null ? 0 : places.indexOf(projection.receptor()),
        board.of(network, projection),
        projection.source().from(),
        from,
        start,
        sources,
        Arrays.copyOf(weights, sources.length),
        carried.feedback(),
        followed);
  }

  /** How many synapses there are. */
  public long size() {
    return connections.stream().mapToLong(connection -> connection.sources().length).sum();
  }

  /** What a projection takes that carries signals [bytes]. */
  public static double bytes(Projection projection) {
    double pairs = (double) projection.source().size() * projection.target().size();
    Carried carried = projection.carries();
    boolean follows = carried != null && carried.feedback() != Carried.Feedback.RANDOM;
    return projection.expectedSynapses() * (Integer.BYTES + Double.BYTES)
        + projection.target().size() * (double) Integer.BYTES
        + 2.0 * Double.BYTES * projection.source().size()
        + (follows ? 3.0 * Double.BYTES * pairs : 0);
  }

  /** Adds what arrives in a step to the signals of the blocks, which have been cleared. */
  public void hear(long step, Neurons neurons) {
    for (Connection connection : connections) {
      connection.add(neurons.block(connection.population()), step - 1);
    }
  }

  /** Puts what the neurons of the partition tell in a step on the board; 0 before the first. */
  public void tell(long step, Neurons neurons) {
    for (SignalBoard.Variable variable : board.variables()) {
      NeuronBlock block = neurons.block(variable.population());
      double[] values = variable.at(step);
      for (int i = 0; i < block.size(); i++) {
        values[block.firstNeuron() + i] =
            neurons.read(variable.population(), variable.variable(), i, step);
      }
    }
    if (step == 0) {
      board.followed().forEach(each -> followed.add(neurons.synapses(each.forward()).orElse(null)));
    }
    for (int i = 0; i < followed.size(); i++) {
      PlasticSynapses table = followed.get(i);
      if (table != null) {
        FollowedWeights weights = board.followed().get(i);
        NeuronBlock block = neurons.block(weights.population());
        int first = block.firstNeuron();
        weights.tell(step, table, first, first + block.size());
      }
    }
  }
}
