package org.hillock.loihi.estimate;

import java.util.List;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.partition.CoreFill;
import org.hillock.loihi.partition.Traffic;
import org.hillock.loihi.place.MeshDistance;
import org.hillock.loihi.wiring.Numbering;

/**
 * What packets between cores do on the mesh. A border between two chips counts as a hop in energies
 * and times, since nothing is published of links between chips.
 *
 * @param eastWest hops along rows per second
 * @param northSouth hops along columns per second
 * @param hopTraffic packets times hops per second, where borders count {@code chipHops}
 * @param flight how long the packet with the longest way is under way [ns]
 * @param link how long the busiest link carries what passes it in a second [ns]
 */
record MeshTraffic(
    double eastWest, double northSouth, double hopTraffic, double flight, double link) {

  static MeshTraffic of(
      List<CoreFill> cores,
      int[] physical,
      Numbering numbering,
      double[] rates,
      ChipProfile profile) {
    ChipProfile.Costs costs = profile.costs();
    MeshDistance mesh = new MeshDistance(profile);
    int[] home = Traffic.homes(cores, numbering.places());
    double eastWest = 0;
    double northSouth = 0;
    double hopTraffic = 0;
    double flight = 0;
    for (int core = 0; core < cores.size(); core++) {
      int to = physical[core];
      for (int source : cores.get(core).sources()) {
        int place = numbering.placeOf(source);
        double rate = rates[source];
        if (place >= 0 && rate > 0) {
          int from = physical[home[place]];
          int columns = mesh.eastWest(from, to);
          int rows = mesh.northSouth(from, to);
          eastWest += rate * columns;
          northSouth += rate * rows;
          hopTraffic += rate * mesh.hops(from, to);
          flight =
              Math.max(flight, columns * costs.hopEastWestNs() + rows * costs.hopNorthSouthNs());
        }
      }
    }
    LinkLoads links = LinkLoads.of(cores, physical, numbering, rates, profile);
    double link =
        Math.max(
            costs.hopEastWestNs()
                * Math.max(
                    links.most(LinkLoads.Direction.EAST), links.most(LinkLoads.Direction.WEST)),
            costs.hopNorthSouthNs()
                * Math.max(
                    links.most(LinkLoads.Direction.SOUTH), links.most(LinkLoads.Direction.NORTH)));
    return new MeshTraffic(eastWest, northSouth, hopTraffic, flight, link);
  }
}
