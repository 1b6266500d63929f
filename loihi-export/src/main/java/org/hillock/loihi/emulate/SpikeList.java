package org.hillock.loihi.emulate;

import java.util.Arrays;

/** Who sends spikes in a step, and how many each: sources, as {@link ChipImage#sources} numbers. */
final class SpikeList {

  private int size;
  private int[] sources = new int[64];
  private int[] counts = new int[64];

  void clear() {
    size = 0;
  }

  void add(int source, int count) {
    if (size == sources.length) {
      sources = Arrays.copyOf(sources, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    sources[size] = source;
    counts[size++] = count;
  }

  int size() {
    return size;
  }

  int source(int i) {
    return sources[i];
  }

  int count(int i) {
    return counts[i];
  }
}
