package org.hillock.loihi.partition;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.hillock.loihi.wiring.Numbering;

/**
 * An order of neurons in which those that belong together are neighbours: clusters grow one neuron
 * at a time, always by the one that saves most packets,
 *
 * <pre>
 *   gain(n) = Σ rate(s) over the sources s of n that the cluster hears already, or holds
 *           + rate(n) if the cluster hears n
 * </pre>
 *
 * <p>(greedy hypergraph growing, as in Karypis et al. 1999, IEEE Trans VLSI 7:69, section 3.2).
 * Ties are broken by place, so the order is the same every time.
 */
final class GrownOrder {

  /** A candidate with the gain that it had when it was queued; it may have grown since. */
  private record Candidate(double gain, int place) implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      int byGain = Double.compare(other.gain, gain);
      return byGain != 0 ? byGain : Integer.compare(place, other.place);
    }
  }

  private final SynapseTable table;
  private final Numbering numbering;
  private final Fanout fanout;
  private final double[] rates;
  private final double[] gain;
  private final boolean[] taken;
  private final boolean[] known;
  private final PriorityQueue<Candidate> queue = new PriorityQueue<>();

  GrownOrder(SynapseTable table, Numbering numbering, Fanout fanout, double[] rates) {
    this.table = table;
    this.numbering = numbering;
    this.fanout = fanout;
    this.rates = rates;
    this.gain = new double[table.places()];
    this.taken = new boolean[table.places()];
    this.known = new boolean[numbering.sources()];
  }

  /**
   * The order.
   *
   * @param clusterSizes neurons of each cluster; the last is repeated
   */
  int[] order(int[] clusterSizes) {
    int[] order = new int[table.places()];
    int size = 0;
    int seed = 0;
    for (int cluster = 0; size < order.length; cluster++) {
      int wanted = clusterSizes[Math.min(cluster, clusterSizes.length - 1)];
      int end = Math.min(order.length, size + wanted);
      begin();
      while (size < end) {
        int place = next();
        if (place < 0) {
          while (taken[seed]) {
            seed++;
          }
          place = seed;
        }
        order[size++] = place;
        add(place);
      }
    }
    return order;
  }

  private void begin() {
    queue.clear();
    Arrays.fill(gain, 0);
    Arrays.fill(known, false);
  }

  /** The place of greatest gain, or -1 if none has any. */
  private int next() {
    while (true) {
      Candidate best = queue.poll();
      if (best == null) {
        return -1;
      }
      if (!taken[best.place()] && best.gain() == gain[best.place()]) {
        return best.place();
      }
    }
  }

  private void add(int place) {
    taken[place] = true;
    int own = numbering.sourceAt(place);
    if (!known[own]) {
      hear(own);
    }
    for (int i = table.start(place); i < table.end(place); i++) {
      int source = table.source(i);
      if (!known[source]) {
        int home = numbering.placeOf(source);
        if (home >= 0) {
          raise(home, rates[source]);
        }
        hear(source);
      }
    }
  }

  /** All who listen to a source would share its packets. */
  private void hear(int source) {
    known[source] = true;
    int last = -1;
    for (int i = fanout.start(source); i < fanout.end(source); i++) {
      int target = fanout.target(i);
      if (target != last) {
        raise(target, rates[source]);
      }
      last = target;
    }
  }

  private void raise(int place, double by) {
    if (!taken[place] && by > 0) {
      gain[place] += by;
      queue.add(new Candidate(gain[place], place));
    }
  }
}
