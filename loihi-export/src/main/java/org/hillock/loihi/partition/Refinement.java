package org.hillock.loihi.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.wiring.Numbering;

/**
 * Moves neurons from core to core, or swaps two, as long as that saves packets (after Fiduccia and
 * Mattheyses 1982, with gains of a hypergraph whose nets are the sources). A neuron n of core A
 * gains by going to B
 *
 * <pre>
 *   Σ rate(s) over sources s that only n hears on A     - Σ rate(s) over sources that nobody hears on B
 *   + rate(n) if B hears n                              - rate(n) if A still hears n
 * </pre>
 *
 * <p>where sources that live on the core cost no packets. Whether a core still fits is judged by
 * its compartments, axons and an estimate of its words, and at the end of a pass by a plan; a pass
 * that leaves a core too full is undone.
 */
final class Refinement {

  private static final int PASSES = 8;

  /** Partners tried for a swap. */
  private static final int PARTNERS = 32;

  /** Counters that may be kept: synapses of each source on each core. */
  private static final long MOST_COUNTERS = 1L << 27;

  /** Synapses that a pass may look at, for each core again: some seconds. */
  private static final long MOST_WORK = 1L << 29;

  private final SynapseTable table;
  private final Numbering numbering;
  private final ChipProfile profile;
  private final CorePlanner planner;
  private final double[] rates;
  private final int most;
  private final int cores;
  private final int[] home;
  private final int[] heard;
  private final int[] neurons;
  private final int[] axons;
  private final long[] words;
  private final long[] synapses;

  private Refinement(
      List<CoreFill> fills,
      QuantisedNetwork network,
      CorePlanner planner,
      double[] rates,
      int most) {
    this.table = network.table();
    this.numbering = network.numbering();
    this.profile = network.profile();
    this.planner = planner;
    this.rates = rates;
    this.most = most;
    this.cores = fills.size();
    this.home = Traffic.homes(fills, table.places());
    this.heard = new int[Math.multiplyExact(numbering.sources(), cores)];
    this.neurons = new int[cores];
    this.axons = new int[cores];
    this.words = new long[cores];
    this.synapses = new long[cores];
    for (int core = 0; core < cores; core++) {
      neurons[core] = fills.get(core).compartments();
      axons[core] = fills.get(core).sources().length;
      words[core] = fills.get(core).used(Limit.SYNAPSE_MEMORY);
      for (int place : fills.get(core).places()) {
        synapses[core] += table.end(place) - table.start(place);
        for (int i = table.start(place); i < table.end(place); i++) {
          heard[table.source(i) * cores + core]++;
        }
      }
    }
  }

  /**
   * A partition with no more packets than this one, and as many cores.
   *
   * @param most neurons of a core
   */
  static List<CoreFill> of(
      List<CoreFill> fills,
      QuantisedNetwork network,
      CorePlanner planner,
      double[] rates,
      int most) {
    Numbering numbering = network.numbering();
    if (fills.size() < 2
        || (long) numbering.sources() * fills.size() > MOST_COUNTERS
        || (long) network.table().size() * fills.size() > MOST_WORK) {
      return fills;
    }
    List<CoreFill> best = fills;
    for (int pass = 0; pass < PASSES; pass++) {
      Refinement refinement = new Refinement(best, network, planner, rates, most);
      if (!refinement.pass()) {
        break;
      }
      List<CoreFill> next = refinement.fills();
      boolean fits = next.stream().allMatch(fill -> fill.exceeded(network.profile()) == null);
      double before = Traffic.packets(best, numbering, rates);
      double after = fits ? Traffic.packets(next, numbering, rates) : Double.POSITIVE_INFINITY;
      if (after >= before) {
        break;
      }
      best = next;
      if (after > before * 0.998) {
        break;
      }
    }
    return best;
  }

  private boolean pass() {
    boolean moved = false;
    for (int place = 0; place < home.length; place++) {
      moved |= improve(place);
    }
    return moved;
  }

  private boolean improve(int place) {
    int from = home[place];
    int best = -1;
    double bestGain = 1e-9;
    for (int to : candidates(place)) {
      if (to == from) {
        continue;
      }
      double gain = gain(place, to);
      if (gain > bestGain) {
        best = to;
        bestGain = gain;
      }
    }
    if (best < 0 || neurons[from] == 1) {
      return false;
    }
    if (fits(place, best)) {
      move(place, best);
      return true;
    }
    return swap(place, best, bestGain);
  }

  /** The cores to which a neuron has any tie. */
  private int[] candidates(int place) {
    boolean[] tied = new boolean[cores];
    int own = numbering.sourceAt(place);
    for (int core = 0; core < cores; core++) {
      tied[core] = heard[own * cores + core] > 0;
    }
    int step = Math.max(1, (table.end(place) - table.start(place)) / 64);
    for (int i = table.start(place); i < table.end(place); i += step) {
      int at = table.source(i) * cores;
      for (int core = 0; core < cores; core++) {
        tied[core] |= heard[at + core] > 0;
      }
    }
    int size = 0;
    int[] found = new int[cores];
    for (int core = 0; core < cores; core++) {
      if (tied[core]) {
        found[size++] = core;
      }
    }
    return Arrays.copyOf(found, size);
  }

  /** Packets per second that a move saves. */
  private double gain(int place, int to) {
    int from = home[place];
    int own = numbering.sourceAt(place);
    double gain = 0;
    int ownSynapses = 0;
    for (int i = table.start(place); i < table.end(place); ) {
      int source = table.source(i);
      int next = table.endOfSource(i, place);
      if (source == own) {
        ownSynapses = next - i;
      } else {
        int sourcePlace = numbering.placeOf(source);
        int sourceCore = sourcePlace < 0 ? -1 : home[sourcePlace];
        if (heard[source * cores + from] == next - i && sourceCore != from) {
          gain += rates[source];
        }
        if (heard[source * cores + to] == 0 && sourceCore != to) {
          gain -= rates[source];
        }
      }
      i = next;
    }
    if (heard[own * cores + to] > 0) {
      gain += rates[own];
    }
    if (heard[own * cores + from] > ownSynapses) {
      gain -= rates[own];
    }
    return gain;
  }

  private boolean fits(int place, int to) {
    int newAxons = 0;
    for (int i = table.start(place); i < table.end(place); i = table.endOfSource(i, place)) {
      newAxons += heard[table.source(i) * cores + to] == 0 ? 1 : 0;
    }
    long more = wordsOf(place, to);
    return neurons[to] < Math.min(most, profile.core().compartments())
        && axons[to] + newAxons <= profile.core().inputAxons()
        && words[to] + more <= profile.core().synapseWords();
  }

  /** Words that a neuron takes of a core, at what its synapses take now. */
  private long wordsOf(int place, int core) {
    long own = table.end(place) - table.start(place);
    return synapses[core] == 0
        ? own
        : (long) Math.ceil((double) own * words[core] / synapses[core]);
  }

  private boolean swap(int place, int to, double gain) {
    int from = home[place];
    int best = -1;
    double bestGain = 1e-9;
    int tried = 0;
    for (int other = (place * 31 & 0x7fffffff) % home.length, i = 0;
        i < home.length && tried < PARTNERS;
        i++, other = other + 1 == home.length ? 0 : other + 1) {
      if (home[other] == to) {
        tried++;
        double both = gain + gain(other, from) - 2 * tie(place, other);
        boolean alike = Math.abs(wordsOf(other, to) - wordsOf(place, to)) <= slack(to, from);
        if (both > bestGain && alike) {
          best = other;
          bestGain = both;
        }
      }
    }
    if (best < 0) {
      return false;
    }
    move(place, to);
    move(best, from);
    return true;
  }

  private long slack(int a, int b) {
    long room = profile.core().synapseWords();
    return Math.min(room - words[a], room - words[b]);
  }

  /** What the gains of two neurons that change places count twice: synapses between them. */
  private double tie(int a, int b) {
    return hears(a, numbering.sourceAt(b)) * rates[numbering.sourceAt(b)]
        + hears(b, numbering.sourceAt(a)) * rates[numbering.sourceAt(a)];
  }

  private int hears(int place, int source) {
    for (int i = table.start(place); i < table.end(place); i++) {
      if (table.source(i) == source) {
        return 1;
      }
    }
    return 0;
  }

  private void move(int place, int to) {
    int from = home[place];
    long there = wordsOf(place, to);
    long here = wordsOf(place, from);
    for (int i = table.start(place); i < table.end(place); i++) {
      int at = table.source(i) * cores;
      if (--heard[at + from] == 0) {
        axons[from]--;
      }
      if (heard[at + to]++ == 0) {
        axons[to]++;
      }
    }
    int own = table.end(place) - table.start(place);
    neurons[from]--;
    neurons[to]++;
    words[from] -= here;
    words[to] += there;
    synapses[from] -= own;
    synapses[to] += own;
    home[place] = to;
  }

  private List<CoreFill> fills() {
    int[][] places = new int[cores][];
    for (int core = 0; core < cores; core++) {
      places[core] = new int[neurons[core]];
    }
    int[] next = new int[cores];
    for (int place = 0; place < home.length; place++) {
      places[home[place]][next[home[place]]++] = place;
    }
    List<CoreFill> fills = new ArrayList<>();
    for (int[] own : places) {
      if (own.length > 0) {
        fills.add(planner.fill(own));
      }
    }
    return fills;
  }
}
