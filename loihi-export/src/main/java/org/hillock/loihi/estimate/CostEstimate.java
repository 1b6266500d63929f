package org.hillock.loihi.estimate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.partition.CoreFill;
import org.hillock.loihi.partition.QuantisedNetwork;
import org.hillock.loihi.partition.SynapseTable;
import org.hillock.loihi.partition.Traffic;
import org.hillock.loihi.place.MeshDistance;
import org.hillock.loihi.wiring.Numbering;

/**
 * Energy and time of a mapping, estimated: operations per second times their published costs, see
 * {@link ChipProfile.Costs}. Leakage, the host and off-chip links are not in it.
 *
 * @param operations one a kind
 * @param step the time of a step, taken apart
 * @param packets from core to core, and from outside, per second
 * @param hopTraffic packets between cores times their hops, per second
 */
public record CostEstimate(
    List<Operation> operations, Step step, double packets, double hopTraffic) {

  /**
   * One kind of operation.
   *
   * @param name what happens
   * @param perSecond how often, per second of the network's time
   * @param energy of all of them [pJ per second of the network's time]
   */
  public record Operation(String name, double perSecond, double energy) {}

  /**
   * The time of a step: what the core that takes longest does, and the barrier.
   *
   * @param core the one that takes longest
   * @param parts what it does, then the barrier
   */
  public record Step(int core, List<Part> parts) {

    /** All parts together [ns]. */
    public double ns() {
      return parts.stream().mapToDouble(Part::ns).sum();
    }
  }

  /**
   * A part of a step.
   *
   * @param name what happens
   * @param ns for how long [ns]
   */
  public record Part(String name, double ns) {}

  /** Time of a step [ns]. */
  public double stepNs() {
    return step.ns();
  }

  /** Energy per second of the network's time [pJ]. */
  public double energy() {
    return operations.stream().mapToDouble(Operation::energy).sum();
  }

  /**
   * Estimates a mapping.
   *
   * @param cores of the partition
   * @param physical the core of the board of each
   * @param network that was cut
   * @param rates spikes of each source per second
   * @param stepMs what a step of the chip stands for [ms]
   */
  public static CostEstimate of(
      List<CoreFill> cores,
      int[] physical,
      QuantisedNetwork network,
      double[] rates,
      double stepMs) {
    ChipProfile profile = network.profile();
    Numbering numbering = network.numbering();
    SynapseTable table = network.table();
    ChipProfile.Costs costs = profile.costs();
    MeshDistance mesh = new MeshDistance(profile);
    int[] home = Traffic.homes(cores, numbering.places());
    double steps = 1000 / stepMs;
    double eastWest = 0;
    double northSouth = 0;
    double hopTraffic = 0;
    double packetsIn = 0;
    double events = 0;
    double spikes = 0;
    double[] received = new double[cores.size()];
    double[] reached = new double[cores.size()];
    double[] fired = new double[cores.size()];
    double[] sent = new double[cores.size()];
    for (int core = 0; core < cores.size(); core++) {
      for (int source : cores.get(core).sources()) {
        int place = numbering.placeOf(source);
        double rate = rates[source];
        received[core] += rate;
        if (place >= 0) {
          int from = home[place];
          sent[from] += rate;
          eastWest += rate * mesh.eastWest(physical[from], physical[core]);
          northSouth += rate * mesh.northSouth(physical[from], physical[core]);
          hopTraffic += rate * mesh.hops(physical[from], physical[core]);
        }
      }
      for (int place : cores.get(core).places()) {
        fired[core] += rates[numbering.sourceAt(place)];
        for (int i = table.start(place); i < table.end(place); i++) {
          reached[core] += rates[table.source(i)];
        }
      }
      packetsIn += received[core];
      events += reached[core];
      spikes += fired[core];
    }
    Step slowest = new Step(0, List.of());
    double packetsOut = 0;
    BitSet tiles = new BitSet();
    for (int core = 0; core < cores.size(); core++) {
      Step own =
          new Step(
              core,
              List.of(
                  new Part("neuron updates", cores.get(core).compartments() * costs.neuronNs()),
                  new Part("spikes", fired[core] / steps * costs.spikeNs()),
                  new Part("synaptic events", reached[core] / steps * costs.synapseNs()),
                  new Part("packets received", received[core] / steps * costs.axonInNs()),
                  new Part("packets sent", sent[core] / steps * costs.axonOutNs())));
      slowest = slowest.parts().isEmpty() || own.ns() > slowest.ns() ? own : slowest;
      packetsOut += sent[core];
      tiles.set(physical[core] / profile.mesh().coresPerTile());
    }
    List<Part> parts = new ArrayList<>(slowest.parts());
    parts.add(new Part("barrier between steps", costs.barrier(tiles.cardinality())));
    double updates = numbering.places() * steps;
    List<Operation> operations = new ArrayList<>();
    operations.add(new Operation("neuron updates", updates, updates * costs.neuronPj()));
    operations.add(new Operation("spikes", spikes, spikes * costs.spikePj()));
    operations.add(new Operation("synaptic events", events, events * costs.synapsePj()));
    operations.add(new Operation("packets sent", packetsOut, packetsOut * costs.axonOutPj()));
    operations.add(new Operation("packets received", packetsIn, packetsIn * costs.axonInPj()));
    operations.add(new Operation("hops along rows", eastWest, eastWest * costs.hopEastWestPj()));
    operations.add(
        new Operation("hops along columns", northSouth, northSouth * costs.hopNorthSouthPj()));
    double packets = Traffic.packets(cores, numbering, rates);
    return new CostEstimate(
        List.copyOf(operations), new Step(slowest.core(), List.copyOf(parts)), packets, hopTraffic);
  }
}
