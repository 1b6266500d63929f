package org.hillock.engine.plasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.model.SpikeGradient;
import org.hillock.model.StateCarrier;
import org.jspecify.annotations.Nullable;

/**
 * Recent spikes of the neurons of one population in one partition, each with the traces that it
 * left, which all plastic synapses onto them share; and beside them the {@link PostSignals} of the
 * same neurons. Times are in the unit of the engine. For one thread.
 */
public final class PostSpikes {

  /** How many of the latest spikes of each neuron are kept in rows, too. */
  static final int LATEST = 3;

  private final MomentRings rings;

  /** The latest spike of each neuron, then the one before of each, and so on. */
  private final double[] latest;

  private final double rarely;
  private final PostSignals signals;
  private final @Nullable SpikeGradient gradient;
  private final List<Double> taus = new ArrayList<>();
  private TraceDecay[] decays = {};
  private final List<PlasticTable> tables = new ArrayList<>();
  private double lastSweep = RowPlasticity.NEVER;

  /**
   * @param neurons how many
   * @param rarely if rings run full again within this time, they grow rather than cost a sweep over
   *     all synapses each time
   * @param signals of the same neurons
   */
  public PostSpikes(int neurons, double rarely, PostSignals signals) {
    this(neurons, rarely, signals, null);
  }

  /**
   * @param neurons how many
   * @param rarely see above
   * @param signals of the same neurons
   * @param gradient what they tell rules that descend one
   */
  public PostSpikes(
      int neurons, double rarely, PostSignals signals, @Nullable SpikeGradient gradient) {
    this.gradient = gradient;
    this.rings = new MomentRings(neurons);
    this.latest = new double[LATEST * neurons];
    Arrays.fill(latest, RowPlasticity.NEVER);
    this.rarely = rarely;
    this.signals = signals;
  }

  /**
   * What the spikes of a neuron take [bytes].
   *
   * @param traceCount how many traces are kept
   */
  public static double bytes(int traceCount) {
    return (1 + traceCount) * (double) MomentRings.INITIAL_CAPACITY * Double.BYTES
        + 2 * Integer.BYTES;
  }

  /** Asks for a trace; returns its number. All are asked for before the first spike. */
  int trace(double tau, TraceDecay decay) {
    int known = taus.indexOf(tau);
    if (known >= 0) {
      return known;
    }
    taus.add(tau);
    decays = Arrays.copyOf(decays, decays.length + 1);
    decays[decays.length - 1] = decay;
    rings.addNumber();
    return decays.length - 1;
  }

  /** Signals of the same neurons. */
  public PostSignals signals() {
    return signals;
  }

  /** What the same neurons tell rules that descend a gradient. */
  @Nullable SpikeGradient gradient() {
    return gradient;
  }

  /** Takes in synapses onto these neurons. */
  public void addTable(PlasticTable table) {
    tables.add(table);
  }

  /** Whether no synapse wants to know of these spikes. */
  public boolean unheard() {
    return tables.isEmpty();
  }

  /**
   * Takes note of a spike.
   *
   * @param neuron index within the partition's slice of the population
   * @param time when, after the deliveries up to it
   * @param delivered all deliveries up to this time have been made
   */
  public void add(int neuron, double time, double delivered) {
    if (rings.full(neuron)) {
      if (time - lastSweep < rarely) {
        rings.grow();
      } else {
        lastSweep = time;
        tables.forEach(table -> table.settle(delivered));
      }
    }
    int last = rings.ends()[neuron] - 1;
    boolean first = last < rings.oldest()[neuron];
    int before = rings.place(neuron, last);
    double since = first ? 0 : time - rings.times()[before];
    int place = rings.add(neuron, time);
    int neurons = rings.ends().length;
    for (int k = LATEST - 1; k > 0; k--) {
      latest[k * neurons + neuron] = latest[(k - 1) * neurons + neuron];
    }
    latest[neuron] = time;
    for (int k = 0; k < decays.length; k++) {
      double[] trace = rings.numbers(k);
      trace[place] = first ? 1 : 1 + trace[before] * decays[k].over(since);
    }
  }

  /** How many traces and signals are kept of each neuron, in a number. */
  public long kept() {
    return (long) decays.length << 32 | signals.count();
  }

  /** How many neurons there are. */
  int neurons() {
    return rings.ends().length;
  }

  /** One past the number of the latest spike of each neuron, whose spikes are numbered from 0. */
  int[] ends() {
    return rings.ends();
  }

  /** Number of the oldest spike of each neuron that is kept. */
  int[] oldest() {
    return rings.oldest();
  }

  /** When spikes were: see {@link MomentRings#times}. */
  double[] times() {
    return rings.times();
  }

  /** A trace right after each spike, at the same places. */
  double[] traces(int trace) {
    return rings.numbers(trace);
  }

  /**
   * The latest spike of each neuron, then the one before of each, and so on, {@value #LATEST} rows
   * of them; {@link RowPlasticity#NEVER} where there was none.
   */
  double[] latest() {
    return latest;
  }

  /** How many spikes a ring holds, a power of 2. */
  int capacity() {
    return rings.capacity();
  }

  /**
   * Forgets spikes that no synapse needs any more, but for the last of them, whose traces are still
   * needed; if a neuron remains full, all rings grow.
   */
  public void forget() {
    if (rings.forget(PlasticTable.neededAfter(tables))) {
      rings.grow();
    }
  }

  /** Carries the spikes of a neuron and its signals. */
  public void carry(int neuron, StateCarrier carrier) {
    rings.carry(neuron, carrier);
    for (int k = 0; k < LATEST; k++) {
      int place = k * neurons() + neuron;
      latest[place] = carrier.carry(latest[place]);
    }
    signals.carry(neuron, carrier);
  }

  @Override
  public String toString() {
    return rings.toString();
  }
}
