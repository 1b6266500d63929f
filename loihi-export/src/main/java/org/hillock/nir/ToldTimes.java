package org.hillock.nir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hillock.hdf5.Shapes;
import org.hillock.model.form.PoissonSpikes;
import org.hillock.network.SpikeTrains;
import org.hillock.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the metadata of nodes tell besides NIR itself: spikes of Input nodes, as {@link NirSenders}
 * writes them, and refractory times. Metadata are no part of the meaning of a file, so what cannot
 * be used there is left out, and said; it does not make the file useless.
 */
final class ToldTimes {

  private static final String TIMES = "times_ms";
  private static final String NEURONS = "neurons";
  private static final String RATE = "rate_Hz";
  private static final String START = "start_ms";
  private static final String STOP = "stop_ms";
  private static final String DEAD = "dead_time_ms";

  private final double step;
  private final List<String> notes;

  /**
   * @param step of the grid [ms]
   * @param notes gets a sentence for all that is left out or rounded
   */
  ToldTimes(double step, List<String> notes) {
    this.step = step;
    this.notes = notes;
  }

  /** What an Input node sends. */
  ImportedNetwork.Sender sender(String node, String population, NirNode.Input input) {
    Told told = new Told(node, input.metadata(), Shapes.elements(input.shape()));
    for (String name : List.of(TIMES, RATE, START, STOP, DEAD)) {
      if (input.metadata().texts().containsKey(name)) {
        told.note("'" + name + "' is a text and not numbers; not used");
      }
    }
    SpikeTrains trains = told.trains();
    if (trains == null
        && NirSenders.NOTHING.equals(input.metadata().texts().get(NirSenders.SOURCE))) {
      trains = SpikeTrains.of(Collections.nCopies(told.size, new double[0]));
    }
    if (trains != null) {
      List<String> unused =
          Stream.of(RATE, START, STOP, DEAD)
              .filter(input.metadata().numbers()::containsKey)
              .toList();
      if (!unused.isEmpty()) {
        told.note(
            String.join(", ", unused)
                + " not used, since the metadata tell which spikes there are");
      }
      return new ImportedNetwork.Sender(population, trains, Map.of());
    }
    TakenForms poisson = told.poisson();
    return new ImportedNetwork.Sender(
        population, null, poisson == null ? Map.of() : poisson.parameters());
  }

  /** Refractory times of a node, one or one each [ms]; 0 where nothing is told. */
  NirArray refractory(String node, NirNode unit) {
    NirArray none = NirArray.of(List.of(), 0);
    if (!unit.metadata().numbers().containsKey(NirNeurons.REFRACTORY)
        || !(unit instanceof NirNode.Elementwise elements)) {
      return none;
    }
    Told told = new Told(node, unit.metadata(), Shapes.elements(elements.shape()));
    double[] times = told.each(NirNeurons.REFRACTORY, "it has none");
    return times == null ? none : NirArray.of(told.onGrid(NirNeurons.REFRACTORY, times));
  }

  /** The metadata of one node. */
  private final class Told {

    private final String where;
    private final Map<String, NirArray> numbers;
    private final int size;

    Told(String node, NirMetadata metadata, int size) {
      this.where = "node '" + node + "', metadata";
      this.numbers = metadata.numbers();
      this.size = size;
    }

    void note(String sentence) {
      notes.add(where + ": " + sentence);
    }

    /**
     * Spikes that are told one by one; null if there are none or if whose they are is not clear.
     */
    @Nullable SpikeTrains trains() {
      NirArray times = numbers.get(TIMES);
      NirArray neurons = numbers.get(NEURONS);
      if (times == null) {
        return null;
      }
      if (neurons == null ? size != 1 : neurons.size() != times.size()) {
        note(
            Words.count(times.size(), "spike")
                + " in "
                + TIMES
                + " and "
                + (neurons == null
                    ? "no '" + NEURONS + "' that say which of " + size + " elements fires each"
                    : Words.count(neurons.size(), "number") + " in '" + NEURONS + "'")
                + "; not used");
        return null;
      }
      List<List<Double>> trains = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        trains.add(new ArrayList<>());
      }
      Dropped early = new Dropped();
      Dropped nobody = new Dropped();
      Dropped first = new Dropped();
      for (int i = 0; i < times.size(); i++) {
        double time = times.get(i);
        double neuron = neurons == null ? 0 : neurons.get(i);
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
          early.add(time);
        } else if (!(neuron >= 0 && neuron < size && neuron == Math.rint(neuron))) {
          nobody.add(neuron);
        } else {
          if (time == 0) {
            first.add(time);
          }
          // The first step is (0, dt]: nothing fires before its end.
          trains.get((int) neuron).add(Math.max(time, step));
        }
      }
      early.tell(times.size(), TIMES, "times from 0 ms on");
      nobody.tell(times.size(), NEURONS, "whole numbers from 0 to " + (size - 1));
      if (first.count > 0) {
        note(
            Words.count(first.count, "spike")
                + " at 0 ms moved to the end of the first step, "
                + Words.milliseconds(step));
      }
      return SpikeTrains.of(
          trains.stream()
              .map(train -> train.stream().mapToDouble(Double::doubleValue).toArray())
              .toList());
    }

    /** Poisson spikes as a model has them that fires so; none if the metadata tell of none. */
    @Nullable TakenForms poisson() {
      double[] rate = each(RATE, "its rate is that of inputs of which nothing is known");
      if (rate == null) {
        for (String name : List.of(START, STOP, DEAD)) {
          if (numbers.containsKey(name)) {
            note("'" + name + "' without a rate in " + RATE + "; not used");
          }
        }
        return null;
      }
      double[] toldStart = each(START, "it starts at 0 ms");
      double[] toldStop = each(STOP, "it never stops");
      double[] start = toldStart == null ? null : onGrid(START, toldStart);
      double[] stop = toldStop == null ? null : onGrid(STOP, toldStop);
      if (stop != null) {
        silent(start, stop);
      }
      boolean stops =
          stop != null && !Arrays.stream(stop).allMatch(time -> time >= Double.MAX_VALUE);
      double[] dead = dead(rate);
      return TakenForms.of(
          size,
          i ->
              new PoissonSpikes(
                  rate[i],
                  said(start, i),
                  said(stops ? stop : null, i),
                  dead == null ? 0 : dead[i]));
    }

    /** Dead times that leave room for the rate; null if there are none, or none that do. */
    private double @Nullable [] dead(double[] rate) {
      double[] dead = each(DEAD, "there is no dead time");
      for (int i = 0; dead != null && i < size; i++) {
        if (rate[i] / 1000 * dead[i] >= 1) {
          note(
              "'"
                  + DEAD
                  + "' has "
                  + dead[i]
                  + ", expected less than 1/rate, "
                  + 1000 / rate[i]
                  + " ms; not used: there is no dead time");
          return null;
        }
      }
      return dead;
    }

    private static OptionalDouble said(double @Nullable [] times, int element) {
      return times == null ? OptionalDouble.empty() : OptionalDouble.of(times[element]);
    }

    private void silent(double @Nullable [] start, double[] stop) {
      int never = 0;
      for (int i = 0; i < size; i++) {
        never += stop[i] <= (start == null ? 0 : start[i]) ? 1 : 0;
      }
      if (never > 0) {
        note(
            "Poisson spikes stop before they start in "
                + Words.count(never, "element")
                + " of "
                + size
                + ", which never fire");
      }
    }

    /**
     * One number for each element; null if there is none, or none that can be used.
     *
     * @param otherwise what is so without it
     */
    double @Nullable [] each(String name, String otherwise) {
      NirArray values = numbers.get(name);
      if (values == null) {
        return null;
      }
      if (values.size() != 1 && values.size() != size) {
        note(
            Words.count(values.size(), "number")
                + " in '"
                + name
                + "' for "
                + Words.count(size, "element")
                + "; not used: "
                + otherwise);
        return null;
      }
      double[] each = new double[size];
      for (int i = 0; i < size; i++) {
        double value = values.get(values.size() == 1 ? 0 : i);
        boolean endless = name.equals(STOP) && value == Double.POSITIVE_INFINITY;
        if (!(value >= 0 && (endless || value < Double.POSITIVE_INFINITY))) {
          note(
              "'"
                  + name
                  + "' has "
                  + value
                  + ", expected finite numbers from 0 on; not used: "
                  + otherwise);
          return null;
        }
        each[i] = endless ? Double.MAX_VALUE : NirNumbers.clean(value);
      }
      return each;
    }

    double[] onGrid(String name, double[] times) {
      RoundedTimes rounded = new RoundedTimes(step);
      double[] grid = Arrays.stream(times).map(time -> rounded.round(time, 0)).toArray();
      notes.addAll(rounded.notes(where, name));
      return grid;
    }

    /** Spikes that cannot be. */
    private final class Dropped {

      private int count;
      private double example;

      void add(double value) {
        example = count++ == 0 ? value : example;
      }

      void tell(int of, String name, String allowed) {
        if (count > 0) {
          note(
              count
                  + " of "
                  + Words.count(of, "spike")
                  + " left out: "
                  + name
                  + " has "
                  + example
                  + ", expected "
                  + allowed);
        }
      }
    }
  }
}
