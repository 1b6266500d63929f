package org.hillock.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.partition.CoreFill;
import org.hillock.loihi.partition.SynapseTable;
import org.hillock.loihi.partition.Traffic;

/**
 * The time of a step, reckoned core by core and apart from {@link
 * org.hillock.loihi.estimate.CostEstimate}.
 *
 * @param core the one that takes longest
 * @param parts what it does, then what all wait for
 */
record StepTime(int core, List<Part> parts) {

  /**
   * A part of the step.
   *
   * @param name what happens
   * @param ns for how long [ns]
   */
  record Part(String name, double ns) {}

  static StepTime of(Mapping mapping) {
    ChipProfile.Costs costs = mapping.profile().costs();
    double[] rates = mapping.activity().rates();
    double perStep = mapping.chipStep() / 1000;
    double[] sent = sent(mapping, rates);
    List<Part> parts = List.of();
    double longest = -1;
    int slowest = 0;
    for (int core = 0; core < mapping.cores(); core++) {
      CoreFill fill = mapping.fill(core);
      double received = 0;
      for (int source : fill.sources()) {
        received += rates[source];
      }
      double events = 0;
      double spikes = 0;
      SynapseTable table = mapping.table();
      for (int place : fill.places()) {
        spikes += rates[mapping.numbering().sourceAt(place)];
        for (int i = table.start(place); i < table.end(place); i++) {
          events += rates[table.source(i)];
        }
      }
      List<Part> own =
          List.of(
              new Part("neuron updates", fill.compartments() * costs.neuronNs()),
              new Part("spikes", spikes * perStep * costs.spikeNs()),
              new Part("synaptic events", events * perStep * costs.synapseNs()),
              new Part("packets received", received * perStep * costs.axonInNs()),
              new Part("packets sent", sent[core] * perStep * costs.axonOutNs()));
      double sum = own.stream().mapToDouble(Part::ns).sum();
      if (sum > longest) {
        longest = sum;
        slowest = core;
        parts = own;
      }
    }
    List<Part> all = new ArrayList<>(parts);
    all.add(new Part("wait for the busiest link", Math.max(0, link(mapping, perStep) - longest)));
    all.add(new Part("flight of the farthest packet", flight(mapping)));
    all.add(new Part("barrier between steps", costs.barrier(tiles(mapping))));
    return new StepTime(slowest, List.copyOf(all));
  }

  /** What the busiest link carries in a step takes [ns]: every packet is walked, hop by hop. */
  private static double link(Mapping mapping, double perStep) {
    ChipProfile.Costs costs = mapping.profile().costs();
    return LinkLoadsTest.walked(mapping).entrySet().stream()
        .mapToDouble(
            link ->
                link.getValue()
                    * perStep
                    * (link.getKey().endsWith("ST") // EAST and WEST
                        ? costs.hopEastWestNs()
                        : costs.hopNorthSouthNs()))
        .max()
        .orElse(0);
  }

  /** The way of the packet that goes farthest [ns]. */
  private static double flight(Mapping mapping) {
    ChipProfile.Costs costs = mapping.profile().costs();
    double longest = 0;
    for (int core = 0; core < mapping.cores(); core++) {
      int[] from = LinkLoadsTest.position(mapping.physical(core), mapping.profile());
      for (int place : mapping.fill(core).places()) {
        int source = mapping.numbering().sourceAt(place);
        for (int r = mapping.routes().from(source); r < mapping.routes().to(source); r++) {
          int target = mapping.physical(mapping.routes().core(r));
          int[] to = LinkLoadsTest.position(target, mapping.profile());
          longest =
              Math.max(
                  longest,
                  Math.abs(from[0] - to[0]) * costs.hopEastWestNs()
                      + Math.abs(from[1] - to[1]) * costs.hopNorthSouthNs());
        }
      }
    }
    return longest;
  }

  private static int tiles(Mapping mapping) {
    return (int)
        IntStream.range(0, mapping.cores())
            .map(core -> mapping.physical(core) / mapping.profile().mesh().coresPerTile())
            .distinct()
            .count();
  }

  /** Packets per second that each core sends. */
  private static double[] sent(Mapping mapping, double[] rates) {
    List<CoreFill> cores = new ArrayList<>();
    for (int core = 0; core < mapping.cores(); core++) {
      cores.add(mapping.fill(core));
    }
    int[] home = Traffic.homes(cores, mapping.numbering().places());
    double[] sent = new double[cores.size()];
    for (CoreFill core : cores) {
      for (int source : core.sources()) {
        int place = mapping.numbering().placeOf(source);
        if (place >= 0) {
          sent[home[place]] += rates[source];
        }
      }
    }
    return sent;
  }

  /** All parts together [ns]. */
  double ns() {
    return parts.stream().mapToDouble(Part::ns).sum();
  }
}
