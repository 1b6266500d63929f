package org.hillock.nir;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.NeuronRange;
import org.hillock.network.Projection;

/** Lists of synapses as projections: by the name of a rule where they follow one. */
final class SynapseLists {

  private SynapseLists() {}

  /**
   * The projection of a list.
   *
   * @param targets ascending
   */
  static Projection projection(
      String name,
      NeuronRange source,
      NeuronRange target,
      int[] sources,
      int[] targets,
      double[] weights,
      double[] delays) {
    boolean oneWeight = same(weights);
    boolean oneDelay = same(delays);
    ConnectionRule rule;
    if (oneWeight && oneDelay && eachToItsOwn(source, target, sources, targets)) {
      rule = new ConnectionRule.OneToOne();
    } else if (oneWeight && oneDelay && eachToAll(source, target, sources, targets)) {
      rule = new ConnectionRule.AllToAll();
    } else {
      rule =
          new ConnectionRule.Explicit(
              sources, targets, oneWeight ? null : weights, oneDelay ? null : delays);
    }
    return new Projection(
        name,
        source,
        target,
        rule,
        Distribution.of(oneWeight ? weights[0] : 0),
        Distribution.of(oneDelay ? delays[0] : Arrays.stream(delays).min().orElseThrow()),
        true,
        true,
        null);
  }

  private static boolean same(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  private static boolean eachToItsOwn(
      NeuronRange source, NeuronRange target, int[] sources, int[] targets) {
    if (source.size() != target.size() || sources.length != source.size()) {
      return false;
    }
    return IntStream.range(0, sources.length).allMatch(i -> sources[i] == i && targets[i] == i);
  }

  private static boolean eachToAll(
      NeuronRange source, NeuronRange target, int[] sources, int[] targets) {
    int n = source.size();
    return sources.length == (long) n * target.size()
        && IntStream.range(0, sources.length)
            .allMatch(i -> sources[i] == i % n && targets[i] == i / n);
  }
}
