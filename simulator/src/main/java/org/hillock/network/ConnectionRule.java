package org.hillock.network;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which pairs of source and target neuron are connected. The names are those of NEST and PyNN.
 *
 * <p>Indices in {@link Explicit} count from the start of the projection's ranges.
 *
 * <p>A rule says itself what can be said of any of them. Who must do another thing for each, as who
 * draws synapses must, gives {@link #accept} its {@link Cases}: a rule that is added is then
 * missing there, and the compiler says so.
 */
public sealed interface ConnectionRule
    permits ConnectionRule.OneToOne,
        ConnectionRule.AllToAll,
        ConnectionRule.FixedIndegree,
        ConnectionRule.FixedOutdegree,
        FixedTotalNumber,
        ConnectionRule.Explicit,
        Pairwise,
        WattsStrogatz,
        Reversed,
        ThirdIn,
        ThirdOut {

  /** A number that is drawn is not so many standard deviations above its mean. */
  double DEVIATIONS = 12;

  /** And if the mean is small, not so many above it. */
  double FEW = 64;

  /**
   * What to do with each rule.
   *
   * @param <R> what comes of it
   */
  interface Cases<R extends @Nullable Object> {

    /** Neuron i to neuron i. */
    R oneToOne(OneToOne rule);

    /** Every neuron to every neuron. */
    R allToAll(AllToAll rule);

    /** As many sources for each target. */
    R fixedIndegree(FixedIndegree rule);

    /** As many targets for each source. */
    R fixedOutdegree(FixedOutdegree rule);

    /** So many synapses in all. */
    R fixedTotalNumber(FixedTotalNumber rule);

    /** Each pair with a probability. */
    R pairwiseBernoulli(PairwiseBernoulli rule);

    /** Each pair so many times on average. */
    R pairwisePoisson(PairwisePoisson rule);

    /** A ring of neighbours, some of whose connections lead elsewhere. */
    R wattsStrogatz(WattsStrogatz rule);

    /** The synapses of the projection before it in the other direction. */
    R reversed(Reversed rule);

    /** From the sources of a projection before it to third neurons. */
    R thirdIn(ThirdIn rule);

    /** From third neurons to the targets of a projection before it. */
    R thirdOut(ThirdOut rule);

    /** Synapses listed one by one. */
    R explicit(Explicit rule);
  }

  /** The rule's name in scenario files. */
  String ruleName();

  /** Does what is to be done with this rule. */
  <R extends @Nullable Object> R accept(Cases<R> cases);

  /** Whether random numbers decide which pairs are connected. */
  boolean random();

  /** Whether they decide how many synapses there are, too. */
  default boolean randomNumber() {
    return false;
  }

  /** The synapses one by one, if that is how they are described; else null. */
  default @Nullable Explicit listed() {
    return null;
  }

  /** Whether every synapse has a weight of its own, in place of the projection's. */
  default boolean hasWeights() {
    return false;
  }

  /** Whether every synapse has a delay of its own, in place of the projection's. */
  default boolean hasDelays() {
    return false;
  }

  /**
   * The pairs one by one, where they are soon known: few, and not drawn; else null.
   *
   * @param autapses whether a neuron may connect to itself
   */
  default @Nullable Pairs pairs(NeuronRange source, NeuronRange target, boolean autapses) {
    return null;
  }

  /** Whether its synapses are those of the projection before it in the other direction. */
  default boolean reverse() {
    return false;
  }

  /** The third factor whose synapses these are, of a projection before it; null for others. */
  default @Nullable ThirdFactor thirdFactor() {
    return null;
  }

  /** How places of neurons say who is connected, or null if they do not. */
  default @Nullable Reach reach() {
    return null;
  }

  /**
   * The same rule among those who are near each other. What the profile gives is a probability, a
   * mean number, or, where the number of partners is fixed, their relative chance.
   *
   * @throws InvalidNetworkException if this rule heeds no places
   */
  default ConnectionRule within(Reach reach) {
    throw new InvalidNetworkException(
        "rule", ruleName() + " by places", "a rule that heeds places, such as pairwise_bernoulli");
  }

  /** More synapses than any target has: no draw will give so many. */
  default double mostSources(NeuronRange source, NeuronRange target, boolean autapses) {
    double expected = expectedSynapses(source, target, autapses);
    if (!random()) {
      return Math.min(expected, Integer.MAX_VALUE);
    }
    double each = expected / target.size();
    return each + DEVIATIONS * Math.sqrt(each) + FEW;
  }

  /**
   * Synapses to expect: exact where {@link #randomNumber} does not say that chance decides, there
   * the mean.
   */
  double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses);

  /**
   * Checks that the rule can be satisfied.
   *
   * @throws InvalidNetworkException saying what is in the way
   */
  default void check(
      String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {}

  /** Neuron i to neuron i; both ranges have the same size. */
  record OneToOne() implements ConnectionRule {
    @Override
    public String ruleName() {
      return "one_to_one";
    }

    @Override
    public <R extends @Nullable Object> R accept(Cases<R> cases) {
      return cases.oneToOne(this);
    }

    @Override
    public boolean random() {
      return false;
    }

    @Override
    public Pairs pairs(NeuronRange source, NeuronRange target, boolean autapses) {
      return new Pairs.Alike((int) expectedSynapses(source, target, autapses));
    }

    @Override
    public double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
      boolean self = source.equals(target) && !autapses;
      return self ? 0 : source.size();
    }

    @Override
    public void check(
        String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
      if (source.size() != target.size()) {
        throw new InvalidNetworkException(
            where + ".rule",
            "one_to_one from " + source.size() + " to " + target.size() + " neurons",
            "ranges of equal size");
      }
    }
  }

  /** Every neuron to every neuron. */
  record AllToAll() implements ConnectionRule {
    @Override
    public String ruleName() {
      return "all_to_all";
    }

    @Override
    public <R extends @Nullable Object> R accept(Cases<R> cases) {
      return cases.allToAll(this);
    }

    @Override
    public boolean random() {
      return false;
    }

    @Override
    public double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
      return (double) source.size() * target.size() - (autapses ? 0 : source.shared(target));
    }
  }

  /**
   * Each target draws the same number of sources, uniformly.
   *
   * @param indegree synapses per target neuron
   * @param reach among which sources, and with what relative chance; null for all alike
   */
  record FixedIndegree(int indegree, @Nullable Reach reach) implements ConnectionRule {

    /** Wherever they are. */
    public FixedIndegree(int indegree) {
      this(indegree, null);
    }

    @Override
    public ConnectionRule within(Reach near) {
      return new FixedIndegree(indegree, near);
    }

    @Override
    public String ruleName() {
      return "fixed_indegree";
    }

    @Override
    public <R extends @Nullable Object> R accept(Cases<R> cases) {
      return cases.fixedIndegree(this);
    }

    @Override
    public boolean random() {
      return true;
    }

    @Override
    public double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
      return (double) indegree * target.size();
    }

    @Override
    public void check(
        String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
      Partners.checkDegree(
          where + ".indegree", indegree, source, target, autapses, multapses, source);
      if (reach != null) {
        Partners.checkNear(
            where + ".indegree", indegree, source, target, autapses, multapses, reach, false);
      }
    }
  }

  /**
   * Each source draws the same number of targets, uniformly.
   *
   * @param outdegree synapses per source neuron
   * @param reach among which targets, and with what relative chance; null for all alike
   */
  record FixedOutdegree(int outdegree, @Nullable Reach reach) implements ConnectionRule {

    /** Wherever they are. */
    public FixedOutdegree(int outdegree) {
      this(outdegree, null);
    }

    @Override
    public ConnectionRule within(Reach near) {
      return new FixedOutdegree(outdegree, near);
    }

    @Override
    public String ruleName() {
      return "fixed_outdegree";
    }

    @Override
    public <R extends @Nullable Object> R accept(Cases<R> cases) {
      return cases.fixedOutdegree(this);
    }

    @Override
    public boolean random() {
      return true;
    }

    @Override
    public double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
      return (double) outdegree * source.size();
    }

    @Override
    public double mostSources(NeuronRange source, NeuronRange target, boolean autapses) {
      return reach == null
          ? ConnectionRule.super.mostSources(source, target, autapses)
          : expectedSynapses(source, target, autapses);
    }

    @Override
    public void check(
        String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
      Partners.checkDegree(
          where + ".outdegree", outdegree, source, target, autapses, multapses, target);
      if (reach != null) {
        Partners.checkNear(
            where + ".outdegree", outdegree, source, target, autapses, multapses, reach, true);
      }
    }
  }

  /**
   * The synapses are listed one by one, with their own weights and delays where given. Autapses and
   * multapses are as listed.
   */
  final class Explicit implements ConnectionRule, Pairs {

    private final int[] sources;
    private final int[] targets;
    private final double @Nullable [] weights;
    private final double @Nullable [] delays;

    /**
     * @param sources index of each synapse's source within the source range
     * @param targets index of each synapse's target within the target range
     * @param weights a weight for each synapse, or null to use the projection's distribution
     * @param delays a delay [ms] for each synapse, or null to use the projection's distribution
     */
    public Explicit(
        int[] sources, int[] targets, double @Nullable [] weights, double @Nullable [] delays) {
      if (sources.length != targets.length
          || (weights != null && weights.length != sources.length)
          || (delays != null && delays.length != sources.length)) {
        throw new InvalidNetworkException(
            "edges",
            "columns of different length",
            "as many targets, weights and delays as sources");
      }
      this.sources = sources.clone();
      this.targets = targets.clone();
      this.weights = weights == null ? null : weights.clone();
      this.delays = delays == null ? null : delays.clone();
    }

    /** Number of synapses. */
    @Override
    public int size() {
      return sources.length;
    }

    /** Source of a synapse, within the source range. */
    @Override
    public int source(int synapse) {
      return sources[synapse];
    }

    /** Target of a synapse, within the target range. */
    @Override
    public int target(int synapse) {
      return targets[synapse];
    }

    @Override
    public boolean hasWeights() {
      return weights != null;
    }

    @Override
    public boolean hasDelays() {
      return delays != null;
    }

    /** Weight of a synapse; only if {@link #hasWeights()}. */
    public double weight(int synapse) {
      return Objects.requireNonNull(weights)[synapse];
    }

    /** Delay of a synapse [ms]; only if {@link #hasDelays()}. */
    public double delay(int synapse) {
      return Objects.requireNonNull(delays)[synapse];
    }

    @Override
    public String ruleName() {
      return "explicit";
    }

    @Override
    public <R extends @Nullable Object> R accept(Cases<R> cases) {
      return cases.explicit(this);
    }

    @Override
    public boolean random() {
      return false;
    }

    @Override
    public Explicit listed() {
      return this;
    }

    /** As listed, autapses too. */
    @Override
    public Pairs pairs(NeuronRange source, NeuronRange target, boolean autapses) {
      return this;
    }

    @Override
    public double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
      return sources.length;
    }

    @Override
    public void check(
        String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
      for (int i = 0; i < sources.length; i++) {
        if (sources[i] < 0 || sources[i] >= source.size()) {
          throw new InvalidNetworkException(
              where + ".edges", "source " + sources[i], "0 to " + (source.size() - 1));
        }
        if (targets[i] < 0 || targets[i] >= target.size()) {
          throw new InvalidNetworkException(
              where + ".edges", "target " + targets[i], "0 to " + (target.size() - 1));
        }
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Explicit that
          && Arrays.equals(sources, that.sources)
          && Arrays.equals(targets, that.targets)
          && Arrays.equals(weights, that.weights)
          && Arrays.equals(delays, that.delays);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(sources) + Arrays.hashCode(targets);
    }

    @Override
    public String toString() {
      return sources.length + " listed edges";
    }
  }
}
