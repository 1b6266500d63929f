package org.hillock.loihi;

import java.util.Arrays;

/** Quantised synapses onto a neuron. Reused; not thread-safe. */
final class Synapses {

  private int size;
  private int[] sources = new int[256];
  private int[] mantissas = new int[256];
  private short[] delays = new short[256];
  private byte[] formats = new byte[256];

  void clear() {
    size = 0;
  }

  void add(int source, int format, int mantissa, int delay) {
    if (size == sources.length) {
      int room = size * 2;
      sources = Arrays.copyOf(sources, room);
      mantissas = Arrays.copyOf(mantissas, room);
      delays = Arrays.copyOf(delays, room);
      formats = Arrays.copyOf(formats, room);
    }
    sources[size] = source;
    formats[size] = (byte) format;
    mantissas[size] = mantissa;
    delays[size++] = (short) delay;
  }

  int size() {
    return size;
  }

  /** The source number, see {@link Numbering}. */
  int source(int i) {
    return sources[i];
  }

  /** Place of the format among those of the target population. */
  int format(int i) {
    return formats[i];
  }

  int mantissa(int i) {
    return mantissas[i];
  }

  /** Delay on top of the one step that every spike takes [steps]. */
  int delay(int i) {
    return delays[i];
  }
}
