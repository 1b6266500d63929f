package org.hillock.model;

import java.util.List;

/**
 * How the synapses of a projection change, with all parameters in place: what it needs to know of
 * spikes, declared, and what it does to a row of synapses when one arrives.
 *
 * <p>A trace jumps by 1 at each spike of its side and decays exponentially; the engine keeps them,
 * once a source and once a target, for all synapses and rules. What decays from the nearest spike
 * alone is no trace but {@link SynapseRow#preDecay} and {@link SynapseRow#postDecay}.
 *
 * <p>Immutable, and used by several threads at once.
 */
public interface SynapseRule {

  /** Time constants of the traces of presynaptic spikes [ms]. */
  default List<Double> presynapticTraces() {
    return List.of();
  }

  /** Time constants of the traces of postsynaptic spikes [ms]. */
  default List<Double> postsynapticTraces() {
    return List.of();
  }

  /**
   * What the spikes of all modulating neurons together leave behind; nothing where a rule knows no
   * third factor.
   */
  default List<ModulatorTrace> modulatorTraces() {
    return List.of();
  }

  /** What a synapse keeps besides its weight, by the names of the equations; all begin with 0. */
  default List<String> states() {
    return List.of();
  }

  /** Whether postsynaptic spikes change synapses at all. */
  default boolean heedsPostsynapticSpikes() {
    return true;
  }

  /**
   * State variables of the target neurons that the rule follows from step to step, by name: the
   * membrane potential, or what the neuron model makes of it. They are kept once a target, at the
   * ends of those steps at which they are not 0, so one that is 0 most of the time costs little. A
   * rule with signals runs on a grid alone.
   */
  default List<String> postsynapticSignals() {
    return List.of();
  }

  /**
   * How many numbers a source has which its own spikes alone change, so that they are the same for
   * all its synapses: what is left of a resource, for example.
   */
  default int sourceStates() {
    return 0;
  }

  /**
   * The numbers of a source that has never fired.
   *
   * @param source takes them
   * @param at where they begin
   */
  default void startSource(double[] source, int at) {}

  /**
   * Changes the numbers of a source that fires to what {@link SynapseRow#source} then tells.
   *
   * @param source has them
   * @param at where they begin
   * @param since time from its spike before [ms]; infinity for the first
   * @param time since the beginning of the run [ms]
   */
  default void atSourceSpike(double[] source, int at, double since, double time) {}

  /**
   * Whether a synapse transmits its weight; else what the rule writes into {@link
   * SynapseRow#transmitted}.
   */
  default boolean transmitsWeight() {
    return true;
  }

  /**
   * Whether a synapse draws random numbers when a presynaptic spike arrives, see {@link
   * SynapseRow#random}.
   */
  default boolean drawsNumbers() {
    return false;
  }

  /**
   * Whether the rule descends the gradient of a loss that its targets know, see {@link
   * SynapseRow#gradients}. Such a rule runs on a grid alone, and all its delays are one step.
   */
  default boolean descendsGradient() {
    return false;
  }

  /** Whether a postsynaptic spike changes synapses whose source has never fired. */
  default boolean heedsLonelyPostsynapticSpikes() {
    return false;
  }

  /**
   * Takes in the postsynaptic spikes that some synapses of one source have not seen yet, and then
   * the presynaptic spike that arrives, if one does:
   *
   * <pre>
   *   for (int synapse = row.from(); synapse &lt; row.to(); synapse++) {
   *     row.at(synapse);
   *     while (row.nextPost()) {
   *       … a postsynaptic spike, row.pre(trace) and row.post(trace) being those just before it
   *     }
   *     if (row.arrives()) {
   *       … the presynaptic spike, row.pre(trace) and row.post(trace) being those just before it
   *     }
   *   }
   * </pre>
   *
   * <p>A rule with a third factor goes from spike to spike by {@link SynapseRow#nextSpike}.
   *
   * <p>Postsynaptic signals are taken in like postsynaptic spikes, by {@link
   * SynapseRow#nextSignal}.
   *
   * <p>When spikes are taken in must make no difference: a row may be brought up to a moment at any
   * time, and synapses are only ever told of each spike once.
   */
  void update(SynapseRow row);
}
