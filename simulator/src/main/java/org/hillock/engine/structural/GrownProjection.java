package org.hillock.engine.structural;

import java.util.Arrays;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.ProjectionSynapses;
import org.hillock.engine.wiring.Wiring;
import org.hillock.model.GridTime;
import org.hillock.model.StateCarrier;
import org.hillock.network.NeuronRange;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;
import org.hillock.record.WiringTable;

/**
 * The synapses that a growing projection has at the moment, target by target, those of a target in
 * the order in which they formed.
 */
final class GrownProjection implements ProjectionSynapses {

  /** The synapses of one target. */
  private static final class Row {
    private int[] sources = new int[0];
    private double[] weights = new double[0];
    private double[] delays = new double[0];
    private int size;

    /** Those from here on have just formed and have no weight and delay yet. */
    private int settled;

    private boolean swept = true;

    void add(int source) {
      if (size == sources.length) {
        int room = size + (size >> 1) + 4;
        sources = Arrays.copyOf(sources, room);
        weights = Arrays.copyOf(weights, room);
        delays = Arrays.copyOf(delays, room);
      }
      sources[size++] = source;
    }

    void sweep() {
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (sources[i] != GONE) {
          sources[kept] = sources[i];
          weights[kept] = weights[i];
          delays[kept++] = delays[i];
        }
      }
      size = kept;
      settled = kept;
      swept = true;
    }
  }

  /** In place of the source of a synapse that has vanished. */
  private static final int GONE = -1;

  private final Wiring wiring;
  private final ElementKind pre;
  private final ElementKind post;
  private final Row[] rows;
  private final IntList scratch = new IntList();
  private long size;

  /**
   * Takes over the synapses that the rule makes.
   *
   * @param wiring the projection, prepared
   * @param pre elements of the source population
   * @param post elements of the target population
   * @param stream random numbers
   */
  GrownProjection(Wiring wiring, ElementKind pre, ElementKind post, RandomStream stream) {
    this.wiring = wiring;
    this.pre = pre;
    this.post = post;
    this.rows = new Row[target().size()];
    for (int target = 0; target < rows.length; target++) {
      Row row = new Row();
      rows[target] = row;
      wiring.sources(target, stream, scratch);
      for (int i = 0; i < scratch.size(); i++) {
        add(scratch.get(i), target);
      }
      wiring.weights(target, scratch, stream, row.weights);
      round(row, 0);
      wiring.delays(target, scratch, stream, row.delays);
      row.settled = row.size;
    }
  }

  @Override
  public Projection projection() {
    return wiring.projection();
  }

  @Override
  public int index() {
    return wiring.index();
  }

  ElementKind pre() {
    return pre;
  }

  ElementKind post() {
    return post;
  }

  /** Number of synapses. */
  long size() {
    return size;
  }

  /** Number of synapses of a target. */
  int size(int target) {
    return rows[target].size;
  }

  /** The source of a synapse of a target. */
  int sourceOf(int target, int place) {
    return rows[target].sources[place];
  }

  /** Whether a synapse may form from one neuron to another, by their indices in populations. */
  boolean allows(int source, int target) {
    if (!contains(source(), source) || !contains(target(), target)) {
      return false;
    }
    if (!projection().autapses() && projection().recurrent() && source == target) {
      return false;
    }
    Row row = rows[target - target().from()];
    int wanted = source - source().from();
    for (int i = 0; i < row.size && !projection().multapses(); i++) {
      if (row.sources[i] == wanted) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(NeuronRange range, int neuron) {
    return neuron >= range.from() && neuron < range.to();
  }

  /** Forms a synapse from one neuron to another, by their indices in populations. */
  void form(int source, int target) {
    add(source - source().from(), target - target().from());
  }

  private void add(int source, int target) {
    rows[target].add(source);
    size++;
    pre.connect(source().from() + source);
    post.connect(target().from() + target);
  }

  /** Has a synapse vanish; it keeps its place until {@link #sweep}. */
  void remove(int target, int place) {
    Row row = rows[target];
    pre.disconnect(source().from() + row.sources[place]);
    post.disconnect(target().from() + target);
    row.sources[place] = GONE;
    row.swept = false;
    size--;
  }

  /** Closes the gaps of synapses that have vanished. */
  void sweep() {
    for (Row row : rows) {
      if (!row.swept) {
        row.sweep();
      }
    }
  }

  /**
   * Gives the synapses that have formed their weights and delays.
   *
   * @param moment number of the change
   * @param stream random numbers
   */
  void settle(long moment, RandomStream stream) {
    for (int target = 0; target < rows.length; target++) {
      Row row = rows[target];
      if (row.settled < row.size) {
        int count = row.size - row.settled;
        scratch.clear();
        for (int i = row.settled; i < row.size; i++) {
          scratch.add(row.sources[i]);
        }
        double[] drawn = new double[count];
        wiring.laterWeights(moment, target, count, stream, drawn);
        System.arraycopy(drawn, 0, row.weights, row.settled, count);
        round(row, row.settled);
        wiring.laterDelays(moment, target, scratch, stream, drawn);
        System.arraycopy(drawn, 0, row.delays, row.settled, count);
        row.settled = row.size;
      }
    }
  }

  /** Drawn weights are kept in single precision, as everywhere. */
  private void round(Row row, int from) {
    for (int i = from; i < row.size && !projection().weight().constant(); i++) {
      row.weights[i] = (float) row.weights[i];
    }
  }

  /** Carries all synapses. */
  void carry(StateCarrier carrier) {
    for (int target = 0; target < rows.length; target++) {
      Row row = rows[target];
      int count = carrier.carry(row.size);
      if (carrier.restores()) {
        clear(target);
      }
      for (int i = 0; i < count; i++) {
        int of = carrier.carry(carrier.restores() ? 0 : row.sources[i]);
        if (carrier.restores()) {
          add(of, target);
        }
        row.weights[i] = carrier.carry(row.weights[i]);
        row.delays[i] = carrier.carry(row.delays[i]);
      }
      row.settled = row.size;
    }
  }

  private void clear(int target) {
    for (int place = 0; place < rows[target].size; place++) {
      remove(target, place);
    }
    rows[target].sweep();
  }

  /**
   * All synapses.
   *
   * @param step of the grid on which delays lie [ms]
   */
  WiringTable table(double step) {
    int count = (int) size;
    int[] next = new int[source().size() + 1];
    for (Row row : rows) {
      for (int i = 0; i < row.size; i++) {
        next[row.sources[i] + 1]++;
      }
    }
    for (int i = 1; i < next.length; i++) {
      next[i] += next[i - 1];
    }
    WiringTable table =
        new WiringTable(
            projection().name(),
            source().population(),
            target().population(),
            new int[count],
            new int[count],
            new double[count],
            new double[count]);
    for (int target = 0; target < rows.length; target++) {
      Row row = rows[target];
      for (int i = 0; i < row.size; i++) {
        int at = next[row.sources[i]]++;
        table.sources()[at] = source().from() + row.sources[i];
        table.targets()[at] = target().from() + target;
        table.weights()[at] = row.weights[i];
        table.delays()[at] = GridTime.time(GridTime.index(row.delays[i], step), step);
      }
    }
    return table;
  }

  @Override
  public void sources(int target, RandomStream stream, IntList into) {
    Row row = rows[target];
    into.clear();
    into.extend(row.size);
    System.arraycopy(row.sources, 0, into.array(), 0, row.size);
  }

  @Override
  public void weights(int target, IntList drawn, RandomStream stream, double[] into) {
    System.arraycopy(rows[target].weights, 0, into, 0, drawn.size());
  }

  @Override
  public void delays(int target, IntList drawn, RandomStream stream, double[] into) {
    System.arraycopy(rows[target].delays, 0, into, 0, drawn.size());
  }
}
