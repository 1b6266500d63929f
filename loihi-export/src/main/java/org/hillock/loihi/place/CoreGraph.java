package org.hillock.loihi.place;

import java.util.Arrays;
import java.util.List;
import org.hillock.loihi.partition.CoreFill;
import org.hillock.loihi.partition.Traffic;
import org.hillock.loihi.wiring.Numbering;

/**
 * Packets per second between cores, in both directions together: compressed rows, symmetric,
 * without what stays on a core or comes from outside the chip.
 */
public final class CoreGraph {

  private final int[] start;
  private final int[] others;
  private final float[] packets;

  private CoreGraph(int[] start, int[] others, float[] packets) {
    this.start = start;
    this.others = others;
    this.packets = packets;
  }

  /**
   * The graph of a partition.
   *
   * @param rates spikes of each source per second
   */
  public static CoreGraph of(List<CoreFill> cores, Numbering numbering, double[] rates) {
    int n = cores.size();
    int[] home = Traffic.homes(cores, numbering.places());
    int[] from = new int[1 << 10];
    int[] to = new int[1 << 10];
    float[] weight = new float[1 << 10];
    int size = 0;
    double[] sum = new double[n];
    int[] touched = new int[n];
    for (int core = 0; core < n; core++) {
      int count = 0;
      for (int source : cores.get(core).sources()) {
        int place = numbering.placeOf(source);
        if (place >= 0 && home[place] != core && rates[source] > 0) {
          if (sum[home[place]] == 0) {
            touched[count++] = home[place];
          }
          sum[home[place]] += rates[source];
        }
      }
      if (size + count > from.length) {
        int room = Math.max(size + count, from.length * 2);
        from = Arrays.copyOf(from, room);
        to = Arrays.copyOf(to, room);
        weight = Arrays.copyOf(weight, room);
      }
      for (int i = 0; i < count; i++) {
        from[size] = touched[i];
        to[size] = core;
        weight[size++] = (float) sum[touched[i]];
        sum[touched[i]] = 0;
      }
    }
    return bothWays(n, from, to, weight, size);
  }

  /** Rows of an edge at both of its ends; an edge in each direction gives two entries. */
  private static CoreGraph bothWays(int n, int[] from, int[] to, float[] weight, int size) {
    int[] start = new int[n + 1];
    for (int i = 0; i < size; i++) {
      start[from[i] + 1]++;
      start[to[i] + 1]++;
    }
    for (int i = 0; i < n; i++) {
      start[i + 1] += start[i];
    }
    int[] next = start.clone();
    int[] others = new int[2 * size];
    float[] packets = new float[2 * size];
    for (int i = 0; i < size; i++) {
      others[next[from[i]]] = to[i];
      packets[next[from[i]]++] = weight[i];
      others[next[to[i]]] = from[i];
      packets[next[to[i]]++] = weight[i];
    }
    return new CoreGraph(start, others, packets);
  }

  /** Number of cores. */
  public int size() {
    return start.length - 1;
  }

  /** Number of pairs, one for each direction, each seen from both ends. */
  public int ends() {
    return others.length;
  }

  /** The first entry of a core. */
  public int start(int core) {
    return start[core];
  }

  /** One past its last entry. */
  public int end(int core) {
    return start[core + 1];
  }

  /** The other core of an entry. */
  public int other(int entry) {
    return others[entry];
  }

  /** Packets per second of an entry. */
  public double packets(int entry) {
    return packets[entry];
  }

  /**
   * Packets per second times hops.
   *
   * @param physical the core of the board for each core
   */
  public double hopTraffic(int[] physical, MeshDistance mesh) {
    double traffic = 0;
    for (int core = 0; core < size(); core++) {
      for (int e = start(core); e < end(core); e++) {
        traffic += packets(e) * mesh.hops(physical[core], physical[other(e)]);
      }
    }
    return traffic / 2;
  }
}
