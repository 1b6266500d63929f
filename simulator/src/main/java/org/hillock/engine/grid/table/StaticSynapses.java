package org.hillock.engine.grid.table;

import org.jspecify.annotations.Nullable;

/** Synapses whose weights do not change, delivered from where they lie. */
final class StaticSynapses implements Synapses {

  private final int sourcePopulation;
  private final int synapses;
  private final DueCalendar calendar;
  private final Addition addition;
  private long registered;

  /**
   * @param table the synapses
   * @param rows where they add to
   * @param epoch most steps of an epoch
   */
  StaticSynapses(BuiltTable table, InputRows rows, int epoch) {
    this.sourcePopulation = table.plan().sourcePopulation();
    this.synapses = table.synapses();
    this.calendar = new DueCalendar(table.index(), table.maxDelay(), epoch, false);
    this.addition = Addition.of(table, rows);
  }

  @Override
  public int sourcePopulation() {
    return sourcePopulation;
  }

  @Override
  public int size() {
    return synapses;
  }

  @Override
  public void beginStep(long step) {
    registered = step;
  }

  @Override
  public void add(SpikeBuffer spikes, int from, int to) {
    calendar.addAll(registered, spikes.neurons(), from, to);
  }

  @Override
  public long deliver(long step, @Nullable Arrivals arrivals) {
    long delivered = 0;
    for (int block = calendar.due(step); block != 0; block = calendar.following(block)) {
      int from = BlockChains.from(block);
      int to = calendar.to(step, block);
      if (arrivals != null) {
        addition.note(calendar.segments(), from, to, arrivals);
      }
      delivered += addition.add(calendar.segments(), from, to);
    }
    calendar.delivered(step);
    return delivered;
  }

  @Override
  public void skip(long step) {
    calendar.delivered(step);
  }
}
