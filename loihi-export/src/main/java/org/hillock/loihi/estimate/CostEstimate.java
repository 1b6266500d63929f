package org.hillock.loihi.estimate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.partition.CoreFill;
import org.hillock.loihi.partition.SynapseTable;
import org.hillock.loihi.partition.Traffic;
import org.hillock.loihi.place.MeshDistance;
import org.hillock.loihi.wiring.Numbering;

/**
 * Energy and time of a mapping, estimated: operations per second times their published costs, see
 * {@link ChipProfile.Costs}. Leakage, the host and off-chip links are not in it.
 *
 * @param operations one a kind
 * @param stepNs time of a step: that of the core that takes longest, and the barrier [ns]
 * @param barrierNs the barrier's part of it [ns]
 * @param packets from core to core, and from outside, per second
 * @param hopTraffic packets between cores times their hops, per second
 */
public record CostEstimate(
    List<Operation> operations,
    double stepNs,
    double barrierNs,
    double packets,
    double hopTraffic) {

  /**
   * One kind of operation.
   *
   * @param name what happens
   * @param perSecond how often, per second of the network's time
   * @param energy of all of them [pJ per second of the network's time]
   */
  public record Operation(String name, double perSecond, double energy) {}

  /** Energy per second of the network's time [pJ]. */
  public double energy() {
    return operations.stream().mapToDouble(Operation::energy).sum();
  }

  /**
   * Estimates a mapping.
   *
   * @param cores of the partition
   * @param physical the core of the board of each
   * @param table all synapses
   * @param rates spikes of each source per second
   * @param stepMs what a step of the chip stands for [ms]
   */
  public static CostEstimate of(
      List<CoreFill> cores,
      int[] physical,
      SynapseTable table,
      Numbering numbering,
      double[] rates,
      double stepMs,
      ChipProfile profile) {
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
    double[] busy = new double[cores.size()];
    double[] sent = new double[cores.size()];
    for (int core = 0; core < cores.size(); core++) {
      double in = 0;
      for (int source : cores.get(core).sources()) {
        int place = numbering.placeOf(source);
        double rate = rates[source];
        if (place < 0) {
          in += rate;
        } else {
          int from = home[place];
          sent[from] += rate;
          in += rate;
          eastWest += rate * mesh.eastWest(physical[from], physical[core]);
          northSouth += rate * mesh.northSouth(physical[from], physical[core]);
          hopTraffic += rate * mesh.hops(physical[from], physical[core]);
        }
      }
      double reached = 0;
      double fired = 0;
      for (int place : cores.get(core).places()) {
        fired += rates[numbering.sourceAt(place)];
        for (int i = table.start(place); i < table.end(place); i++) {
          reached += rates[table.source(i)];
        }
      }
      busy[core] +=
          cores.get(core).compartments() * costs.neuronNs()
              + (in * costs.axonInNs() + reached * costs.synapseNs() + fired * costs.spikeNs())
                  / steps;
      packetsIn += in;
      events += reached;
      spikes += fired;
    }
    double slowest = 0;
    double packetsOut = 0;
    BitSet tiles = new BitSet();
    for (int core = 0; core < busy.length; core++) {
      slowest = Math.max(slowest, busy[core] + sent[core] * costs.axonOutNs() / steps);
      packetsOut += sent[core];
      tiles.set(physical[core] / profile.mesh().coresPerTile());
    }
    double updates = numbering.places() * steps;
    double barrier = costs.barrier(tiles.cardinality());
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
        List.copyOf(operations), slowest + barrier, barrier, packets, hopTraffic);
  }
}
