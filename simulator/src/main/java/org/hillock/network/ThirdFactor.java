package org.hillock.network;

import org.jspecify.annotations.Nullable;

/**
 * A third neuron for some of the synapses of a projection, the primary one: where there is a
 * synapse from i to j, there is with a probability one from i to k and one from k to j, where k is
 * drawn uniformly from the pool of j (NEST's {@code TripartiteConnect}; so do astrocytes listen to
 * a synapse and act on its target, Jiang et al. 2025, PLOS Comput Biol 21:e1013503).
 *
 * <p>Each primary synapse is asked for itself, so that a pair that is connected twice may have two
 * third neurons, or twice the same. The synapses from i to k are a projection, {@link #in}, right
 * behind the primary one in the network; those from k to j, {@link #out}, are the next. {@link
 * Network} checks it.
 *
 * @param primary the rule of the primary projection
 * @param source its sources
 * @param target its targets
 * @param autapses whether it may connect a neuron to itself
 * @param multapses whether it may connect a pair more than once
 * @param pool whom the third neurons are drawn from, and how often
 */
public record ThirdFactor(
    ConnectionRule primary,
    NeuronRange source,
    NeuronRange target,
    boolean autapses,
    boolean multapses,
    ThirdPool pool) {

  /** What the name of a projection from sources to third neurons ends with. */
  public static final String IN = "third_in";

  /** What the name of a projection from third neurons to targets ends with. */
  public static final String OUT = "third_out";

  /**
   * The third factor of a projection.
   *
   * @throws InvalidNetworkException if its synapses do not stay where they are, or carry no spikes
   */
  public static ThirdFactor of(Projection primary, ThirdPool pool) {
    if (primary.rewiring() != null || primary.carries() != null) {
      throw new InvalidNetworkException(
          "synapses." + primary.name() + ".third_factor",
          "synapses that form and vanish, or carry signals",
          "synapses that stay, and carry spikes");
    }
    return new ThirdFactor(
        primary.rule(),
        primary.source(),
        primary.target(),
        primary.autapses(),
        primary.multapses(),
        pool);
  }

  /**
   * The synapses from the sources to third neurons.
   *
   * @param name that of the primary projection
   * @param weight in the unit of the third neurons
   * @param delay [ms]
   * @param receptor of the third neurons at which spikes arrive; null for the usual one
   */
  public Projection in(
      String name, Distribution weight, Distribution delay, @Nullable String receptor) {
    return projection(
        name + "." + IN, source, pool.third(), new ThirdIn(this), weight, delay, receptor);
  }

  /**
   * The synapses from third neurons to the targets.
   *
   * @param name that of the primary projection
   * @param weight in the unit of the targets
   * @param delay [ms]
   * @param receptor of the targets at which spikes arrive; null for the usual one
   */
  public Projection out(
      String name, Distribution weight, Distribution delay, @Nullable String receptor) {
    return projection(
        name + "." + OUT, pool.third(), target, new ThirdOut(this), weight, delay, receptor);
  }

  /** What is drawn of the primary projection: its pairs. */
  public Projection pairs() {
    Distribution none = Distribution.of(0);
    return new Projection(OUT, source, target, primary, none, none, autapses, multapses, null);
  }

  private static Projection projection(
      String name,
      NeuronRange from,
      NeuronRange to,
      ConnectionRule rule,
      Distribution weight,
      Distribution delay,
      @Nullable String receptor) {
    return new Projection(
        name, from, to, rule, weight, delay, true, true, null, null, receptor, null, null);
  }

  /** Number of synapses to expect, on either side. */
  double expectedSynapses() {
    return pool.probability() * primary.expectedSynapses(source, target, autapses);
  }

  /** Whether random numbers decide which neurons are connected. */
  boolean random() {
    boolean chosen = pool.probability() < 1 || pool.size() > 1 || pool.drawn();
    return pool.probability() > 0 && (chosen || primary.random());
  }

  /** Whether they decide how many synapses there are. */
  boolean randomNumber() {
    return pool.probability() > 0 && (pool.probability() < 1 || primary.randomNumber());
  }

  /** More primary synapses than any target has. */
  double mostPrimary() {
    return primary.mostSources(source, target, autapses);
  }

  /** More synapses than any third neuron has from sources: all primary ones of its targets may. */
  double mostOntoThird() {
    double all = primary.expectedSynapses(source, target, autapses);
    if (primary.randomNumber()) {
      all += ConnectionRule.DEVIATIONS * Math.sqrt(all) + ConnectionRule.FEW;
    }
    double most = Math.min(all, pool.mostTargets(target.size()) * mostPrimary());
    double mean = most * pool.probability() / pool.size();
    return Math.min(most, mean + ConnectionRule.DEVIATIONS * Math.sqrt(mean) + ConnectionRule.FEW);
  }

  /**
   * Checks that the pools fit the targets.
   *
   * @param where what to blame
   */
  void check(String where) {
    if (primary.reverse() || primary.thirdFactor() != null) {
      throw new InvalidNetworkException(
          where + ".third_factor",
          "a third factor of " + primary.ruleName(),
          "synapses that do not follow those of another projection");
    }
    pool.check(where + ".third_factor", target.size());
  }

  /** Whether a projection is the primary one, or was, and has no synapses any more. */
  boolean follows(Projection projection) {
    boolean same =
        projection.source().equals(source)
            && projection.target().equals(target)
            && projection.autapses() == autapses
            && projection.multapses() == multapses
            && projection.rule().equals(primary);
    return same || projection.expectedSynapses() == 0;
  }
}
