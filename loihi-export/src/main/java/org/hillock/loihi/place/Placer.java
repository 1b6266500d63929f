package org.hillock.loihi.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;

/**
 * Puts cores on the board so that packets take few hops: cores in an order in which partners are
 * neighbours go along a Hilbert curve through the tiles, then cores change places as long as that
 * saves hops. As many tiles are used as are needed, from the first chip on.
 */
public final class Placer {

  /** Entries of the graph that are looked at while cores change places: some seconds. */
  private static final long MOST_WORK = 200_000_000L;

  /**
   * Up to so many cores every pair is tried; above, only partners near where a core is drawn to.
   */
  private static final int ALL_PAIRS = 512;

  private static final int NEAREST = 12;

  private final ChipProfile profile;
  private final MeshDistance mesh;
  private final Set<Integer> avoid;
  private long work;

  /**
   * @param profile the board
   * @param avoid cores not to use, numbered over all chips
   */
  public Placer(ChipProfile profile, Set<Integer> avoid) {
    this.profile = profile;
    this.mesh = new MeshDistance(profile);
    this.avoid = avoid;
  }

  /**
   * Places the cores of a graph.
   *
   * @return the core of the board, numbered over all chips, for each core
   * @throws MappingException if the board has too few cores that may be used
   */
  public int[] place(CoreGraph graph) {
    int[] slots = slots(graph.size());
    int[] best = improved(graph, along(slots, IntStream.range(0, graph.size()).toArray()));
    int[] chained = improved(graph, along(slots, chain(graph)));
    return graph.hopTraffic(chained, mesh) < graph.hopTraffic(best, mesh) ? chained : best;
  }

  /**
   * Places cores along the curve in their own order, without looking at what they send.
   *
   * @return as {@link #place}
   */
  public int[] draft(int cores) {
    return along(slots(cores), IntStream.range(0, cores).toArray());
  }

  /** The first cores along the curve of each chip, chips row by row and back. */
  private int[] slots(int count) {
    int[] slots = new int[count];
    int size = 0;
    List<int[]> cells = HilbertCurve.cells(profile.mesh().columns(), profile.mesh().rows());
    int columns = profile.mesh().chipColumns();
    for (int i = 0; i < profile.chips() && size < count; i++) {
      int row = i / columns;
      int inRow = Math.min(columns, profile.chips() - row * columns);
      int chip = row * columns + (row % 2 == 0 ? i % columns : inRow - 1 - i % columns);
      for (int[] cell : cells) {
        int tile = cell[0] * profile.mesh().rows() + cell[1];
        for (int c = 0; c < profile.mesh().coresPerTile() && size < count; c++) {
          int core = chip * profile.coresPerChip() + tile * profile.mesh().coresPerTile() + c;
          if (!avoid.contains(core)) {
            slots[size++] = core;
          }
        }
      }
    }
    if (size < count) {
      throw new MappingException(
          "--avoid",
          "cores",
          String.format(Locale.ROOT, "%,d", count),
          String.format(
              Locale.ROOT, "%,d, of which %,d are to be avoided", profile.cores(), avoid.size()),
          "fewer cores to avoid, or a profile with more chips, --target FILE");
    }
    return slots;
  }

  private static int[] along(int[] slots, int[] order) {
    int[] physical = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      physical[order[i]] = slots[i];
    }
    return physical;
  }

  /** An order in which each core is the one most tied to those before it, the latest first. */
  private static int[] chain(CoreGraph graph) {
    int n = graph.size();
    int[] order = new int[n];
    double[] tie = new double[n];
    boolean[] taken = new boolean[n];
    double freshness = 1;
    for (int i = 0; i < n; i++) {
      int best = -1;
      for (int core = 0; core < n; core++) {
        if (!taken[core] && (best < 0 || tie[core] > tie[best])) {
          best = core;
        }
      }
      order[i] = best;
      taken[best] = true;
      for (int e = graph.start(best); e < graph.end(best); e++) {
        tie[graph.other(e)] += freshness * graph.packets(e);
      }
      freshness *= 1.5;
      if (freshness > 1e100) {
        for (int core = 0; core < n; core++) {
          tie[core] /= freshness;
        }
        freshness = 1;
      }
    }
    return order;
  }

  private int[] improved(CoreGraph graph, int[] start) {
    int[] physical = start.clone();
    work = 0;
    boolean changed = true;
    while (changed && work < MOST_WORK) {
      changed = false;
      for (int core = 0; core < graph.size() && work < MOST_WORK; core++) {
        changed |= improve(graph, physical, core);
      }
    }
    return physical;
  }

  private boolean improve(CoreGraph graph, int[] physical, int core) {
    double best = 1e-6;
    int partner = -1;
    for (int other : partners(graph, physical, core)) {
      double saved = saved(graph, physical, core, other);
      if (saved > best) {
        best = saved;
        partner = other;
      }
    }
    if (partner < 0) {
      return false;
    }
    swap(physical, core, partner);
    return true;
  }

  private static void swap(int[] physical, int a, int b) {
    int old = physical[a];
    physical[a] = physical[b];
    physical[b] = old;
  }

  private int[] partners(CoreGraph graph, int[] physical, int core) {
    int n = graph.size();
    if (n <= ALL_PAIRS) {
      return IntStream.range(core + 1, n).toArray();
    }
    // Where the packets of this core would be shortest, if distances were squared.
    double x = 0;
    double y = 0;
    double sum = 0;
    for (int e = graph.start(core); e < graph.end(core); e++) {
      x += graph.packets(e) * mesh.column(physical[graph.other(e)]);
      y += graph.packets(e) * mesh.row(physical[graph.other(e)]);
      sum += graph.packets(e);
    }
    work += graph.end(core) - graph.start(core) + n;
    double[] far = new double[n];
    for (int other = 0; other < n; other++) {
      far[other] =
          Math.abs(mesh.column(physical[other]) - x / sum)
              + Math.abs(mesh.row(physical[other]) - y / sum);
    }
    double[] sorted = far.clone();
    Arrays.sort(sorted);
    double limit = sorted[NEAREST];
    List<Integer> near = new ArrayList<>();
    for (int other = 0; other < n && near.size() < 4 * NEAREST; other++) {
      if (far[other] <= limit && other != core) {
        near.add(other);
      }
    }
    return near.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Hops per second that two cores save by changing places. */
  private double saved(CoreGraph graph, int[] physical, int a, int b) {
    work += graph.end(a) - graph.start(a) + graph.end(b) - graph.start(b);
    return saved(graph, physical, a, physical[b], b) + saved(graph, physical, b, physical[a], a);
  }

  private double saved(CoreGraph graph, int[] physical, int core, int to, int partner) {
    double saved = 0;
    for (int e = graph.start(core); e < graph.end(core); e++) {
      int other = graph.other(e);
      if (other != partner) {
        int there = physical[other];
        saved += graph.packets(e) * (mesh.hops(physical[core], there) - mesh.hops(to, there));
      }
    }
    return saved;
  }
}
