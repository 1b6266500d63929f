package org.hillock.loihi.quantise;

import java.util.Arrays;
import org.hillock.loihi.wiring.Numbering;

/** Quantised synapses onto a neuron. Reused; not thread-safe. */
public final class Synapses {

  private int size;
  private int[] sources = new int[256];
  private int[] mantissas = new int[256];
  private short[] delays = new short[256];
  private byte[] formats = new byte[256];

  public void clear() {
    size = 0;
  }

  public void add(int source, int format, int mantissa, int delay) {
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

  public int size() {
    return size;
  }

  /** The source number, see {@link Numbering}. */
  public int source(int i) {
    return sources[i];
  }

  /** Place of the format among those of the target population. */
  public int format(int i) {
    return formats[i];
  }

  public int mantissa(int i) {
    return mantissas[i];
  }

  /** Delay on top of the one step that every spike takes [steps]. */
  public int delay(int i) {
    return delays[i];
  }
}
