package org.hillock.engine.plasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.hillock.model.StateCarrier;

/**
 * Recent spikes of modulating neurons, all of them together, each moment with the traces that it
 * left: a third factor that all synapses of a partition share. Times are in the unit of the engine.
 * For one thread.
 */
public final class Modulator {

  private static final int INITIAL_CAPACITY = 64;

  private final List<Double> taus = new ArrayList<>();
  private TraceDecay[] decays = {};
  private final List<PlasticTable> tables = new ArrayList<>();

  /** Who else looks: each says up to when spikes are not needed, but the last. */
  private final List<DoubleSupplier> readers = new ArrayList<>();

  private double[] times = new double[INITIAL_CAPACITY];
  private double[][] traces = {};
  private int size;

  /** Asks for a trace; returns its number. All are asked for before the first spike. */
  int trace(double tau, TraceDecay decay) {
    int known = taus.indexOf(tau);
    if (known >= 0) {
      return known;
    }
    taus.add(tau);
    decays = Arrays.copyOf(decays, decays.length + 1);
    decays[decays.length - 1] = decay;
    traces = Arrays.copyOf(traces, decays.length);
    traces[decays.length - 1] = new double[times.length];
    return decays.length - 1;
  }

  /** Takes in synapses that these neurons modulate. */
  public void addTable(PlasticTable table) {
    tables.add(table);
  }

  /** Takes in someone else who looks, and says up to when spikes are not needed, but the last. */
  void addReader(DoubleSupplier needsAfter) {
    readers.add(needsAfter);
  }

  /**
   * Takes note of spikes.
   *
   * @param time when, not before those that are known
   * @param spikes how many neurons fired then
   * @param delivered all deliveries up to this time have been made
   */
  public void add(double time, int spikes, double delivered) {
    if (size > 0 && times[size - 1] == time) {
      for (double[] trace : traces) {
        trace[size - 1] += spikes;
      }
      return;
    }
    if (size == times.length) {
      makeRoom(delivered);
    }
    for (int k = 0; k < traces.length; k++) {
      double left = size == 0 ? 0 : traces[k][size - 1] * decays[k].over(time - times[size - 1]);
      traces[k][size] = left + spikes;
    }
    times[size++] = time;
  }

  /** Forgets what no synapse needs any more; grows if that is less than half. */
  private void makeRoom(double delivered) {
    double needed = Double.POSITIVE_INFINITY;
    for (PlasticTable table : tables) {
      table.settle(delivered);
      needed = Math.min(needed, table.needsModulatorAfter());
    }
    for (DoubleSupplier reader : readers) {
      needed = Math.min(needed, reader.getAsDouble());
    }
    int first = 0;
    while (first < size - 1 && times[first + 1] <= needed) {
      first++;
    }
    int capacity = size - first > times.length / 2 ? 2 * times.length : times.length;
    times = Arrays.copyOf(Arrays.copyOfRange(times, first, size), capacity);
    for (int k = 0; k < traces.length; k++) {
      traces[k] = Arrays.copyOf(Arrays.copyOfRange(traces[k], first, size), capacity);
    }
    size -= first;
  }

  /** How many moments are known. */
  int size() {
    return size;
  }

  /** When they were, ascending. */
  double time(int which) {
    return times[which];
  }

  /** A trace right after a moment. */
  double trace(int trace, int which) {
    return traces[trace][which];
  }

  /** What has been left of a trace after some time. */
  double decay(int trace, double elapsed) {
    return decays[trace].over(elapsed);
  }

  /** The first moment after a time. */
  int firstAfter(double time) {
    int first = size;
    while (first > 0 && times[first - 1] > time) {
      first--;
    }
    return first;
  }

  /** Carries all moments. */
  void carry(StateCarrier carrier) {
    size = carrier.carry(size);
    if (times.length < size) {
      times = new double[Math.max(INITIAL_CAPACITY, Integer.highestOneBit(size) * 2)];
      for (int k = 0; k < traces.length; k++) {
        traces[k] = new double[times.length];
      }
    }
    carrier.carry(times, 0, size);
    for (double[] trace : traces) {
      carrier.carry(trace, 0, size);
    }
  }

  @Override
  public String toString() {
    return size + " moments, traces of " + taus + " ms";
  }
}
