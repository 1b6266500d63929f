package org.hillock.engine.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.checkpoint.SharedCarrier;
import org.hillock.engine.checkpoint.Turns;
import org.hillock.engine.exchange.Agreement;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.plasticity.SynapseOrder;
import org.hillock.engine.run.Partitioning;
import org.hillock.model.StateCarrier;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.Projection;

/**
 * What the partitions of a network in continuous time know between two windows, when all spikes
 * have been made known, in an order that does not depend on how neurons are cut.
 */
final class EventState {

  private final Network network;
  private final Partitioning partitioning;
  private final List<EventPartition> partitions;
  private final RecentSpikes recent;
  private final double width;
  private final SpikeExchange exchange;
  private final Turns turns;

  /**
   * @param network the network
   * @param partitioning how its neurons are cut
   * @param partitions the parts
   * @param recent the spikes that may be under way
   * @param width length of a window [ms]
   * @param exchange by which ranks hear of each other
   */
  EventState(
      Network network,
      Partitioning partitioning,
      List<EventPartition> partitions,
      RecentSpikes recent,
      double width,
      SpikeExchange exchange) {
    this.network = network;
    this.partitioning = partitioning;
    this.partitions = partitions;
    this.recent = recent;
    this.width = width;
    this.exchange = exchange;
    this.turns = new Turns(exchange);
  }

  /** Writes all that is known before a window, and with it the window. */
  void save(long window, Sections to) {
    partitions.forEach(EventPartition::settle);
    carry(window, to);
  }

  /**
   * Puts back what was known. Inputs that are others than those of the run that was saved begin
   * there.
   *
   * @return the window to run next
   */
  long restore(Sections from) {
    long window = carry(0, from);
    partitions.forEach(each -> each.restored(window * width));
    return window;
  }

  private long carry(long next, Sections sections) {
    long[] window = {next};
    sections.section(
        "continuous time",
        carrier -> {
          long bits = Double.doubleToLongBits(width);
          Sections.expect(carrier, bits, "the shortest delay is another");
          window[0] = carrier.carry(next);
        });
    double delivered = window[0] * width;
    partitions.forEach(each -> each.goOnAfter(window[0] - 1, delivered));
    for (int i = 0; i < network.populations().size(); i++) {
      int population = i;
      sections.population(
          network.populations().get(i),
          partitions.get(0).tracesLeft(i),
          carrier ->
              forEachNeuron(
                  population,
                  carrier,
                  (partition, same, neuron, own) -> partition.carry(same, neuron, own)));
    }
    sections.section("inputs", carrier -> carryInputs(delivered, carrier));
    sections.section("state variables", carrier -> carryVariables(delivered, carrier));
    for (int i = 0; i < network.projections().size(); i++) {
      Projection projection = network.projections().get(i);
      if (projection.plasticity() != null) {
        int index = i;
        PlasticDelivery[] parts =
            partitions.stream().map(each -> each.plastic(index)).toArray(PlasticDelivery[]::new);
        int target = network.populationIndex(projection.target().population());
        sections.synapses(
            network,
            i,
            parts,
            partitioning.firsts(target),
            parts[0].plasticity().kept(),
            exchange,
            carrier -> carrySynapses(parts, delivered, carrier));
      }
    }
    sections.section(
        "modulators",
        carrier -> SharedCarrier.share(carrier, partitions, EventPartition::carryModulators));
    sections.section("spikes", this::carrySpikes);
    return window[0];
  }

  /**
   * Inputs that remember something, each with what it is: one that is another in the run that goes
   * on begins there.
   */
  private void carryInputs(double time, StateCarrier carrier) {
    Map<Long, Integer> own = new HashMap<>();
    for (int input = 0; input < network.inputs().size(); input++) {
      own.put(identity(network.inputs().get(input)), input);
    }
    int count = carrier.carry(network.inputs().size());
    for (int i = 0; i < count; i++) {
      long identity = carrier.carry(carrier.restores() ? 0 : identity(network.inputs().get(i)));
      Integer input = own.remove(identity);
      long numbers = input == null ? 0 : Agreement.sum(exchange, remembered(input));
      long saved = carrier.carry(numbers);
      if (input != null && saved == numbers) {
        carryInput(input, carrier);
      } else {
        for (long number = 0; number < saved; number++) {
          carrier.carry(0L);
        }
        own.put(identity, input == null ? -1 : input);
      }
    }
    for (int input : own.values()) {
      partitions.forEach(each -> each.beginInput(input, time));
    }
  }

  private static long identity(Input input) {
    String text = input + " " + Objects.hashCode(input.recorded());
    long forward = text.hashCode();
    return forward << 32 | new StringBuilder(text).reverse().toString().hashCode() & 0xffffffffL;
  }

  private long remembered(int input) {
    return partitions.stream().mapToLong(each -> each.remembered(input)).sum();
  }

  private void carryInput(int input, StateCarrier carrier) {
    forEachNeuron(
        carrier,
        (partition, population, neuron, own) ->
            partition.carryInput(input, population, neuron, own));
  }

  /** State variables as people know them, with which neurons go on whose parameters are others. */
  private void carryVariables(double time, StateCarrier carrier) {
    forEachNeuron(
        carrier,
        (partition, population, neuron, own) ->
            partition.carryVariables(population, neuron, time, own));
  }

  private interface OfNeuron {
    void carry(EventPartition partition, int population, int neuron, StateCarrier carrier);
  }

  private void forEachNeuron(StateCarrier carrier, OfNeuron taker) {
    for (int population = 0; population < network.populations().size(); population++) {
      forEachNeuron(population, carrier, taker);
    }
  }

  /** In the order of the population, whichever rank has which part. */
  private void forEachNeuron(int population, StateCarrier carrier, OfNeuron taker) {
    turns.carry(
        carrier,
        own -> {
          for (int p = 0; p < partitions.size(); p++) {
            int size = partitioning.to(population, p) - partitioning.from(population, p);
            for (int neuron = 0; neuron < size; neuron++) {
              taker.carry(partitions.get(p), population, neuron, own);
            }
          }
        });
  }

  private void carrySynapses(PlasticDelivery[] parts, double delivered, StateCarrier carrier) {
    turns.carry(
        carrier,
        own -> {
          for (PlasticDelivery part : parts) {
            SynapseOrder.visitByTarget(part, synapse -> part.carrySynapse(synapse, own));
          }
        });
    SharedCarrier.share(
        carrier,
        List.of(parts),
        (part, shared) -> {
          for (int source = 0; source < part.sources(); source++) {
            part.carrySource(source, shared);
          }
          part.carryFlight(delivered, shared);
        });
  }

  private void carrySpikes(StateCarrier carrier) {
    recent.carry(carrier);
    if (carrier.restores()) {
      recent.forEach(
          (time, population, neuron) ->
              partitions.forEach(each -> each.receiveAgain(time, population, neuron)));
    }
  }
}
