package org.hillock.nir;

import java.util.Arrays;
import java.util.TreeMap;
import org.hillock.engine.wiring.IntList;

/**
 * What the elements of one node get from the elements of a source, along all ways between them: for
 * each element a list of (element of the source, delay, weight). Immutable.
 */
final class SparsePaths {

  private final int sources;
  private final int[] start;
  private final int[] source;
  private final double[] delay;
  private final double[] weight;

  private SparsePaths(int sources, int[] start, int[] source, double[] delay, double[] weight) {
    this.sources = sources;
    this.start = start;
    this.source = source;
    this.delay = delay;
    this.weight = weight;
  }

  /** The paths of a source to itself. */
  static SparsePaths identity(int size) {
    int[] start = new int[size + 1];
    int[] source = new int[size];
    double[] weight = new double[size];
    for (int i = 0; i < size; i++) {
      start[i + 1] = i + 1;
      source[i] = i;
      weight[i] = 1;
    }
    return new SparsePaths(size, start, source, new double[size], weight);
  }

  /** Number of elements that get something. */
  int elements() {
    return start.length - 1;
  }

  /** Number of paths. */
  int size() {
    return source.length;
  }

  /** The first path of an element; those of the next element follow. */
  int first(int element) {
    return start[element];
  }

  /** Source element of a path. */
  int source(int path) {
    return source[path];
  }

  /** Delay of a path [s]. */
  double delay(int path) {
    return delay[path];
  }

  /** Weight of a path. */
  double weight(int path) {
    return weight[path];
  }

  /** The paths behind a linear map. */
  SparsePaths through(LinearMap map) {
    Builder builder = new Builder(sources, map.outputs());
    for (int output = 0; output < map.outputs(); output++) {
      double later = map.delay(output);
      map.row(
          output,
          (input, factor) -> {
            for (int path = start[input]; path < start[input + 1]; path++) {
              builder.add(source[path], delay[path] + later, factor * weight[path]);
            }
          });
      builder.endOfElement();
    }
    return builder.build();
  }

  /** All paths of two. */
  SparsePaths plus(SparsePaths other) {
    Builder builder = new Builder(sources, elements());
    for (int element = 0; element < elements(); element++) {
      for (SparsePaths part : new SparsePaths[] {this, other}) {
        for (int path = part.start[element]; path < part.start[element + 1]; path++) {
          builder.add(part.source[path], part.delay[path], part.weight[path]);
        }
      }
      builder.endOfElement();
    }
    return builder.build();
  }

  /** Adds up what comes from the same element with the same delay. */
  private static final class Builder {

    /** Sums of one delay, by source. */
    private static final class Sums {
      private final double[] sum;
      private final boolean[] seen;
      private final IntList touched = new IntList();

      Sums(int sources) {
        sum = new double[sources];
        seen = new boolean[sources];
      }
    }

    private final int sources;
    private final int[] start;
    private final TreeMap<Double, Sums> byDelay = new TreeMap<>();
    private int element;
    private int size;
    private int[] source = new int[1024];
    private double[] delay = new double[1024];
    private double[] weight = new double[1024];

    Builder(int sources, int elements) {
      this.sources = sources;
      this.start = new int[elements + 1];
    }

    void add(int from, double later, double value) {
      Sums sums = byDelay.computeIfAbsent(later, key -> new Sums(sources));
      if (!sums.seen[from]) {
        sums.seen[from] = true;
        sums.touched.add(from);
      }
      sums.sum[from] += value;
    }

    void endOfElement() {
      byDelay.forEach(
          (later, sums) -> {
            int[] touched = Arrays.copyOf(sums.touched.array(), sums.touched.size());
            Arrays.sort(touched);
            for (int from : touched) {
              if (sums.sum[from] != 0) {
                append(from, later, sums.sum[from]);
              }
              sums.sum[from] = 0;
              sums.seen[from] = false;
            }
            sums.touched.clear();
          });
      start[++element] = size;
    }

    private void append(int from, double later, double value) {
      if (size == source.length) {
        int room = Math.addExact(size, size >> 1);
        source = Arrays.copyOf(source, room);
        delay = Arrays.copyOf(delay, room);
        weight = Arrays.copyOf(weight, room);
      }
      source[size] = from;
      delay[size] = later;
      weight[size++] = value;
    }

    SparsePaths build() {
      return new SparsePaths(
          sources,
          start,
          Arrays.copyOf(source, size),
          Arrays.copyOf(delay, size),
          Arrays.copyOf(weight, size));
    }
  }
}
