package org.hillock.engine.event;

import java.util.Arrays;

/**
 * Rows of synapses through which spikes arrive in a window, from several tables. Sorting the rows
 * spares sorting what arrives at each neuron. Not thread-safe.
 */
final class DueRows {

  private double[] times = new double[64];
  private SynapseRows[] rows = new SynapseRows[64];
  private int[] from = new int[64];
  private int[] to = new int[64];
  private int size;
  private final TimeOrder timeOrder = new TimeOrder();

  /** Adds synapses {@code first} to {@code end - 1} of a table. */
  void add(double time, SynapseRows table, int first, int end) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      rows = Arrays.copyOf(rows, 2 * size);
      from = Arrays.copyOf(from, 2 * size);
      to = Arrays.copyOf(to, 2 * size);
    }
    times[size] = time;
    rows[size] = table;
    from[size] = first;
    to[size++] = end;
  }

  /** Tells all targets, in order of time, and forgets the rows. */
  void deliver(Inbox inbox) {
    int[] order = timeOrder.of(times, size);
    for (int i = 0; i < size; i++) {
      int due = order[i];
      SynapseRows table = rows[due];
      if (table.oneWeight()) {
        int number =
            inbox.arrival(times[due], table.plan().constant(), table.plan().receptor(), true);
        inbox.tell(table.targets(), from[due], to[due], number);
      } else {
        for (int synapse = from[due]; synapse < to[due]; synapse++) {
          int number = inbox.arrival(times[due], table.weight(synapse), table.plan().receptor());
          inbox.tell(table.targets()[synapse], number);
        }
      }
    }
    size = 0;
  }
}
