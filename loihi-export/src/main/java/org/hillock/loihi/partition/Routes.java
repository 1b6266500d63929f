package org.hillock.loihi.partition;

import java.util.List;

/** Where the spikes of each source go: cores, and the input axon on each (compressed rows). */
public final class Routes {

  private final int[] start;
  private final int[] cores;
  private final int[] axons;

  public Routes(List<CoreFill> partition, int sources) {
    start = new int[sources + 1];
    for (CoreFill core : partition) {
      for (int source : core.sources()) {
        start[source + 1]++;
      }
    }
    for (int i = 0; i < sources; i++) {
      start[i + 1] = Math.addExact(start[i + 1], start[i]);
    }
    int[] next = start.clone();
    cores = new int[start[sources]];
    axons = new int[start[sources]];
    for (int core = 0; core < partition.size(); core++) {
      int[] reaching = partition.get(core).sources();
      for (int axon = 0; axon < reaching.length; axon++) {
        int at = next[reaching[axon]]++;
        cores[at] = core;
        axons[at] = axon;
      }
    }
  }

  /** Place of the first route of a source. */
  public int from(int source) {
    return start[source];
  }

  /** One past the place of its last route. */
  public int to(int source) {
    return start[source + 1];
  }

  /** The core that a route leads to, counted over all chips. */
  public int core(int route) {
    return cores[route];
  }

  /** The input axon that it leads to. */
  public int axon(int route) {
    return axons[route];
  }
}
