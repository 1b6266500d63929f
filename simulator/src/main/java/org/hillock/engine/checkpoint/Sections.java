package org.hillock.engine.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.hillock.engine.exchange.Agreement;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.plasticity.PlasticTable;
import org.hillock.engine.plasticity.SynapseOrder;
import org.hillock.model.Models;
import org.hillock.model.StateCarrier;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;

/** The sections of a checkpoint, that are written or read, and what all engines call them. */
@FunctionalInterface
public interface Sections {

  /**
   * Writes or reads a section.
   *
   * @param title its name
   * @param content carries what is in it
   */
  void section(String title, Consumer<StateCarrier> content);

  /**
   * The section of a population, which begins by saying what it is.
   *
   * @param population the population
   * @param traces how many its neurons leave at synapses
   * @param content carries what is in it
   */
  default void population(Population population, long traces, Consumer<StateCarrier> content) {
    String where = "population '" + population.name() + "'";
    section(
        title(population),
        carrier -> {
          expect(carrier, population.size(), where + " has another number of neurons");
          int model = Models.of(population).name().hashCode();
          expect(carrier, model, where + " is of another model");
          expect(carrier, traces, where + " leaves other traces at the synapses that learn");
          content.accept(carrier);
        });
  }

  /**
   * The section of a projection with plasticity, which begins by saying what it is.
   *
   * @param network the network
   * @param index of the projection
   * @param parts its synapses in each partition of this rank
   * @param firstTargets first neuron of the target population in each of them
   * @param numbers how many each of them and each source has, in a number
   * @param exchange by which ranks hear of each other
   * @param content carries what is in it
   */
  default void synapses(
      Network network,
      int index,
      PlasticTable[] parts,
      int[] firstTargets,
      long numbers,
      SpikeExchange exchange,
      Consumer<StateCarrier> content) {
    Projection projection = network.projections().get(index);
    String where = "projection '" + projection.name() + "'";
    int rule = Objects.requireNonNull(projection.plasticity()).rule().hashCode();
    long[] all = new long[2];
    for (int p = 0; p < parts.length; p++) {
      all[0] += parts[p].size();
      // Where synapses form and vanish, these are not those of the beginning.
      all[1] += projection.rewiring() == null ? SynapseOrder.wiring(parts[p], firstTargets[p]) : 0;
    }
    Agreement.sum(exchange, all);
    section(
        title(network, index),
        carrier -> {
          expect(carrier, all[0], where + " has another number of synapses");
          expect(
              carrier,
              all[1],
              where + " has other synapses, or other delays (is the seed another?)");
          expect(carrier, rule, where + " has another rule of plasticity");
          expect(carrier, numbers, where + " keeps other numbers");
          content.accept(carrier);
        });
  }

  /** The names of the sections of populations and of synapses that learn. */
  static List<String> titles(Network network) {
    List<String> titles = new ArrayList<>();
    network.populations().forEach(population -> titles.add(title(population)));
    for (int i = 0; i < network.projections().size(); i++) {
      if (network.projections().get(i).plasticity() != null) {
        titles.add(title(network, i));
      }
    }
    return titles;
  }

  private static String title(Population population) {
    return "population " + population.name();
  }

  /** The name of a projection, and which of several of that name it is. */
  private static String title(Network network, int index) {
    String name = "synapses " + network.projections().get(index).name();
    long before =
        network.projections().subList(0, index).stream()
            .filter(other -> other.name().equals(network.projections().get(index).name()))
            .count();
    return before == 0 ? name : name + " " + (before + 1);
  }

  /**
   * Writes a number, or looks whether it is the same.
   *
   * @param otherwise what is the matter if it is not
   */
  static void expect(StateCarrier carrier, long value, String otherwise) {
    if (carrier.carry(value) != value) {
      throw new CheckpointException(
          otherwise + " in the checkpoint, so that it cannot be gone on with");
    }
  }
}
