package org.hillock.model;

import org.hillock.random.RandomStream;

/**
 * Some synapses of one source, all of one delay, while a {@link SynapseRule} takes in spikes: their
 * weights and state, and a place among the spikes of both sides, in the order in which these reach
 * a synapse.
 *
 * <p>Traces and times are told as of the moment of that place: the postsynaptic spike that {@link
 * #nextPost} has found, or when it has found no more, the presynaptic spike that arrives. They
 * contain the spikes strictly before that moment, so spikes that reach the synapse together are not
 * paired.
 */
public interface SynapseRow {

  /** The first synapse. */
  int from();

  /** One past the last. */
  int to();

  /** The weights of all synapses of the projection; the rule changes those of the row. */
  double[] weights();

  /**
   * A number that each synapse keeps.
   *
   * @param k which, see {@link SynapseRule#states}
   */
  double[] state(int k);

  /** Whether a presynaptic spike arrives; if not, the synapses are only brought up to a moment. */
  boolean arrives();

  /**
   * A number of the source as of the presynaptic spike that arrives.
   *
   * @param k which, see {@link SynapseRule#sourceStates}
   */
  double source(int k);

  /**
   * Takes what each synapse of the row transmits, the first synapse first, where that is not its
   * weight.
   */
  double[] transmitted();

  /**
   * Random numbers of a synapse for the presynaptic spike that arrives, where {@link
   * SynapseRule#drawsNumbers}: each synapse and each spike of its source has up to 1024 words of
   * its own. Valid until it is asked for those of another.
   */
  RandomStream random(int synapse);

  /** Goes to a synapse, before the first postsynaptic spike that it has not seen. */
  void at(int synapse);

  /** Goes to the next postsynaptic spike that the synapse has not seen; false if there is none. */
  boolean nextPost();

  /**
   * Goes to the next postsynaptic spike that each synapse of the row has not seen, for all at once,
   * in place of {@link #at} and {@link #nextPost}: that is several times as fast, and for rules
   * that follow nothing but spikes of both sides.
   *
   * @return how many synapses have one; 0 when none has any more
   */
  int nextPosts();

  /** The synapses that {@link #nextPosts} has found, as many as it said. */
  int[] which();

  /** A presynaptic trace at each of the spikes that {@link #nextPosts} has found. */
  double[] pres(int trace);

  /**
   * A postsynaptic trace of every synapse of the row, the first synapse first, as of the
   * presynaptic spike that arrives, when {@link #nextPosts} finds no more.
   */
  double[] posts(int trace);

  /**
   * Room for numbers of a round, as many as it has synapses.
   *
   * @param which 0 or 1
   */
  double[] work(int which);

  /**
   * Goes to the next spike that the synapse has not seen, a postsynaptic one or one of a modulating
   * neuron; false if there is none. Of two that reach it together, that of the modulating neuron
   * comes first, and before a presynaptic one.
   */
  boolean nextSpike();

  /** Whether the spike that {@link #nextSpike} has found is of a modulating neuron. */
  boolean modulates();

  /**
   * A trace of the modulating neurons, which jumps by 1, right after the spike before of any side,
   * which is where {@link #elapsed} begins.
   */
  double modulator(int trace);

  /**
   * Goes to the next moment that the synapse has not seen at which a signal of its target is not 0;
   * false if there is none, and then to the presynaptic spike that arrives.
   *
   * @param k which signal, see {@link SynapseRule#postsynapticSignals}
   */
  boolean nextSignal(int k);

  /**
   * A signal of the target at the moment of the place: its value at the end of the step that
   * reaches the synapse at that moment.
   */
  double signal(int k);

  /** For how long a signal has its value: the step of the grid [ms]. */
  double step();

  /** What a rule is told that descends a gradient. */
  GradientRow gradients();

  /** A presynaptic trace; 0 before the first spike. */
  double pre(int trace);

  /** A postsynaptic trace; 0 before the first spike. */
  double post(int trace);

  /**
   * Time since the spike before, of either side or a modulating neuron, that this synapse has taken
   * in [ms], 0 or more; since the beginning of the run if there was none.
   */
  double elapsed();

  /**
   * What has been left of a trace of 1 since the presynaptic spike before; since the beginning of
   * the run if there was none, which NEST takes for one.
   */
  double preDecay(int trace);

  /** What has been left, since the postsynaptic spike before, of a trace of 1; 0 without one. */
  double postDecay(int trace);

  /** Whether the postsynaptic spike before, if any, is not after the presynaptic spike before. */
  boolean noPostSincePre();
}
