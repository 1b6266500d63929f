package org.hillock.network;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which pairs of source and target neuron are connected. The names are those of NEST and PyNN.
 *
 * <p>Indices in {@link Explicit} count from the start of the projection's ranges.
 */
public sealed interface ConnectionRule {

  /** The rule's name in scenario files. */
  String ruleName();

  /** Synapses to expect: exact for every rule but pairwise_bernoulli, there the mean. */
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
    public double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
      return (double) source.size() * target.size() - (autapses ? 0 : overlap(source, target));
    }
  }

  /**
   * Each target draws the same number of sources, uniformly.
   *
   * @param indegree synapses per target neuron
   */
  record FixedIndegree(int indegree) implements ConnectionRule {
    @Override
    public String ruleName() {
      return "fixed_indegree";
    }

    @Override
    public double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
      return (double) indegree * target.size();
    }

    @Override
    public void check(
        String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
      checkDegree(where + ".indegree", indegree, source, target, autapses, multapses, source);
    }
  }

  /**
   * Each source draws the same number of targets, uniformly.
   *
   * @param outdegree synapses per source neuron
   */
  record FixedOutdegree(int outdegree) implements ConnectionRule {
    @Override
    public String ruleName() {
      return "fixed_outdegree";
    }

    @Override
    public double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
      return (double) outdegree * source.size();
    }

    @Override
    public void check(
        String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
      checkDegree(where + ".outdegree", outdegree, source, target, autapses, multapses, target);
    }
  }

  /**
   * So many synapses, each with source and target drawn uniformly.
   *
   * @param total synapses in all
   */
  record FixedTotalNumber(long total) implements ConnectionRule {
    @Override
    public String ruleName() {
      return "fixed_total_number";
    }

    @Override
    public double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
      return total;
    }

    @Override
    public void check(
        String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
      if (total < 0) {
        throw new InvalidNetworkException(where + ".total", Long.toString(total), "0 or more");
      }
      double pairs =
          (double) source.size() * target.size() - (autapses ? 0 : overlap(source, target));
      if (total > 0 && pairs == 0) {
        throw new InvalidNetworkException(
            where + ".total", total + " synapses", "0, since no pair is allowed without autapses");
      }
      if (!multapses && total > pairs) {
        throw new InvalidNetworkException(
            where + ".total",
            total + " synapses",
            "at most " + (long) pairs + " distinct pairs, or multapses: true");
      }
    }
  }

  /**
   * Each pair is connected, once, with the same probability.
   *
   * @param probability from 0 to 1
   */
  record PairwiseBernoulli(double probability) implements ConnectionRule {
    @Override
    public String ruleName() {
      return "pairwise_bernoulli";
    }

    @Override
    public double expectedSynapses(NeuronRange source, NeuronRange target, boolean autapses) {
      double pairs =
          (double) source.size() * target.size() - (autapses ? 0 : overlap(source, target));
      return probability * pairs;
    }

    @Override
    public void check(
        String where, NeuronRange source, NeuronRange target, boolean autapses, boolean multapses) {
      if (!(probability >= 0 && probability <= 1)) {
        throw new InvalidNetworkException(
            where + ".probability", Double.toString(probability), "a number from 0 to 1");
      }
    }
  }

  /**
   * The synapses are listed one by one, with their own weights and delays where given. Autapses and
   * multapses are as listed.
   */
  final class Explicit implements ConnectionRule {

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
    public int size() {
      return sources.length;
    }

    /** Source of a synapse, within the source range. */
    public int source(int synapse) {
      return sources[synapse];
    }

    /** Target of a synapse, within the target range. */
    public int target(int synapse) {
      return targets[synapse];
    }

    /** Whether the list gives weights. */
    public boolean hasWeights() {
      return weights != null;
    }

    /** Whether the list gives delays. */
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

  private static long overlap(NeuronRange source, NeuronRange target) {
    if (!source.population().equals(target.population())) {
      return 0;
    }
    return Math.max(0, Math.min(source.to(), target.to()) - Math.max(source.from(), target.from()));
  }

  private static void checkDegree(
      String where,
      int degree,
      NeuronRange source,
      NeuronRange target,
      boolean autapses,
      boolean multapses,
      NeuronRange drawnFrom) {
    if (degree < 0) {
      throw new InvalidNetworkException(where, Integer.toString(degree), "0 or more");
    }
    boolean selfExcluded = !autapses && overlap(source, target) > 0;
    int choices = drawnFrom.size() - (selfExcluded ? 1 : 0);
    if (degree > 0 && choices == 0) {
      throw new InvalidNetworkException(
          where, Integer.toString(degree), "0, since no pair is allowed without autapses");
    }
    if (!multapses && degree > choices) {
      throw new InvalidNetworkException(
          where,
          Integer.toString(degree),
          "at most " + choices + " distinct partners, or multapses: true");
    }
  }
}
