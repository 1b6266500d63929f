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
import org.hillock.engine.plasticity.PlasticTable;
import org.hillock.engine.plasticity.SynapseOrder;
import org.hillock.engine.run.Partitioning;
import org.hillock.model.StateCarrier;
import org.hillock.network.Network;
import org.hillock.network.Plasticity;
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
      Plasticity plasticity = network.projections().get(i).plasticity();
      if (plasticity != null) {
        PlasticSynapses[] parts = parts(i);
        long own = Arrays.stream(parts).mapToLong(PlasticSynapses::size).sum();
        long size = Agreement.sum(exchange, own);
        sections.synapses(
            network,
            i,
            plasticity,
            size,
            wiring(network.projections().get(i), parts),
            parts[0].plasticity().kept(),
            carrier -> carrySynapses(parts, step[0], carrier));
      }
    }
    sections.section(Sections.VARIABLES, carrier -> carryVariables(step[0], carrier));
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

  /** Which neurons the synapses of all ranks join; 0 where they change. */
  private long wiring(Projection projection, PlasticTable[] parts) {
    int target = network.populationIndex(projection.target().population());
    long sum = 0;
    for (int p = 0; p < parts.length && projection.rewiring() == null; p++) {
      sum += SynapseOrder.wiring(parts[p], partitioning.from(target, p));
    }
    return Agreement.sum(exchange, sum);
  }

  private void carryPopulation(int population, long step, StateCarrier carrier) {
    SharedCarrier.share(
        carrier, List.of(partitions), (partition, shared) -> partition.carry(population, shared));
    turns.carry(
        carrier,
        own -> {
          for (int p = 0; p < partitions.length; p++) {
            int size = partitioning.to(population, p) - partitioning.from(population, p);
            for (int neuron = 0; neuron < size; neuron++) {
              partitions[p].carry(population, neuron, step, own);
            }
          }
        });
  }

  private void carryVariables(long step, StateCarrier carrier) {
    for (int i = 0; i < network.populations().size(); i++) {
      int population = i;
      turns.carry(
          carrier,
          own -> {
            for (int p = 0; p < partitions.length; p++) {
              int size = partitioning.to(population, p) - partitioning.from(population, p);
              for (int neuron = 0; neuron < size; neuron++) {
                partitions[p].carryVariables(population, neuron, step, own);
              }
            }
          });
    }
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
