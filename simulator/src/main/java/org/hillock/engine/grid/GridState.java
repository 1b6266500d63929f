package org.hillock.engine.grid;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.checkpoint.SharedCarrier;
import org.hillock.engine.checkpoint.Turns;
import org.hillock.engine.exchange.Agreement;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.grid.signal.SignalBoard;
import org.hillock.engine.grid.table.PlasticSynapses;
import org.hillock.engine.grid.table.SpikeBuffer;
import org.hillock.engine.plasticity.SynapseOrder;
import org.hillock.engine.run.Partitioning;
import org.hillock.model.StateCarrier;
import org.hillock.network.Network;
import org.hillock.network.Projection;

/**
 * What the partitions of a network on a grid know between two steps, when all spikes have been
 * exchanged, in an order that does not depend on how neurons are cut.
 */
final class GridState {

  private final Network network;
  private final Partitioning partitioning;
  private final GridPartition[] partitions;
  private final SignalBoard board;
  private final RecentSpikes[] recent;
  private final int longestDelay;
  private final double stepMs;
  private final SpikeExchange exchange;
  private final Turns turns;

  /**
   * @param network the network
   * @param partitioning how its neurons are cut
   * @param partitions the parts
   * @param board what projections carry instead of spikes
   * @param recent the spikes of each that may be under way
   * @param longestDelay for how many steps one may be
   * @param stepMs the step [ms]
   * @param exchange by which ranks hear of each other
   */
  GridState(
      Network network,
      Partitioning partitioning,
      GridPartition[] partitions,
      SignalBoard board,
      RecentSpikes[] recent,
      int longestDelay,
      double stepMs,
      SpikeExchange exchange) {
    this.network = network;
    this.partitioning = partitioning;
    this.partitions = partitions;
    this.board = board;
    this.recent = recent;
    this.longestDelay = longestDelay;
    this.stepMs = stepMs;
    this.exchange = exchange;
    this.turns = new Turns(exchange);
  }

  /** Writes all that is known at the end of a step. */
  void save(long step, Sections to) {
    for (GridPartition partition : partitions) {
      partition.settle(step);
    }
    carry(step, to);
  }

  /**
   * Puts back what was known at the end of a step.
   *
   * @return the step
   */
  long restore(Sections from) {
    long step = carry(0, from);
    for (GridPartition partition : partitions) {
      partition.restored();
    }
    return step;
  }

  private long carry(long now, Sections sections) {
    long[] step = {now};
    sections.section(
        "grid",
        carrier -> {
          step[0] = carrier.carry(now);
          long bits = Double.doubleToLongBits(stepMs);
          Sections.expect(carrier, bits, "the time step is another");
        });
    for (int i = 0; i < network.populations().size(); i++) {
      int population = i;
      sections.population(
          network.populations().get(i),
          partitions[0].tracesLeft(i),
          carrier -> carryPopulation(population, step[0], carrier));
    }
    for (int i = 0; i < network.projections().size(); i++) {
      Projection projection = network.projections().get(i);
      if (projection.plasticity() != null) {
        PlasticSynapses[] parts = parts(i);
        int target = network.populationIndex(projection.target().population());
        sections.synapses(
            network,
            i,
            parts,
            partitioning.firsts(target),
            parts[0].plasticity().kept(),
            exchange,
            carrier -> carrySynapses(parts, step[0], carrier));
      }
    }
    sections.section("state variables", carrier -> carryVariables(step[0], carrier));
    sections.section(
        "modulators",
        carrier -> SharedCarrier.share(carrier, List.of(partitions), GridPartition::carry));
    sections.section("signals", carrier -> board.carry(step[0], carrier));
    sections.section("spikes", carrier -> carrySpikes(step[0], carrier));
    return step[0];
  }

  private PlasticSynapses[] parts(int projection) {
    return Arrays.stream(partitions)
        .map(partition -> partition.plasticTables(projection).get(0))
        .toArray(PlasticSynapses[]::new);
  }

  private void carryPopulation(int population, long step, StateCarrier carrier) {
    SharedCarrier.share(
        carrier, List.of(partitions), (partition, shared) -> partition.carry(population, shared));
    forEachNeuron(
        population,
        carrier,
        (partition, neuron, own) -> partition.carry(population, neuron, step, own));
  }

  /** State variables as people know them, with which neurons go on whose parameters are others. */
  private void carryVariables(long step, StateCarrier carrier) {
    for (int i = 0; i < network.populations().size(); i++) {
      int population = i;
      forEachNeuron(
          population,
          carrier,
          (partition, neuron, own) -> partition.carryVariables(population, neuron, step, own));
    }
  }

  private interface OfNeuron {
    void carry(GridPartition partition, int neuron, StateCarrier carrier);
  }

  /** In the order of the population, whichever rank has which part. */
  private void forEachNeuron(int population, StateCarrier carrier, OfNeuron taker) {
    turns.carry(
        carrier,
        own -> {
          for (int p = 0; p < partitions.length; p++) {
            int size = partitioning.to(population, p) - partitioning.from(population, p);
            for (int neuron = 0; neuron < size; neuron++) {
              taker.carry(partitions[p], neuron, own);
            }
          }
        });
  }

  private void carrySynapses(PlasticSynapses[] parts, long step, StateCarrier carrier) {
    turns.carry(
        carrier,
        own -> {
          for (PlasticSynapses part : parts) {
            SynapseOrder.visitByTarget(part, synapse -> part.carrySynapse(synapse, own));
          }
        });
    SharedCarrier.share(
        carrier, List.of(parts), (part, shared) -> carrySources(part, step, shared));
  }

  private static void carrySources(PlasticSynapses table, long step, StateCarrier carrier) {
    for (int source = 0; source < table.sources(); source++) {
      table.carrySource(source, carrier);
    }
    table.carryFlight(step, carrier);
  }

  /**
   * Carries spikes that may be under way: as many steps of them as were kept. Who goes on with
   * longer delays knows of no older ones.
   */
  private void carrySpikes(long step, StateCarrier carrier) {
    int steps = carrier.carry((int) Math.min(step, longestDelay));
    for (long emitted = step - steps + 1; emitted <= step; emitted++) {
      SpikeBuffer spikes = new SpikeBuffer(network.populations().size(), 1);
      for (int population = 0; population < network.populations().size(); population++) {
        carry(emitted, population, spikes, carrier);
        spikes.endGroup();
      }
      if (carrier.restores()) {
        // They are saved again by the first rank alone.
        if (exchange.rank() == 0) {
          recent[0].add(emitted, spikes);
        }
        for (GridPartition partition : partitions) {
          partition.receiveAgain(emitted, spikes);
        }
      }
    }
  }

  private void carry(long emitted, int population, SpikeBuffer spikes, StateCarrier carrier) {
    int[] fired = {};
    if (!carrier.restores()) {
      int[] own =
          Arrays.stream(recent)
              .flatMapToInt(each -> Arrays.stream(each.of(emitted, population)))
              .toArray();
      fired = Stream.of(Agreement.all(exchange, own)).flatMapToInt(Arrays::stream).toArray();
    }
    int count = carrier.carry(fired.length);
    for (int i = 0; i < count; i++) {
      spikes.add(carrier.carry(carrier.restores() ? 0 : fired[i]));
    }
  }
}
