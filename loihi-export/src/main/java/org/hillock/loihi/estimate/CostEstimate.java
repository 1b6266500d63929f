package org.hillock.loihi.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.partition.CoreFill;
import org.hillock.loihi.partition.QuantisedNetwork;
import org.hillock.loihi.partition.Traffic;

/**
 * Energy and time of a mapping, estimated: operations per second times their published costs, see
 * {@link ChipProfile.Costs}. Learning, leakage, the host and off-chip links are not in it.
 *
 * @param operations one a kind
 * @param step the time of a step, taken apart
 * @param work what all cores together do in a step at least, however the network is cut [ns]:
 *     updates, spikes and synaptic events
 * @param packets from core to core, and from outside, per second
 * @param hopTraffic packets between cores times their hops, per second
 */
public record CostEstimate(
    List<Operation> operations, Step step, double work, double packets, double hopTraffic) {

  /**
   * One kind of operation.
   *
   * @param name what happens
   * @param perSecond how often, per second of the network's time
   * @param energy of all of them [pJ per second of the network's time]
   */
  public record Operation(String name, double perSecond, double energy) {}

  /**
   * The time of a mean step:
   *
   * <pre>
   *   max(core, link) + flight + barrier
   *   core     Σ operations × their times, of the core that takes longest
   *   link     packets on the busiest link × time of a hop
   *   flight   time of the hops of the packet with the longest way
   *   barrier  of the tiles in use
   * </pre>
   *
   * <p>Links carry packets while cores send them, so that the busiest link costs only what it takes
   * longer than the core. That a link is taken for the time of a hop is an assumption. The times
   * for Loihi 1 are those of SANA-FE 8951ab07, arch/loihi.yaml: a neuron's update 6.0 + 3.7 ns, a
   * spike 30 ns, a sparse synapse 4.7 ns, a packet received 16 ns, sent 5.1 ns, a hop along a row
   * 4.1 ns, along a column 6.5 ns (the hops as in Davies et al. 2018, IEEE Micro 38:82, table 2).
   * For the barrier see {@link ChipProfile.Costs#barrier}.
   *
   * @param core the one that takes longest
   * @param own what it does
   * @param common what all wait for, the barrier last
   */
  public record Step(int core, List<Part> own, List<Part> common) {

    /** What the core does, then what all wait for. */
    public List<Part> parts() {
      List<Part> parts = new ArrayList<>(own);
      parts.addAll(common);
      return parts;
    }

    /** All parts together [ns]. */
    public double ns() {
      return sum(own) + sum(common);
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
    ChipProfile.Costs costs = network.profile().costs();
    double steps = 1000 / stepMs;
    CoreWork work = CoreWork.of(cores, network, rates);
    MeshTraffic mesh =
        MeshTraffic.of(cores, physical, network.numbering(), rates, network.profile());
    double neurons = network.numbering().places();
    List<Operation> operations =
        List.of(
            operation("neuron updates", neurons * steps, costs.neuronPj()),
            operation("spikes", work.fired(), costs.spikePj()),
            operation("synaptic events", work.reached(), costs.synapsePj()),
            operation("packets sent", work.sent(), costs.axonOutPj()),
            operation("packets received", work.received(), costs.axonInPj()),
            operation("hops along rows", mesh.eastWest(), costs.hopEastWestPj()),
            operation("hops along columns", mesh.northSouth(), costs.hopNorthSouthPj()));
    int slowest = 0;
    double busy = -1;
    for (int core = 0; core < cores.size(); core++) {
      double ns = sum(work.step(core, costs, steps));
      if (ns > busy) {
        slowest = core;
        busy = ns;
      }
    }
    int tiles = tiles(physical, network.profile());
    List<Part> common =
        List.of(
            new Part("wait for the busiest link", Math.max(0, mesh.link() / steps - busy)),
            new Part("flight of the farthest packet", mesh.flight()),
            new Part("barrier between steps", costs.barrier(tiles)));
    double least =
        neurons * costs.neuronNs()
            + work.fired() / steps * costs.spikeNs()
            + work.reached() / steps * costs.synapseNs();
    return new CostEstimate(
        operations,
        new Step(slowest, work.step(slowest, costs, steps), common),
        least,
        Traffic.packets(cores, network.numbering(), rates),
        mesh.hopTraffic());
  }

  private static Operation operation(String name, double perSecond, double energyOfOne) {
    return new Operation(name, perSecond, perSecond * energyOfOne);
  }

  private static int tiles(int[] physical, ChipProfile profile) {
    int coresPerTile = profile.mesh().coresPerTile();
    return (int) Arrays.stream(physical).map(core -> core / coresPerTile).distinct().count();
  }

  private static double sum(List<Part> parts) {
    return parts.stream().mapToDouble(Part::ns).sum();
  }
}
