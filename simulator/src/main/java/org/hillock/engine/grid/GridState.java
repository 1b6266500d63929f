package org.hillock.engine.grid;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hillock.engine.checkpoint.Checkpoint;
import org.hillock.engine.checkpoint.CheckpointException;
import org.hillock.engine.checkpoint.CheckpointWriter;
import org.hillock.engine.checkpoint.SharedCarrier;
import org.hillock.engine.grid.signal.SignalBoard;
import org.hillock.engine.grid.table.PlasticSynapses;
import org.hillock.engine.grid.table.SpikeBuffer;
import org.hillock.engine.plasticity.SynapseOrder;
import org.hillock.engine.run.Partitioning;
import org.hillock.model.Models;
import org.hillock.model.StateCarrier;
import org.hillock.network.Network;
import org.hillock.network.Population;
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

  /**
   * @param network the network
   * @param partitioning how its neurons are cut
   * @param partitions the parts
   * @param board what projections carry instead of spikes
   * @param recent the spikes of each that may be under way
   * @param longestDelay for how many steps one may be
   * @param stepMs the step [ms]
   */
  GridState(
      Network network,
      Partitioning partitioning,
      GridPartition[] partitions,
      SignalBoard board,
      RecentSpikes[] recent,
      int longestDelay,
      double stepMs) {
    this.network = network;
    this.partitioning = partitioning;
    this.partitions = partitions;
    this.board = board;
    this.recent = recent;
    this.longestDelay = longestDelay;
    this.stepMs = stepMs;
  }

  /** Writes all that is known at the end of a step. */
  void save(long step, CheckpointWriter to) {
    for (GridPartition partition : partitions) {
      partition.settle(step);
    }
    carry(step, to::section);
  }

  /**
   * Puts back what was known at the end of a step.
   *
   * @return the step
   */
  long restore(Checkpoint from) {
    long step = carry(0, from::section);
    for (GridPartition partition : partitions) {
      partition.restored();
    }
    return step;
  }

  /** Sections of a checkpoint, written or read. */
  private interface Sections {
    void section(String title, Consumer<StateCarrier> content);
  }

  private long carry(long now, Sections sections) {
    long[] step = {now};
    sections.section(
        "grid",
        carrier -> {
          step[0] = carrier.carry(now);
          expect(carrier, Double.doubleToLongBits(stepMs), "the checkpoint has another time step");
        });
    for (int i = 0; i < network.populations().size(); i++) {
      int population = i;
      String name = network.populations().get(i).name();
      sections.section(
          "population " + name, carrier -> carryPopulation(population, step[0], carrier));
    }
    for (int i = 0; i < network.projections().size(); i++) {
      int projection = i;
      if (network.projections().get(i).plasticity() != null) {
        sections.section(
            "synapses " + title(i), carrier -> carrySynapses(projection, step[0], carrier));
      }
    }
    sections.section("modulators", this::carryCommon);
    sections.section("signals", carrier -> board.carry(step[0], carrier));
    sections.section("spikes", carrier -> carrySpikes(step[0], carrier));
    return step[0];
  }

  /** The name of a projection, and which of several of that name it is. */
  private String title(int projection) {
    String name = network.projections().get(projection).name();
    long before =
        network.projections().subList(0, projection).stream()
            .filter(other -> other.name().equals(name))
            .count();
    return before == 0 ? name : name + " " + (before + 1);
  }

  private void carryPopulation(int population, long step, StateCarrier carrier) {
    Population its = network.populations().get(population);
    String where = "population '" + its.name() + "'";
    expect(carrier, its.size(), where + " has another number of neurons in the checkpoint");
    expect(
        carrier,
        Models.of(its).name().hashCode(),
        where + " is of another model in the checkpoint");
    inAll(carrier, (partition, shared) -> partition.carry(population, shared));
    for (int p = 0; p < partitions.length; p++) {
      int size = partitioning.to(population, p) - partitioning.from(population, p);
      for (int neuron = 0; neuron < size; neuron++) {
        partitions[p].carry(population, neuron, step, carrier);
      }
    }
  }

  private static void expect(StateCarrier carrier, long value, String otherwise) {
    if (carrier.carry(value) != value) {
      throw new CheckpointException(otherwise + ", so that it cannot be gone on with");
    }
  }

  private void carrySynapses(int projection, long step, StateCarrier carrier) {
    Projection its = network.projections().get(projection);
    PlasticSynapses[] parts =
        Arrays.stream(partitions)
            .map(partition -> partition.plasticTables(projection).get(0))
            .toArray(PlasticSynapses[]::new);
    String where = "projection '" + its.name() + "'";
    long size = Arrays.stream(parts).mapToLong(PlasticSynapses::size).sum();
    expect(carrier, size, where + " has other synapses in the checkpoint");
    expect(
        carrier,
        its.plasticity().rule().hashCode(),
        where + " has another rule of plasticity in the checkpoint");
    SynapseOrder.visit(parts, (source, p, synapse) -> parts[p].carrySynapse(synapse, carrier));
    inAll(
        carrier,
        (partition, shared) ->
            carrySources(partition.plasticTables(projection).get(0), step, shared));
  }

  private static void carrySources(PlasticSynapses table, long step, StateCarrier carrier) {
    for (int source = 0; source < table.sources(); source++) {
      table.carrySource(source, carrier);
    }
    table.carryFlight(step, carrier);
  }

  private void carryCommon(StateCarrier carrier) {
    inAll(carrier, (partition, shared) -> partition.carry(shared));
  }

  /** Carries what all partitions know alike: from the first of them, to all. */
  private void inAll(StateCarrier carrier, BiConsumer<GridPartition, StateCarrier> what) {
    SharedCarrier shared = new SharedCarrier(carrier);
    what.accept(partitions[0], shared);
    for (int p = 1; p < partitions.length && carrier.restores(); p++) {
      shared.again();
      what.accept(partitions[p], shared);
    }
  }

  private void carrySpikes(long step, StateCarrier carrier) {
    for (long emitted = Math.max(1, step - longestDelay + 1); emitted <= step; emitted++) {
      SpikeBuffer spikes = new SpikeBuffer(network.populations().size(), 1);
      for (int population = 0; population < network.populations().size(); population++) {
        carry(emitted, population, spikes, carrier);
        spikes.endGroup();
      }
      if (carrier.restores()) {
        recent[0].add(emitted, spikes);
        for (GridPartition partition : partitions) {
          partition.receiveAgain(emitted, spikes);
        }
      }
    }
  }

  private void carry(long emitted, int population, SpikeBuffer spikes, StateCarrier carrier) {
    int[] fired =
        Arrays.stream(recent)
            .flatMapToInt(each -> Arrays.stream(each.of(emitted, population)))
            .toArray();
    int count = carrier.carry(fired.length);
    for (int i = 0; i < count; i++) {
      spikes.add(carrier.carry(carrier.restores() ? 0 : fired[i]));
    }
  }
}
