package org.hillock.engine.grid;

import java.util.Arrays;

/** The segments that a table delivers in one step, in order. */
final class DueSegments {

  int size;
  int[] from = new int[256];
  int[] to = new int[256];
  int[] receptor = new int[256];

  /** For plastic tables: which spike of which cohort the segment belongs to. */
  int[] delay = new int[256];

  int[] spike = new int[256];

  void clear() {
    size = 0;
  }

  void add(int first, int end, int receptorIndex, int delaySteps, int spikeIndex) {
    if (size == from.length) {
      int capacity = size * 2;
      from = Arrays.copyOf(from, capacity);
      to = Arrays.copyOf(to, capacity);
      receptor = Arrays.copyOf(receptor, capacity);
      delay = Arrays.copyOf(delay, capacity);
      spike = Arrays.copyOf(spike, capacity);
    }
    from[size] = first;
    to[size] = end;
    receptor[size] = receptorIndex;
    delay[size] = delaySteps;
    spike[size] = spikeIndex;
    size++;
  }
}
