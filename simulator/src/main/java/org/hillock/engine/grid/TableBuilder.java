package org.hillock.engine.grid;

import java.util.Arrays;
import java.util.List;
import org.hillock.engine.GridTime;
import org.hillock.engine.Partitioning;
import org.hillock.engine.RunSettings;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.Wiring;
import org.hillock.model.NeuronModel;
import org.hillock.network.ConnectionRule;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;

/**
 * Builds the table of synapses of one plan for one partition.
 *
 * <p>The sources of every target are drawn twice from the same keyed stream: first to count the
 * synapses of each source, then to put each synapse into its source's row; then each row is sorted
 * by slot, stably. Nothing but the final arrays and the slots is ever allocated in full.
 *
 * <p>Used by one thread.
 */
final class TableBuilder {

  /** Rows shorter than this are sorted by insertion, longer ones by counting. */
  private static final int SHORT_ROW = 24;

  private static final int MAX_SLOT = Character.MAX_VALUE;

  private final List<Wiring> wirings;
  private final List<NeuronModel> models;
  private final Partitioning partitioning;
  private final int partition;
  private final int receptorBits;
  private final double step;
  private final RandomStream stream;
  private final IntList sources = new IntList();
  private double[] weights = new double[256];

  /** Slot of each synapse of the table being built; used again for the next. */
  private char[] slots = new char[0];

  private double[] delays = new double[256];

  /**
   * @param wirings all projections of the network
   * @param models model of each projection's target population
   * @param partitioning how neurons are cut
   * @param partition which partition to build for
   * @param receptors most receptors of any model of the network, at least 1
   * @param step grid step [ms]
   * @param seed the run's seed
   */
  TableBuilder(
      List<Wiring> wirings,
      List<NeuronModel> models,
      Partitioning partitioning,
      int partition,
      int receptors,
      double step,
      long seed) {
    this.wirings = wirings;
    this.models = models;
    this.partitioning = partitioning;
    this.partition = partition;
    this.receptorBits = 32 - Integer.numberOfLeadingZeros(receptors - 1);
    this.step = step;
    this.stream = new RandomStream(seed);
    if ((RunSettings.MAX_DELAY_STEPS + 1) << receptorBits > MAX_SLOT) {
      throw new IllegalArgumentException(receptors + " receptors leave no room for long delays");
    }
  }

  /**
   * Builds one table.
   *
   * @param plan what it holds
   * @param sourceSize size of the source population
   * @param populationOf index of each projection's target population
   */
  BuiltTable build(TablePlan plan, int sourceSize, int[] populationOf) {
    int[] start = countRows(plan, sourceSize, populationOf);
    int total = start[sourceSize];
    if (slots.length < total) {
      slots = new char[total];
    }
    Rows rows = new Rows(plan.storage(), total, slots);
    place(plan, start.clone(), rows, populationOf);
    SegmentIndex index = new SegmentIndex(receptorBits, start);
    RowSorter sorter = new RowSorter(rows);
    int minSlot = MAX_SLOT;
    int maxSlot = 0;
    for (int source = 0; source < sourceSize; source++) {
      int from = start[source];
      int to = start[source + 1];
      sorter.sort(from, to);
      index.append(source, rows.slots, from, to);
      if (to > from) {
        minSlot = Math.min(minSlot, rows.slots[from]);
        maxSlot = Math.max(maxSlot, rows.slots[to - 1]);
      }
    }
    index.trim();
    return new BuiltTable(
        plan,
        index,
        rows.targets,
        rows.single,
        rows.exact,
        total == 0 ? 1 : index.delay(minSlot),
        total == 0 ? 1 : index.delay(maxSlot));
  }

  /** Number of synapses of each source, accumulated. */
  private int[] countRows(TablePlan plan, int sourceSize, int[] populationOf) {
    int[] start = new int[sourceSize + 1];
    for (int projection : plan.projections()) {
      Wiring wiring = wirings.get(projection);
      int shift = wiring.source().from() + 1;
      int to = lastTarget(wiring, populationOf[projection]);
      for (int target = firstTarget(wiring, populationOf[projection]); target < to; target++) {
        wiring.sources(target, stream, sources);
        int[] drawn = sources.array();
        for (int i = 0; i < sources.size(); i++) {
          start[drawn[i] + shift]++;
        }
      }
    }
    for (int i = 1; i <= sourceSize; i++) {
      start[i] = Math.addExact(start[i], start[i - 1]);
    }
    return start;
  }

  private void place(TablePlan plan, int[] next, Rows rows, int[] populationOf) {
    for (int projection : plan.projections()) {
      Wiring wiring = wirings.get(projection);
      NeuronModel model = models.get(projection);
      int population = populationOf[projection];
      int shift = wiring.source().from();
      int local =
          partitioning.offset(population, partition)
              - partitioning.from(population, partition)
              + wiring.target().from();
      int constantDelay =
          wiring.projection().delay().constant()
              ? delaySteps(wiring, wiring.projection().delay().min())
              : 0;
      int to = lastTarget(wiring, population);
      for (int target = firstTarget(wiring, population); target < to; target++) {
        wiring.sources(target, stream, sources);
        int count = sources.size();
        drawValues(wiring, plan.storage(), target, count);
        int[] drawn = sources.array();
        for (int i = 0; i < count; i++) {
          double weight = weights[i];
          int delay =
              constantDelay > 0 && !listedDelays(wiring)
                  ? constantDelay
                  : delaySteps(wiring, delays[i]);
          int place = next[drawn[i] + shift]++;
          rows.targets[place] = (char) (local + target);
          rows.slots[place] = (char) (delay << receptorBits | model.receptorOf(weight));
          rows.setWeight(place, weight);
        }
      }
    }
  }

  private void drawValues(Wiring wiring, TablePlan.Storage storage, int target, int count) {
    if (count > weights.length) {
      weights = new double[count * 2];
      delays = new double[count * 2];
    }
    if (storage == TablePlan.Storage.CONSTANT) {
      Arrays.fill(weights, 0, count, wiring.projection().weight().min());
    } else {
      wiring.weights(target, count, stream, weights);
    }
    if (listedDelays(wiring) || !wiring.projection().delay().constant()) {
      wiring.delays(target, count, stream, delays);
    }
  }

  private static boolean listedDelays(Wiring wiring) {
    Projection projection = wiring.projection();
    return projection.rule() instanceof ConnectionRule.Explicit explicit && explicit.hasDelays();
  }

  private int delaySteps(Wiring wiring, double delay) {
    long steps = GridTime.index(delay, step);
    long most = RunSettings.MAX_DELAY_STEPS;
    if (steps < 1 || steps > most) {
      throw new InvalidNetworkException(
          "synapses." + wiring.projection().name() + ".delay",
          delay + " ms",
          "from one step, " + step + " ms, to " + GridTime.time(most, step) + " ms");
    }
    return (int) steps;
  }

  private int firstTarget(Wiring wiring, int population) {
    return Math.max(0, partitioning.from(population, partition) - wiring.target().from());
  }

  private int lastTarget(Wiring wiring, int population) {
    return Math.min(
        wiring.target().size(), partitioning.to(population, partition) - wiring.target().from());
  }

  /** The arrays of a table while it is being built. */
  private static final class Rows {
    final char[] targets;
    final char[] slots;
    final float[] single;
    final double[] exact;
    private final TablePlan.Storage storage;

    Rows(TablePlan.Storage storage, int total, char[] slots) {
      this.storage = storage;
      targets = new char[total];
      this.slots = slots;
      single = storage == TablePlan.Storage.SINGLE ? new float[total] : null;
      exact =
          storage == TablePlan.Storage.EXACT || storage == TablePlan.Storage.PLASTIC
              ? new double[total]
              : null;
    }

    void setWeight(int place, double weight) {
      switch (storage) {
        case CONSTANT -> {}
        case SINGLE -> single[place] = (float) weight;
        case EXACT, PLASTIC -> exact[place] = weight;
      }
    }
  }

  /** Sorts the synapses of one source by slot, keeping the order of equal slots. */
  private static final class RowSorter {
    private final Rows rows;
    private final int[] count = new int[MAX_SLOT + 2];
    private char[] targets = new char[256];
    private char[] slots = new char[256];
    private float[] single = new float[256];
    private double[] exact = new double[256];

    RowSorter(Rows rows) {
      this.rows = rows;
    }

    void sort(int from, int to) {
      if (to - from < SHORT_ROW) {
        insertionSort(from, to);
      } else {
        countingSort(from, to);
      }
    }

    private void insertionSort(int from, int to) {
      for (int i = from + 1; i < to; i++) {
        char slot = rows.slots[i];
        int j = i - 1;
        if (rows.slots[j] <= slot) {
          continue;
        }
        char target = rows.targets[i];
        float singleWeight = rows.single == null ? 0 : rows.single[i];
        double exactWeight = rows.exact == null ? 0 : rows.exact[i];
        for (; j >= from && rows.slots[j] > slot; j--) {
          rows.slots[j + 1] = rows.slots[j];
          rows.targets[j + 1] = rows.targets[j];
          if (rows.single != null) {
            rows.single[j + 1] = rows.single[j];
          } else if (rows.exact != null) {
            rows.exact[j + 1] = rows.exact[j];
          }
        }
        rows.slots[j + 1] = slot;
        rows.targets[j + 1] = target;
        if (rows.single != null) {
          rows.single[j + 1] = singleWeight;
        } else if (rows.exact != null) {
          rows.exact[j + 1] = exactWeight;
        }
      }
    }

    private void countingSort(int from, int to) {
      int min = MAX_SLOT;
      int max = 0;
      for (int i = from; i < to; i++) {
        min = Math.min(min, rows.slots[i]);
        max = Math.max(max, rows.slots[i]);
      }
      if (min == max) {
        return;
      }
      Arrays.fill(count, min, max + 2, 0);
      for (int i = from; i < to; i++) {
        count[rows.slots[i] + 1]++;
      }
      for (int slot = min + 1; slot <= max; slot++) {
        count[slot] += count[slot - 1];
      }
      int length = to - from;
      reserve(length);
      for (int i = from; i < to; i++) {
        int place = count[rows.slots[i]]++;
        slots[place] = rows.slots[i];
        targets[place] = rows.targets[i];
        if (rows.single != null) {
          single[place] = rows.single[i];
        } else if (rows.exact != null) {
          exact[place] = rows.exact[i];
        }
      }
      System.arraycopy(slots, 0, rows.slots, from, length);
      System.arraycopy(targets, 0, rows.targets, from, length);
      if (rows.single != null) {
        System.arraycopy(single, 0, rows.single, from, length);
      } else if (rows.exact != null) {
        System.arraycopy(exact, 0, rows.exact, from, length);
      }
    }

    private void reserve(int length) {
      if (length > targets.length) {
        targets = new char[length * 2];
        slots = new char[length * 2];
        single = new float[length * 2];
        exact = new double[length * 2];
      }
    }
  }
}
