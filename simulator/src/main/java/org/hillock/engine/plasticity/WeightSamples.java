package org.hillock.engine.plasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.hillock.record.Recording;
import org.jspecify.annotations.Nullable;

/**
 * The weights of plastic synapses of one partition at the moments at which they were asked for, for
 * every engine. {@link WeightView} says what a weight contains.
 *
 * <p>A run goes in stretches of time, at the beginning of which all spikes of those before are
 * known. Times are in the unit of the engine. Not thread-safe.
 */
public final class WeightSamples {

  private final List<Recording.Weights> requests;
  private final List<List<Integer>> projections;
  private final IntFunction<PlasticTable> tables;

  /** Moments that are still to come, each with the requests that ask for it. */
  private final TreeMap<Double, List<Integer>> pending = new TreeMap<>();

  /** Samples by request and moment that have not been passed on: an array a projection. */
  private final List<List<List<WeightView.Values>>> taken = new ArrayList<>();

  /** When they were taken, by request. */
  private final List<List<Double>> moments = new ArrayList<>();

  /** When the last sample of each request was taken, passed on or not. */
  private final double[] last;

  /** Numbers that have been taken and not passed on. */
  private long held;

  private @Nullable Map<Integer, WeightView> open;

  /**
   * @param requests what is asked for
   * @param wanted for each request, when weights are to be taken
   * @param projections for each request, the projections that it means
   * @param tables the plastic table of a projection
   */
  public WeightSamples(
      List<Recording.Weights> requests,
      List<List<Double>> wanted,
      List<List<Integer>> projections,
      IntFunction<PlasticTable> tables) {
    this.requests = requests;
    this.projections = projections;
    this.tables = tables;
    this.last = new double[projections.size()];
    Arrays.fill(last, Double.NEGATIVE_INFINITY);
    for (int request = 0; request < projections.size(); request++) {
      taken.add(new ArrayList<>());
      moments.add(new ArrayList<>());
      for (double moment : new TreeSet<>(wanted.get(request))) {
        pending.computeIfAbsent(moment, t -> new ArrayList<>()).add(request);
      }
    }
  }

  /**
   * Begins a stretch: takes the samples up to its beginning.
   *
   * @param delivered all deliveries up to this time have been made, and no others
   * @param begin when it begins, not before that: all spikes up to then are known
   * @param until when it ends
   */
  public void begin(double delivered, double begin, double until) {
    if (open != null) {
      takeBefore(delivered, open);
      closeViews();
    }
    if (next() < until) {
      takeBefore(Math.nextUp(begin), openViews(delivered));
      if (!(next() < until)) {
        closeViews();
      }
    }
  }

  /**
   * Ends the run: takes the samples that are left, and the weights at its end.
   *
   * @param delivered all deliveries up to this time have been made, and no others
   * @param end of the run, early or not; all spikes up to it are known
   * @param tolerance times that differ by no more than this are the same but for rounding
   */
  public void finish(double delivered, double end, double tolerance) {
    for (int request = 0; request < projections.size(); request++) {
      List<Integer> asking = pending.computeIfAbsent(end, t -> new ArrayList<>());
      if (!asking.contains(request) && !endsNear(request, end, tolerance)) {
        asking.add(request);
      }
    }
    begin(delivered, end, Math.nextUp(end));
  }

  private boolean endsNear(int request, double end, double tolerance) {
    double latest = last[request];
    for (Map.Entry<Double, List<Integer>> entry : pending.headMap(end).entrySet()) {
      latest = entry.getValue().contains(request) ? entry.getKey() : latest;
    }
    return latest >= end - tolerance;
  }

  /**
   * Goes on with a run whose samples before a moment have been taken.
   *
   * @param begin the moment
   */
  public void goOn(double begin) {
    while (next() < begin) {
      Map.Entry<Double, List<Integer>> passed = pending.pollFirstEntry();
      passed.getValue().forEach(request -> last[request] = passed.getKey());
    }
  }

  private double next() {
    return pending.isEmpty() ? Double.POSITIVE_INFINITY : pending.firstKey();
  }

  private void takeBefore(double bound, Map<Integer, WeightView> views) {
    while (next() < bound) {
      takeNext(views);
    }
  }

  private Map<Integer, WeightView> openViews(double delivered) {
    Map<Integer, WeightView> views = new HashMap<>();
    for (List<Integer> meant : projections) {
      for (int projection : meant) {
        views.computeIfAbsent(projection, p -> new WeightView(tables.apply(p), delivered));
      }
    }
    open = views;
    return views;
  }

  private void closeViews() {
    if (open != null) {
      open.values().forEach(WeightView::close);
      open = null;
    }
  }

  private void takeNext(Map<Integer, WeightView> views) {
    Map.Entry<Double, List<Integer>> due = pending.pollFirstEntry();
    Map<Integer, WeightView.Values> values = new HashMap<>();
    for (int request : due.getValue()) {
      List<WeightView.Values> sample = new ArrayList<>();
      for (int projection : projections.get(request)) {
        WeightView.Values all =
            values.computeIfAbsent(projection, p -> views.get(p).at(due.getKey()));
        boolean whole = requests.get(request).states();
        sample.add(whole ? all : new WeightView.Values(all.weights(), new double[0][]));
        held += (whole ? 1L + all.states().length : 1L) * all.weights().length;
      }
      taken.get(request).add(sample);
      moments.get(request).add(due.getKey());
      last[request] = due.getKey();
    }
  }

  /** What the samples take of memory. */
  public long bytes() {
    return held * Double.BYTES;
  }

  /**
   * Gives away the samples of a request.
   *
   * @param request which request
   */
  public Taken take(int request) {
    double[] when = moments.get(request).stream().mapToDouble(Double::doubleValue).toArray();
    List<List<WeightView.Values>> samples = taken.get(request);
    for (List<WeightView.Values> sample : samples) {
      for (WeightView.Values values : sample) {
        held -= (1L + values.states().length) * values.weights().length;
      }
    }
    taken.set(request, new ArrayList<>());
    moments.get(request).clear();
    return new Taken(when, samples);
  }

  /** Samples of a request, of one partition. */
  public static final class Taken {
    private final double[] moments;
    private final List<List<WeightView.Values>> samples;

    private Taken(double[] moments, List<List<WeightView.Values>> samples) {
      this.moments = moments;
      this.samples = samples;
    }

    /** When they were taken, ascending. */
    public double[] moments() {
      return moments;
    }

    /**
     * The weights of one moment.
     *
     * @param sample which moment
     * @param projection which of the request's projections
     */
    public double[] weights(int sample, int projection) {
      return samples.get(sample).get(projection).weights();
    }

    /**
     * A number that synapses keep, at one moment.
     *
     * @param sample which moment
     * @param projection which of the request's projections
     * @param state which number, if those were asked for
     */
    public double[] state(int sample, int projection, int state) {
      return samples.get(sample).get(projection).states()[state];
    }
  }
}
