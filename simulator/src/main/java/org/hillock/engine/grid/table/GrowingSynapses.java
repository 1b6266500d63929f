package org.hillock.engine.grid.table;

import java.util.ArrayDeque;
import java.util.Deque;
import org.hillock.engine.wiring.TablePlan;
import org.jspecify.annotations.Nullable;

/**
 * Synapses that form and vanish: a table of those that there are, and the tables before it, which
 * deliver what was in flight when they were replaced.
 *
 * <p>Spikes that older tables hold were fired before those of newer ones, so that the oldest spikes
 * are added first, as in any table.
 */
public final class GrowingSynapses implements Synapses {

  /**
   * A table that takes no more spikes.
   *
   * @param last the last step in which it delivers
   */
  private record Replaced(StaticSynapses table, long last) {}

  private final TablePlan plan;
  private final InputRows rows;
  private final int epoch;
  private final Deque<Replaced> before = new ArrayDeque<>();
  private StaticSynapses now;
  private int maxDelay;
  private long begun;

  /** The last step with spikes that travel along the synapses of now; below 0 if there is none. */
  private long fired = -1;

  /**
   * @param table the synapses at the beginning
   * @param rows where they add to
   * @param epoch most steps of an epoch
   */
  public GrowingSynapses(BuiltTable table, InputRows rows, int epoch) {
    this.plan = table.plan();
    this.rows = rows;
    this.epoch = epoch;
    this.now = new StaticSynapses(table, rows, epoch);
    this.maxDelay = table.maxDelay();
  }

  /** What the table holds. */
  public TablePlan plan() {
    return plan;
  }

  /**
   * Goes on with other synapses.
   *
   * @param table all that there are
   * @param step the last whose spikes travel along the synapses before
   */
  public void replace(BuiltTable table, long step) {
    if (fired >= 0 && fired + maxDelay > step) {
      before.add(new Replaced(now, fired + maxDelay));
    }
    fired = -1;
    now = new StaticSynapses(table, rows, epoch);
    maxDelay = table.maxDelay();
  }

  @Override
  public int sourcePopulation() {
    return now.sourcePopulation();
  }

  @Override
  public int size() {
    return now.size();
  }

  @Override
  public void beginStep(long step) {
    begun = step;
    now.beginStep(step);
  }

  @Override
  public void add(SpikeBuffer spikes, int from, int to) {
    if (to > from) {
      fired = begun;
    }
    now.add(spikes, from, to);
  }

  @Override
  public long deliver(long step, @Nullable Arrivals arrivals) {
    long delivered = 0;
    for (Replaced old : before) {
      delivered += old.table().deliver(step, arrivals);
    }
    before.removeIf(old -> old.last() <= step);
    return delivered + now.deliver(step, arrivals);
  }

  @Override
  public void skip(long step) {
    now.skip(step);
  }
}
