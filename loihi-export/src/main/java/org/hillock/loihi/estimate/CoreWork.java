package org.hillock.loihi.estimate;

import java.util.List;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.partition.CoreFill;
import org.hillock.loihi.partition.QuantisedNetwork;
import org.hillock.loihi.partition.SynapseTable;
import org.hillock.loihi.partition.Traffic;
import org.hillock.loihi.wiring.Numbering;

/** What each core of a partition does, in events per second. */
final class CoreWork {

  private final int[] neurons;
  private final double[] fired;
  private final double[] reached;
  private final double[] received;
  private final double[] sent;

  private CoreWork(int cores) {
    neurons = new int[cores];
    fired = new double[cores];
    reached = new double[cores];
    received = new double[cores];
    sent = new double[cores];
  }

  static CoreWork of(List<CoreFill> cores, QuantisedNetwork network, double[] rates) {
    CoreWork work = new CoreWork(cores.size());
    Numbering numbering = network.numbering();
    SynapseTable table = network.table();
    int[] home = Traffic.homes(cores, numbering.places());
    for (int core = 0; core < cores.size(); core++) {
      work.neurons[core] = cores.get(core).compartments();
      for (int source : cores.get(core).sources()) {
        work.received[core] += rates[source];
        int place = numbering.placeOf(source);
        if (place >= 0) {
          work.sent[home[place]] += rates[source];
        }
      }
      for (int place : cores.get(core).places()) {
        work.fired[core] += rates[numbering.sourceAt(place)];
        for (int i = table.start(place); i < table.end(place); i++) {
          work.reached[core] += rates[table.source(i)];
        }
      }
    }
    return work;
  }

  /** Spikes of all neurons per second. */
  double fired() {
    return sum(fired);
  }

  /** Synapses that spikes reach per second. */
  double reached() {
    return sum(reached);
  }

  /** Packets that cores receive per second, those from outside included. */
  double received() {
    return sum(received);
  }

  /** Packets that cores send per second, those to themselves included. */
  double sent() {
    return sum(sent);
  }

  /** What a core does in a mean step, one thing after the other. */
  List<CostEstimate.Part> step(int core, ChipProfile.Costs costs, double steps) {
    return List.of(
        new CostEstimate.Part("neuron updates", neurons[core] * costs.neuronNs()),
        new CostEstimate.Part("spikes", fired[core] / steps * costs.spikeNs()),
        new CostEstimate.Part("synaptic events", reached[core] / steps * costs.synapseNs()),
        new CostEstimate.Part("packets received", received[core] / steps * costs.axonInNs()),
        new CostEstimate.Part("packets sent", sent[core] / steps * costs.axonOutNs()));
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
