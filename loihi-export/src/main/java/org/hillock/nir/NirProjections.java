package org.hillock.nir;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.Wiring;
import org.hillock.format.FormatException;
import org.hillock.hdf5.Hdf5File;
import org.hillock.model.GridTime;
import org.hillock.network.DelayBounds;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;

/**
 * Projections as Linear and Delay nodes. Weights of synapses between the same two neurons are added
 * up. A delay that is the same for all synapses of a target stands behind the matrix, one that is
 * the same for all of a source before it; other delays have no place in NIR.
 */
final class NirProjections {

  /** Copies of a weight that are there at once, at most. */
  private static final long BYTES_PER_WEIGHT = 5 * Double.BYTES;

  private final Network network;
  private final NirStep dt;
  private final double step;
  private final long seed;
  private final RandomStream stream;
  private final IntList drawn = new IntList();

  NirProjections(Network network, NirStep dt, long seed) {
    this.network = network;
    this.dt = dt;
    this.step = dt.ms();
    this.seed = seed;
    this.stream = new RandomStream(seed);
    checkSize();
  }

  private void checkSize() {
    long weights = 0;
    for (Projection projection : network.projections()) {
      long rows = network.population(projection.target().population()).size();
      long columns = network.population(projection.source().population()).size();
      weights += rows * columns;
      if (rows * columns > Hdf5File.MOST_ELEMENTS) {
        throw tooLarge("synapses." + projection.name(), rows * columns);
      }
    }
    if (weights * BYTES_PER_WEIGHT > Runtime.getRuntime().maxMemory()) {
      throw tooLarge("synapses", weights);
    }
  }

  private static FormatException tooLarge(String where, long weights) {
    return new FormatException(
        where,
        String.format(
            Locale.ROOT,
            "NIR has a weight for every pair of neurons, %,d here, which is %.1f GiB",
            weights,
            weights * (double) Double.BYTES / (1L << 30)),
        "smaller populations");
  }

  /** Adds the nodes of one projection. */
  void add(int index, NirDraft draft) {
    Projection projection = network.projections().get(index);
    String where = "synapses." + projection.name();
    Population source = network.population(projection.source().population());
    Population target = network.population(projection.target().population());
    if (NirSenders.sends(target)) {
      draft.warn(where, "left out, since " + target.model() + " does not react to spikes");
      return;
    }
    if (source.lesion() != null && source.lesion().count() > 0) {
      throw new FormatException(
          "neurons." + source.name() + ".lesion",
          "neurons that are dead, of which NIR knows none",
          "the same without lesion");
    }
    if (projection.rewiring() != null) {
      throw new FormatException(
          where,
          "synapses that form and vanish, of which NIR knows none",
          "the same without structural, with the wiring that the rule makes");
    }
    if (projection.plasticity() != null) {
      draft.warn(where, "NIR has no plasticity; the weights are those at the start");
    }
    int columns = source.size();
    double[] factors = NirNeurons.weightFactors(network, target, dt, seed);
    double[] matrix = new double[target.size() * columns];
    DelayBounds bounds = DelayBounds.of(network, projection);
    double[] each = new double[bounds.min() < bounds.max() ? matrix.length : 0];
    Delays delays = new Delays(target.size(), columns);
    Wiring wiring = new Wiring(network, index, seed);
    double[] weights = new double[0];
    double[] times = new double[0];
    for (int i = 0; i < projection.target().size(); i++) {
      wiring.sources(i, stream, drawn);
      int count = drawn.size();
      if (count > weights.length) {
        weights = new double[2 * count];
        times = new double[2 * count];
      }
      wiring.weights(i, drawn, stream, weights);
      wiring.delays(i, drawn, stream, times);
      int row = projection.target().from() + i;
      for (int k = 0; k < count; k++) {
        int column = projection.source().from() + drawn.get(k);
        matrix[row * columns + column] += weights[k] * factors[row];
        long steps = Math.max(1, GridTime.index(times[k], step));
        delays.add(row, column, steps);
        if (each.length > 0) {
          each[row * columns + column] = GridTime.time(steps, step);
        }
      }
    }
    String name = draft.name(projection.name());
    NirMetadata metadata = NirMetadata.NONE;
    if (delays.scattered()) {
      draft.warn(
          where + ".delay",
          "NIR has no delay for each synapse; the Delay node has the mean, the metadata of the"
              + " Linear node all of them (delay_ms)");
      metadata = metadata.with("delay_ms", NirArray.owning(List.of(target.size(), columns), each));
    }
    draft.put(
        name,
        new NirNode.Linear(NirArray.owning(List.of(target.size(), columns), matrix), metadata));
    String delay = draft.name(name + "_delay");
    draft.put(delay, new NirNode.Delay(seconds(delays), NirMetadata.NONE));
    String from = NirDraft.inFile(source.name());
    String to = NirDraft.inFile(target.name());
    if (delays.bySource()) {
      draft.edge(from, delay);
      draft.edge(delay, name);
      draft.edge(name, to);
    } else {
      draft.edge(from, name);
      draft.edge(name, delay);
      draft.edge(delay, to);
    }
  }

  private NirArray seconds(Delays delays) {
    return NirArray.of(
        Arrays.stream(delays.steps())
            .mapToDouble(steps -> GridTime.time(steps, step) / 1000)
            .toArray());
  }

  /** Which delays there are, in steps, and what they depend on. */
  private static final class Delays {

    private final long[] ofTarget;
    private final long[] ofSource;
    private boolean byTarget = true;
    private boolean bySource = true;
    private long least = Long.MAX_VALUE;
    private long sum;
    private long count;

    Delays(int targets, int sources) {
      ofTarget = new long[targets];
      ofSource = new long[sources];
    }

    void add(int target, int source, long steps) {
      byTarget &= ofTarget[target] == 0 || ofTarget[target] == steps;
      bySource &= ofSource[source] == 0 || ofSource[source] == steps;
      ofTarget[target] = steps;
      ofSource[source] = steps;
      least = Math.min(least, steps);
      sum += steps;
      count++;
    }

    boolean scattered() {
      return !byTarget && !bySource;
    }

    boolean bySource() {
      return bySource && !byTarget;
    }

    /** The delay of each source or target; what has no synapse has the shortest. */
    long[] steps() {
      long[] steps = bySource() ? ofSource.clone() : ofTarget.clone();
      long mean = count == 0 ? 1 : Math.round((double) sum / count);
      for (int i = 0; i < steps.length; i++) {
        if (scattered()) {
          steps[i] = mean;
        } else if (steps[i] == 0) {
          steps[i] = least == Long.MAX_VALUE ? 1 : least;
        }
      }
      return steps;
    }
  }
}
