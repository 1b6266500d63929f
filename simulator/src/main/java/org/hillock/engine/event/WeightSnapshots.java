package org.hillock.engine.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hillock.record.Recording;

/** The weights of plastic synapses of one partition at the moments at which they were asked for. */
final class WeightSnapshots {

  /** Reads weights. */
  interface Reader {
    /** The weights of a plastic projection at a moment [ms]. */
    double[] weightsAt(int projection, double time);
  }

  private final List<List<Integer>> projections;
  private final TreeMap<Double, List<Integer>> pending = new TreeMap<>();

  /** Snapshots by request and moment: an array a projection. */
  private final List<List<List<double[]>>> taken = new ArrayList<>();

  private final double[] last;

  /**
   * @param recording what is asked for
   * @param projections for each request of weights, the projections that it means
   * @param end of the run: a moment of every request [ms]
   */
  WeightSnapshots(Recording recording, List<List<Integer>> projections, double end) {
    this.projections = projections;
    this.last = new double[projections.size()];
    for (int request = 0; request < projections.size(); request++) {
      taken.add(new ArrayList<>());
      last[request] = -1;
      TreeSet<Double> moments = new TreeSet<>(recording.weights().get(request).times());
      moments.add(end);
      for (double time : moments) {
        pending.computeIfAbsent(time, t -> new ArrayList<>()).add(request);
      }
    }
  }

  /** Takes those of all moments up to one. */
  void takeUpTo(double time, Reader reader) {
    while (!pending.isEmpty() && pending.firstKey() <= time) {
      Map.Entry<Double, List<Integer>> due = pending.pollFirstEntry();
      due.getValue().forEach(request -> take(request, due.getKey(), reader));
    }
  }

  /** Takes those that are left when the run ends, early or not, and the weights at its end. */
  void finish(double end, Reader reader) {
    takeUpTo(end, reader);
    for (int request = 0; request < projections.size(); request++) {
      if (last[request] != end) {
        take(request, end, reader);
      }
    }
  }

  private void take(int request, double time, Reader reader) {
    List<double[]> snapshot = new ArrayList<>();
    for (int projection : projections.get(request)) {
      snapshot.add(reader.weightsAt(projection, time));
    }
    taken.get(request).add(snapshot);
    last[request] = time;
  }

  /**
   * The weights of one moment.
   *
   * @param request which request
   * @param sample which moment
   * @param projection which of the request's projections
   */
  double[] weights(int request, int sample, int projection) {
    return taken.get(request).get(sample).get(projection);
  }
}
