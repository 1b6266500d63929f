package org.hillock.lif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.MemoryCheckpoints;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.Simulation;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;

/** Spikes of neurons that fire at random, and moments of the intervals between them. */
final class RandomTrains {

  /** Runs that are gone on with end at multiples of this [ms]. */
  private static final double STAGE = 10;

  private RandomTrains() {}

  /** Parameters by name: name, value, name, value. */
  static Map<String, Double> with(Object... namesAndValues) {
    Map<String, Double> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
    }
    return values;
  }

  /** Neurons that are alike. */
  static Population cells(String model, int size, Map<String, Double> values) {
    Map<String, Distribution> parameters = new HashMap<>();
    values.forEach((name, value) -> parameters.put(name, Distribution.of(value)));
    return new Population("cells", size, model, parameters);
  }

  /**
   * The spikes of a run.
   *
   * @param step [ms], 0 in continuous time
   */
  static SpikeList run(Population cells, double step, double duration, long seed, int threads) {
    return simulation(cells, new RunSettings(step, 0, duration, seed, threads))
        .run(RunListener.NONE)
        .spikes()
        .get(0);
  }

  /**
   * The spikes of a run that goes on with other parameters from a moment on; both are multiples of
   * 10 ms.
   */
  static double[][] run(
      Population before, Population after, double step, double moment, double duration) {
    MemoryCheckpoints checkpoints = new MemoryCheckpoints();
    simulation(before, new RunSettings(step, 0, moment, 4, 2, STAGE))
        .run(RunListener.NONE, checkpoints);
    Simulation second = simulation(after, new RunSettings(step, 0, duration, 4, 3, STAGE));
    second.restore(checkpoints.last().bringing());
    SpikeList rest = second.run(RunListener.NONE).spikes().get(0);
    SpikeList first = run(before, step, moment, 4, 1);
    double[][] trains = new double[before.size()][];
    for (int i = 0; i < trains.length; i++) {
      trains[i] = joined(first.train(i), rest.train(i), moment);
    }
    return trains;
  }

  private static double[] joined(double[] first, double[] rest, double moment) {
    List<Double> all = new ArrayList<>();
    for (double time : first) {
      all.add(time);
    }
    for (double time : rest) {
      if (time > moment) {
        all.add(time);
      }
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Simulation simulation(Population cells, RunSettings settings) {
    return Engines.build(
        new Network(List.of(cells), List.of(), List.of()),
        settings,
        Recording.spikesOf(List.of(NeuronRange.all(cells))),
        RunListener.NONE);
  }

  /** The intervals between the spikes of a train. */
  static double[] intervals(double[] train) {
    double[] intervals = new double[Math.max(0, train.length - 1)];
    for (int i = 0; i < intervals.length; i++) {
      intervals[i] = train[i + 1] - train[i];
    }
    return intervals;
  }

  /**
   * The standard error of the CV of so many independent intervals, from the central moments of
   * their distribution (delta method).
   */
  static double errorOfCv(double mean, double variance, double third, double fourth, int count) {
    double square = mean * mean;
    double each =
        (fourth - variance * variance) / (4 * variance * square)
            + variance * variance / (square * square)
            - third / (square * mean);
    return Math.sqrt(each / count);
  }
}
