package org.hillock.loihi.partition;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.hillock.loihi.quantise.ChipPopulation;
import org.hillock.loihi.quantise.Synapses;
import org.hillock.loihi.wiring.Numbering;

/**
 * All quantised synapses of a network, row by row: those onto place p are {@code start(p)} to
 * {@code end(p) - 1}, in the order in which they were drawn. Eleven bytes a synapse, so that
 * partitioning can look at them again and again without drawing them anew. Immutable once built.
 */
public final class SynapseTable {

  private final int[] start;
  private int[] sources = new int[1 << 12];
  private int[] mantissas = new int[1 << 12];
  private short[] delays = new short[1 << 12];
  private byte[] formats = new byte[1 << 12];

  private SynapseTable(int places) {
    this.start = new int[places + 1];
  }

  /** Draws and quantises all synapses. */
  public static SynapseTable of(
      Numbering numbering, Map<Integer, ? extends ChipPopulation> populations) {
    SynapseTable table = new SynapseTable(numbering.places());
    Synapses row = new Synapses();
    for (int place = 0; place < numbering.places(); place++) {
      ChipPopulation population =
          Objects.requireNonNull(populations.get(numbering.populationAt(place)));
      row.clear();
      population.incoming(numbering.neuronAt(place), row);
      table.append(place, row);
    }
    table.trim();
    return table;
  }

  private void append(int place, Synapses row) {
    int from = start[place];
    int to = Math.addExact(from, row.size());
    if (to > sources.length) {
      int room = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(to, sources.length * 3L / 2));
      resize(room);
    }
    long[] keys = new long[row.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) row.source(i) << 32 | i;
    }
    Arrays.sort(keys);
    for (int k = 0; k < keys.length; k++) {
      int i = (int) keys[k];
      sources[from + k] = row.source(i);
      mantissas[from + k] = row.mantissa(i);
      delays[from + k] = (short) row.delay(i);
      formats[from + k] = (byte) row.format(i);
    }
    start[place + 1] = to;
  }

  private void resize(int room) {
    sources = Arrays.copyOf(sources, room);
    mantissas = Arrays.copyOf(mantissas, room);
    delays = Arrays.copyOf(delays, room);
    formats = Arrays.copyOf(formats, room);
  }

  private void trim() {
    resize(start[start.length - 1]);
  }

  /** Number of places. */
  public int places() {
    return start.length - 1;
  }

  /** Number of synapses. */
  public int size() {
    return start[start.length - 1];
  }

  /** The first synapse onto a place. */
  public int start(int place) {
    return start[place];
  }

  /** One past the last synapse onto a place. */
  public int end(int place) {
    return start[place + 1];
  }

  /** One past the last synapse onto a place that has the same source as this one. */
  public int endOfSource(int synapse, int place) {
    int to = synapse + 1;
    while (to < start[place + 1] && sources[to] == sources[synapse]) {
      to++;
    }
    return to;
  }

  /** The source number of a synapse, see {@link Numbering}. */
  public int source(int synapse) {
    return sources[synapse];
  }

  /** The mantissa of its weight. */
  public int mantissa(int synapse) {
    return mantissas[synapse];
  }

  /** Its delay, on top of the one step that every spike takes [steps]. */
  public int delay(int synapse) {
    return delays[synapse];
  }

  /** Place of its format among those of the target population. */
  public int format(int synapse) {
    return formats[synapse];
  }
}
