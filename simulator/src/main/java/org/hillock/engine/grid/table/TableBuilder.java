package org.hillock.engine.grid.table;

import java.util.Arrays;
import java.util.List;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.ProjectionSynapses;
import org.hillock.engine.wiring.TablePlan;
import org.hillock.engine.wiring.WeightQuanta;
import org.hillock.engine.wiring.WeightQuanta.Rounding;
import org.hillock.model.GridTime;
import org.hillock.model.NeuronModel;
import org.hillock.model.PlasticWeights;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Builds the table of synapses of one plan for one partition.
 *
 * <p>The sources of every target are drawn twice from the same keyed stream: first to count the
 * synapses of each source, then to put each synapse into its source's row, by way of a {@link
 * SynapseStage}; then each row is sorted by slot, stably. Nothing but the final arrays and the
 * slots is ever allocated in full.
 *
 * <p>Used by one thread.
 */
public final class TableBuilder {

  private static final int MAX_SLOT = Character.MAX_VALUE;

  /** A little less than an array may have, so that places some lines ahead are still ints. */
  private static final int MAX_ARRAY = Integer.MAX_VALUE - 1024;

  private final List<? extends ProjectionSynapses> wirings;
  private final WeightQuanta quanta;
  private final List<NeuronModel> models;
  private final Partitioning partitioning;
  private final int partition;
  private final int receptorBits;

  /** A slot has 16 bits: what receptors take is not there for delays [steps]. */
  private final int longestDelay;

  private final double step;
  private final RandomStream stream;
  private final BuildSpace space = BuildSpace.ofThread();

  /**
   * @param wirings all projections of the network
   * @param quanta of weights drawn at random
   * @param models model of each projection's target population
   * @param partitioning how neurons are cut
   * @param partition which partition to build for
   * @param receptors most receptors of any model of the network, at least 1
   * @param step grid step [ms]
   * @param seed the run's seed
   */
  public TableBuilder(
      List<? extends ProjectionSynapses> wirings,
      WeightQuanta quanta,
      List<NeuronModel> models,
      Partitioning partitioning,
      int partition,
      int receptors,
      double step,
      long seed) {
    this.wirings = wirings;
    this.quanta = quanta;
    this.models = models;
    this.partitioning = partitioning;
    this.partition = partition;
    this.receptorBits = 32 - Integer.numberOfLeadingZeros(receptors - 1);
    this.step = step;
    this.stream = new RandomStream(seed);
    this.longestDelay = Math.min(RunSettings.MAX_DELAY_STEPS, MAX_SLOT >> receptorBits);
  }

  /**
   * Builds one table.
   *
   * @param plan what it holds
   * @param sourceSize size of the source population
   * @param populationOf index of each projection's target population
   */
  public BuiltTable build(TablePlan plan, int sourceSize, int[] populationOf) {
    int[] start = countRows(plan, sourceSize, populationOf);
    int total = start[sourceSize];
    TableRows rows = TableRows.of(plan.storage(), total, space.slots(total));
    space.stage.begin(rows, space.next(start));
    for (int projection : plan.projections()) {
      place(wirings.get(projection), plan, populationOf[projection]);
    }
    space.stage.flush();
    for (int source = 0; source < sourceSize; source++) {
      space.sorter.sort(rows, start[source], start[source + 1]);
    }
    int minSlot = MAX_SLOT;
    int maxSlot = 0;
    for (int source = 0; source < sourceSize; source++) {
      if (start[source + 1] > start[source]) {
        minSlot = Math.min(minSlot, rows.slots()[start[source]]);
        maxSlot = Math.max(maxSlot, rows.slots()[start[source + 1] - 1]);
      }
    }
    SegmentIndex index = new SegmentIndex(receptorBits, start, rows.slots());
    return new BuiltTable(
        plan,
        index,
        rows.targets(),
        rows.words(),
        rows.exact(),
        total == 0 ? 1 : index.delay(minSlot),
        total == 0 ? 1 : index.delay(maxSlot));
  }

  /** Number of synapses of each source, accumulated. */
  private int[] countRows(TablePlan plan, int sourceSize, int[] populationOf) {
    int[] start = new int[sourceSize + 1];
    long total = 0;
    for (int projection : plan.projections()) {
      ProjectionSynapses wiring = wirings.get(projection);
      int shift = wiring.source().from() + 1;
      int to = lastTarget(wiring, populationOf[projection]);
      for (int target = firstTarget(wiring, populationOf[projection]); target < to; target++) {
        wiring.sources(target, stream, space.sources);
        int[] drawn = space.sources.array();
        int count = space.sources.size();
        total += count;
        checkTotal(wiring, total);
        for (int i = 0; i < count; i++) {
          start[drawn[i] + shift]++;
        }
      }
    }
    for (int i = 1; i <= sourceSize; i++) {
      start[i] += start[i - 1];
    }
    return start;
  }

  /** Partitions are cut so that this does not happen, unless one neuron has that many synapses. */
  private static void checkTotal(ProjectionSynapses wiring, long total) {
    if (total > MAX_ARRAY) {
      throw new InvalidNetworkException(
          "synapses." + wiring.projection().name(),
          "more than " + MAX_ARRAY + " synapses onto a few neurons of one partition",
          "fewer synapses a neuron");
    }
  }

  private void place(ProjectionSynapses wiring, TablePlan plan, int population) {
    int local =
        partitioning.place(population, partition)
            - partitioning.from(population, partition)
            + wiring.target().from();
    Projection projection = wiring.projection();
    boolean constantDelay =
        projection.conduction() == null
            && !projection.rule().hasDelays()
            && projection.delay().constant();
    int delay = constantDelay ? delaySteps(wiring, projection.delay().min()) : 0;
    Rounding rounding =
        plan.storage() == TablePlan.Storage.QUANTA ? quanta.rounding(projection) : null;
    double[] weights = space.weights(1);
    double[] delays = space.delays(1);
    NeuronModel model = models.get(wiring.index());
    PlasticWeights plastic = PlasticWeights.of(projection);
    int to = lastTarget(wiring, population);
    for (int target = firstTarget(wiring, population); target < to; target++) {
      wiring.sources(target, stream, space.sources);
      int count = space.sources.size();
      if (weights.length < count || delays.length < count) {
        weights = space.weights(count);
        delays = space.delays(count);
      }
      if (plan.storage().oneWeight()) {
        Arrays.fill(weights, 0, count, projection.weight().min());
      } else {
        wiring.weights(target, space.sources, stream, weights);
      }
      if (!constantDelay) {
        wiring.delays(target, space.sources, stream, delays);
        toSteps(wiring, delays, count);
      } else {
        Arrays.fill(delays, 0, count, delay);
      }
      stage(wiring, model, plastic, rounding, local + target, weights, delays);
    }
  }

  /**
   * Adds the synapses of one target, whose sources have been drawn. A weight that changes may be 0
   * now, so it is the rule that knows the receptor.
   */
  private void stage(
      ProjectionSynapses wiring,
      NeuronModel model,
      @Nullable PlasticWeights plastic,
      @Nullable Rounding rounding,
      int local,
      double[] weights,
      double[] delaySteps) {
    SynapseStage stage = space.stage;
    IntList drawn = space.sources;
    String receptor = wiring.projection().receptor();
    int shift = wiring.source().from();
    for (int from = 0; from < drawn.size(); ) {
      int count = Math.min(drawn.size() - from, stage.room());
      int at = stage.size();
      int[] sources = stage.sources;
      char[] slots = stage.slots;
      int[] values = drawn.array();
      for (int i = 0; i < count; i++) {
        sources[at + i] = values[from + i] + shift;
      }
      Arrays.fill(stage.targets, at, at + count, (char) local);
      for (int i = 0; i < count; i++) {
        slots[at + i] = (char) ((int) delaySteps[from + i] << receptorBits);
      }
      if (receptorBits > 0) {
        for (int i = 0; i < count; i++) {
          double sign = plastic == null ? weights[from + i] : plastic.sign(weights[from + i]);
          slots[at + i] |= (char) model.description().receptor(receptor, sign);
        }
      }
      stage.add(weights, rounding, from, count);
      from += count;
    }
  }

  /** Turns delays [ms] into steps, in place. */
  private void toSteps(ProjectionSynapses wiring, double[] delays, int count) {
    boolean allowed = true;
    for (int i = 0; i < count; i++) {
      double steps = GridTime.index(delays[i], step);
      allowed &= steps >= 1 && steps <= longestDelay;
      if (!allowed) {
        throw forbidden(wiring, delays[i]);
      }
      delays[i] = steps;
    }
  }

  private int delaySteps(ProjectionSynapses wiring, double delay) {
    long steps = GridTime.index(delay, step);
    if (steps < 1 || steps > longestDelay) {
      throw forbidden(wiring, delay);
    }
    return (int) steps;
  }

  private InvalidNetworkException forbidden(ProjectionSynapses wiring, double delay) {
    return new InvalidNetworkException(
        "synapses." + wiring.projection().name() + ".delay",
        delay + " ms",
        "from one step, " + step + " ms, to " + GridTime.time(longestDelay, step) + " ms");
  }

  private int firstTarget(ProjectionSynapses wiring, int population) {
    return Math.max(0, partitioning.from(population, partition) - wiring.target().from());
  }

  private int lastTarget(ProjectionSynapses wiring, int population) {
    return Math.min(
        wiring.target().size(), partitioning.to(population, partition) - wiring.target().from());
  }
}
