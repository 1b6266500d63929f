package org.hillock.engine.recording;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.record.RateTable;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;

/** What two ranks recorded of the same, in the order in which one process would have it. */
final class Merging {

  private Merging() {}

  /** Which of two rows comes first. */
  private interface Order {
    boolean firstIsNext(int first, int second);
  }

  /** The places of rows of two lists in order: those of the second are told by their complement. */
  private static int[] places(int first, int second, Order order) {
    int[] places = new int[Math.addExact(first, second)];
    int a = 0;
    int b = 0;
    for (int i = 0; i < places.length; i++) {
      boolean next = b == second || a < first && order.firstIsNext(a, b);
      places[i] = next ? a++ : ~b++;
    }
    return places;
  }

  private static int[] taken(int[] places, int[] first, int[] second) {
    int[] taken = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      taken[i] = places[i] >= 0 ? first[places[i]] : second[~places[i]];
    }
    return taken;
  }

  private static double[] taken(int[] places, double[] first, double[] second) {
    double[] taken = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      taken[i] = places[i] >= 0 ? first[places[i]] : second[~places[i]];
    }
    return taken;
  }

  private static double[][] taken(int[] places, double[][] first, double[][] second) {
    double[][] taken = new double[first.length][];
    for (int row = 0; row < taken.length; row++) {
      taken[row] = taken(places, first[row], second[row]);
    }
    return taken;
  }

  /** By time, then neuron. */
  static SpikeList spikes(SpikeList a, SpikeList b) {
    int[] places =
        places(
            a.size(),
            b.size(),
            (i, j) ->
                a.times()[i] < b.times()[j]
                    || a.times()[i] == b.times()[j] && a.neurons()[i] <= b.neurons()[j]);
    return new SpikeList(
        a.population(),
        taken(places, a.times(), b.times()),
        taken(places, a.neurons(), b.neurons()));
  }

  /** Each neuron lies in one rank; where a rank has none of them, it knows no times either. */
  static TraceTable traces(TraceTable a, TraceTable b) {
    double[][][] values = new double[a.values().length][][];
    for (int v = 0; v < values.length; v++) {
      values[v] = a.values()[v].clone();
      for (int neuron = 0; neuron < values[v].length; neuron++) {
        double[] own = values[v][neuron];
        values[v][neuron] = own == null || own.length == 0 ? b.values()[v][neuron] : own;
      }
    }
    double[] times = a.times().length >= b.times().length ? a.times() : b.times();
    return new TraceTable(a.population(), a.firstNeuron(), a.variables(), times, values);
  }

  /** By source, then target; no target has synapses in both ranks. */
  static WeightTable weights(WeightTable a, WeightTable b) {
    int[] places =
        places(
            a.sources().length,
            b.sources().length,
            (i, j) ->
                a.sources()[i] < b.sources()[j]
                    || a.sources()[i] == b.sources()[j] && a.targets()[i] < b.targets()[j]);
    Map<String, double[][]> states = new LinkedHashMap<>();
    a.states().forEach((name, of) -> states.put(name, taken(places, of, b.states().get(name))));
    return new WeightTable(
        a.projection(),
        a.sourcePopulation(),
        a.targetPopulation(),
        taken(places, a.sources(), b.sources()),
        taken(places, a.targets(), b.targets()),
        a.times(),
        taken(places, a.weights(), b.weights()),
        states);
  }

  /** Spikes in the same bins. */
  static RateTable rates(RateTable a, RateTable b) {
    int[] counts = a.counts().clone();
    for (int i = 0; i < counts.length; i++) {
      counts[i] += b.counts()[i];
    }
    return new RateTable(a.population(), a.size(), a.start(), a.bin(), counts);
  }
}
