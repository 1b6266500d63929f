package org.hillock.engine.plasticity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hillock.model.Models;
import org.hillock.model.PlasticRule;
import org.hillock.model.StateCarrier;
import org.hillock.model.StateVariable;
import org.hillock.network.Network;
import org.hillock.network.Projection;

/**
 * What rules of plasticity follow of their targets from step to step: some state variables of the
 * neurons of one population in one partition, at the recent ends of steps at which they are not 0.
 * All plastic synapses onto the neurons share it, and it keeps nothing that no rule asks for. Times
 * are in steps: only a grid has signals. For one thread.
 */
public final class PostSignals {

  /**
   * If rings run full again within so many steps, they grow rather than cost a sweep over all
   * synapses: a signal that is never 0 has one moment a step, and a sweep costs less than as many
   * steps of the neurons.
   */
  private static final int RARELY = 256;

  /** Tells the state of the neurons. */
  public interface Neurons {
    /**
     * A variable at the end of the present step.
     *
     * @param variable place among those of the model
     * @param neuron index within the partition's slice of the population
     * @param step the present one
     */
    double read(int variable, int neuron, long step);
  }

  private final int neurons;
  private final List<String> names;
  private final int[] variables;
  private final List<MomentRings> rings = new ArrayList<>();
  private final List<PlasticTable> tables = new ArrayList<>();
  private double lastSweep = RowPlasticity.NEVER;

  private PostSignals(int neurons, List<String> names, int[] variables) {
    this.neurons = neurons;
    this.names = names;
    this.variables = variables;
    for (int k = 0; k < variables.length; k++) {
      MomentRings each = new MomentRings(neurons);
      each.addNumber();
      rings.add(each);
    }
  }

  /** Neurons that no rule follows. */
  public static PostSignals none() {
    return new PostSignals(0, List.of(), new int[0]);
  }

  /**
   * The signals that rules ask of a population.
   *
   * @param network which has been checked
   * @param population its index
   * @param neurons how many of its neurons lie in the partition
   */
  public static PostSignals of(Network network, int population, int neurons) {
    Set<String> asked = new LinkedHashSet<>();
    for (Projection projection : network.projections()) {
      if (projection.plasticity() != null
          && network.populationIndex(projection.target().population()) == population) {
        asked.addAll(PlasticRule.of(projection).rule().postsynapticSignals());
      }
    }
    List<String> known =
        asked.isEmpty()
            ? List.of()
            : Models.of(network.populations().get(population)).stateVariables().stream()
                .map(StateVariable::name)
                .toList();
    return new PostSignals(
        neurons, List.copyOf(asked), asked.stream().mapToInt(known::indexOf).toArray());
  }

  /**
   * What the signals of a neuron take [bytes], if they are never 0.
   *
   * @param count how many
   */
  public static double bytes(int count) {
    return count * (2.0 * RARELY * 2 * Double.BYTES + 2 * Integer.BYTES);
  }

  /** Whether no rule follows these neurons. */
  public boolean isEmpty() {
    return variables.length == 0;
  }

  /** Takes in synapses that follow these neurons. */
  void addTable(PlasticTable table) {
    tables.add(table);
  }

  /** The moments at which a signal is not 0, each with its value. */
  MomentRings of(String name) {
    return rings.get(names.indexOf(name));
  }

  /**
   * Takes note of a step, after its deliveries.
   *
   * @param step which has ended
   * @param source the neurons
   */
  public void add(long step, Neurons source) {
    for (int k = 0; k < variables.length; k++) {
      MomentRings each = rings.get(k);
      for (int neuron = 0; neuron < neurons; neuron++) {
        double value = source.read(variables[k], neuron, step);
        if (value != 0) {
          if (each.full(neuron)) {
            makeRoom(each, step);
          }
          int place = each.add(neuron, step);
          each.numbers(0)[place] = value;
        }
      }
    }
  }

  /** Forgets what no synapse needs any more. */
  public void forget() {
    rings.forEach(each -> each.forget(PlasticTable.neededAfter(tables)));
  }

  /** How many signals are kept. */
  int count() {
    return rings.size();
  }

  /** Carries the moments of a neuron. */
  void carry(int neuron, StateCarrier carrier) {
    rings.forEach(each -> each.carry(neuron, carrier));
  }

  private void makeRoom(MomentRings full, long step) {
    if (!full.forget(PlasticTable.neededAfter(tables))) {
      return;
    }
    if (step - lastSweep >= RARELY) {
      lastSweep = step;
      tables.forEach(table -> table.settle(step));
    }
    if (full.forget(PlasticTable.neededAfter(tables))) {
      full.grow();
    }
  }
}
