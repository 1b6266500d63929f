package org.hillock.engine.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.hillock.engine.exchange.Agreement;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.wiring.IntList;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * In which pass over a window each neuron has its turn: after all neurons that reach it through a
 * synapse without delay, so that it then knows everything that arrives in the window. Without such
 * synapses there is one pass.
 */
final class InstantOrder {

  /** A chain that is longer is told by its beginning. */
  private static final int MOST_NAMED = 12;

  private final int @Nullable [][] pass;
  private final int passes;

  private InstantOrder(int @Nullable [][] pass, int passes) {
    this.pass = pass;
    this.passes = passes;
  }

  /** Number of passes. */
  int passes() {
    return passes;
  }

  /**
   * The pass of a neuron.
   *
   * @param partition which partition
   * @param neuron index within it
   */
  int passOf(int partition, int neuron) {
    return pass == null ? 0 : pass[partition][neuron];
  }

  /**
   * @param network the network
   * @param partitioning how neurons are cut
   * @param partitions for each partition its tables
   * @param exchange by which the synapses of other ranks are heard of
   * @throws InvalidNetworkException if synapses without delay form a cycle, which it names
   */
  static InstantOrder of(
      Network network,
      Partitioning partitioning,
      List<List<SynapseRows>> partitions,
      SpikeExchange exchange) {
    boolean own =
        partitions.stream()
            .flatMap(List::stream)
            .anyMatch(rows -> rows.size() > 0 && hasInstant(rows));
    if (Agreement.most(exchange, own ? 1 : 0) == 0) {
      return new InstantOrder(null, 1);
    }
    Sorting sorting = new Sorting(network, partitioning, partitions);
    sorting.hear(exchange);
    return sorting.order();
  }

  private static boolean hasInstant(SynapseRows rows) {
    for (int source = 0; source < rows.sources(); source++) {
      if (rows.instantEnd(source) > rows.start()[source]) {
        return true;
      }
    }
    return false;
  }

  /** Sorts the neurons topologically (Kahn 1962, Commun ACM 5:558). */
  private static final class Sorting {
    private final Network network;
    private final Partitioning partitioning;
    private final List<List<SynapseRows>> partitions;

    /** First number of each population, when all neurons are counted through. */
    private final int[] first;

    private final int[] waitsFor;
    private final int[] pass;

    /** Where the targets in other ranks of each neuron begin, and they; all are counted through. */
    private final int[] farStart;

    private int[] farTargets = {};

    Sorting(Network network, Partitioning partitioning, List<List<SynapseRows>> partitions) {
      this.network = network;
      this.partitioning = partitioning;
      this.partitions = partitions;
      this.first = new int[network.populations().size() + 1];
      for (int i = 0; i + 1 < first.length; i++) {
        first[i + 1] = Math.addExact(first[i], network.populations().get(i).size());
      }
      this.waitsFor = new int[first[first.length - 1]];
      this.pass = new int[waitsFor.length];
      this.farStart = new int[waitsFor.length + 1];
    }

    /**
     * Tells the other ranks of the synapses without delay that lie here, and hears of theirs: each
     * rank goes through all of them.
     */
    void hear(SpikeExchange exchange) {
      if (exchange.ranks() == 1) {
        return;
      }
      IntList own = new IntList();
      for (int number = 0; number < waitsFor.length; number++) {
        int source = number;
        int population = population(number);
        targets(
            population,
            number - first[population],
            target -> {
              own.add(source);
              own.add(target);
            });
      }
      int[][] edges = Agreement.all(exchange, Arrays.copyOf(own.array(), own.size()));
      edges[exchange.rank()] = new int[0];
      for (int[] of : edges) {
        for (int i = 0; i < of.length; i += 2) {
          farStart[of[i] + 1]++;
        }
      }
      for (int number = 0; number < waitsFor.length; number++) {
        farStart[number + 1] += farStart[number];
      }
      farTargets = new int[farStart[waitsFor.length]];
      int[] next = farStart.clone();
      for (int[] of : edges) {
        for (int i = 0; i < of.length; i += 2) {
          farTargets[next[of[i]]++] = of[i + 1];
        }
      }
    }

    private interface Edge {
      void visit(int target);
    }

    /** Visits the targets of a neuron's synapses without delay. */
    private void targets(int population, int neuron, Edge edge) {
      for (int p = 0; p < partitions.size(); p++) {
        for (SynapseRows rows : partitions.get(p)) {
          if (rows.plan().sourcePopulation() == population) {
            int end = rows.instantEnd(neuron);
            for (int synapse = rows.start()[neuron]; synapse < end; synapse++) {
              edge.visit(number(p, rows.targets()[synapse]));
            }
          }
        }
      }
      int number = first[population] + neuron;
      for (int far = farStart[number]; far < farStart[number + 1]; far++) {
        edge.visit(farTargets[far]);
      }
    }

    /** The number of a neuron of a partition when all are counted through. */
    private int number(int partition, int local) {
      int population = 0;
      int offset = 0;
      int size = size(0, partition);
      while (local >= offset + size) {
        offset += size;
        population++;
        size = size(population, partition);
      }
      return first[population] + partitioning.from(population, partition) + local - offset;
    }

    private int size(int population, int partition) {
      return partitioning.to(population, partition) - partitioning.from(population, partition);
    }

    private int population(int number) {
      int population = 0;
      while (number >= first[population + 1]) {
        population++;
      }
      return population;
    }

    InstantOrder order() {
      for (int number = 0; number < waitsFor.length; number++) {
        int population = population(number);
        targets(population, number - first[population], target -> waitsFor[target]++);
      }
      ArrayDeque<Integer> ready = new ArrayDeque<>();
      for (int number = 0; number < waitsFor.length; number++) {
        if (waitsFor[number] == 0) {
          ready.add(number);
        }
      }
      int done = 0;
      int last = 0;
      while (!ready.isEmpty()) {
        int number = ready.remove();
        int population = population(number);
        done++;
        last = Math.max(last, pass[number]);
        targets(
            population,
            number - first[population],
            target -> {
              pass[target] = Math.max(pass[target], pass[number] + 1);
              if (--waitsFor[target] == 0) {
                ready.add(target);
              }
            });
      }
      if (done < waitsFor.length) {
        throw new InvalidNetworkException(
            "synapses",
            "synapses without delay that form a cycle: " + cycle(),
            "a delay of more than 0 ms somewhere in it");
      }
      return new InstantOrder(byPartition(), last + 1);
    }

    private int[][] byPartition() {
      int[][] passes = new int[partitions.size()][];
      for (int p = 0; p < passes.length; p++) {
        passes[p] = new int[partitioning.neurons(p)];
        for (int local = 0; local < passes[p].length; local++) {
          passes[p][local] = pass[number(p, local)];
        }
      }
      return passes;
    }

    /** Every neuron that still waits has one before it that does: going back ends in a cycle. */
    private String cycle() {
      int[] before = new int[waitsFor.length];
      int at = -1;
      for (int number = 0; number < waitsFor.length; number++) {
        if (waitsFor[number] > 0) {
          int source = number;
          int population = population(number);
          targets(population, number - first[population], target -> before[target] = source + 1);
          at = number;
        }
      }
      int[] seen = new int[waitsFor.length];
      List<Integer> walk = new ArrayList<>();
      while (seen[at] == 0) {
        walk.add(at);
        seen[at] = walk.size();
        at = before[at] - 1;
      }
      List<Integer> cycle = new ArrayList<>(walk.subList(seen[at] - 1, walk.size()));
      Collections.reverse(cycle);
      StringBuilder names = new StringBuilder();
      for (int i = 0; i < Math.min(cycle.size(), MOST_NAMED); i++) {
        names.append(name(cycle.get(i))).append(" -> ");
      }
      return names + (cycle.size() > MOST_NAMED ? "… -> " : "") + name(cycle.get(0));
    }

    private String name(int number) {
      int population = population(number);
      return network.populations().get(population).name()
          + "["
          + (number - first[population])
          + "]";
    }
  }
}
