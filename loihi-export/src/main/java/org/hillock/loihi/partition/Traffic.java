package org.hillock.loihi.partition;

import java.util.Arrays;
import java.util.List;
import org.hillock.loihi.wiring.Numbering;

/**
 * What a partition sends from core to core. A spike makes one packet for each core other than its
 * own that it reaches; spikes from outside the chip make one for each core.
 */
public final class Traffic {

  private Traffic() {}

  /**
   * Packets per second.
   *
   * @param rates spikes of each source per second
   */
  public static double packets(List<CoreFill> cores, Numbering numbering, double[] rates) {
    int[] home = homes(cores, numbering.places());
    double packets = 0;
    for (int core = 0; core < cores.size(); core++) {
      for (int source : cores.get(core).sources()) {
        int place = numbering.placeOf(source);
        if (place < 0 || home[place] != core) {
          packets += rates[source];
        }
      }
    }
    return packets;
  }

  /** The core of each place. */
  public static int[] homes(List<CoreFill> cores, int places) {
    int[] home = new int[places];
    Arrays.fill(home, -1);
    for (int core = 0; core < cores.size(); core++) {
      for (int place : cores.get(core).places()) {
        home[place] = core;
      }
    }
    return home;
  }
}
