package org.hillock.loihi.validate;

import java.util.HashMap;
import java.util.Map;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappedPopulation;
import org.hillock.loihi.read.MappedPort;
import org.hillock.loihi.read.MappingFile;
import org.hillock.network.Network;
import org.hillock.network.Population;

/**
 * Whether each route leads to an input axon of its own source, each input axon is led to once, no
 * core is there twice, and every neuron is on one core.
 */
final class RouteCheck {

  private final MappingFile file;
  private final Network network;
  private final SourceNames names;
  private final Complaints complaints;
  private final Map<Long, MappedCore> cores = new HashMap<>();
  private final Map<Long, boolean[]> reached = new HashMap<>();
  private final boolean[] placed;

  RouteCheck(MappingFile file, Network network, SourceNames names, Complaints complaints) {
    this.file = file;
    this.network = network;
    this.names = names;
    this.complaints = complaints;
    this.placed = new boolean[names.size()];
  }

  void check() {
    for (MappedCore core : file.cores()) {
      if (cores.put(core.address(), core) != null) {
        complaints.add("%s is there twice", core.name());
      }
      reached.put(core.address(), new boolean[core.axons().size()]);
      place(core);
    }
    for (Population population : network.populations()) {
      placed(population.name(), population.size(), !HostModels.outside(population));
    }
    for (MappedPopulation population : file.populations()) {
      if (population.isRelay()) {
        placed(population.name(), population.neurons().length, true);
      }
    }
    routes();
  }

  private void place(MappedCore core) {
    int[] sources = names.ofCompartments(core);
    for (int i = 0; i < sources.length; i++) {
      int source = sources[i];
      if (source < 0 || names.place(source).input() >= 0) {
        complaints.add("%s: compartment %d is a neuron of no population", core.name(), i);
      } else if (placed[source]) {
        complaints.add("%s is on two cores", names.text(source));
      } else {
        placed[source] = true;
      }
    }
  }

  private void placed(String population, int size, boolean onChip) {
    for (int i = 0; i < size; i++) {
      int source = names.of(population, i);
      if (source >= 0 && placed[source] != onChip) {
        complaints.add(
            onChip ? "%s[%d] is on no core" : "%s[%d] is on a core, but outside", population, i);
      }
    }
  }

  private void routes() {
    for (MappedCore core : file.cores()) {
      int[] sources = names.ofCompartments(core);
      for (int i = 0; i < core.routes().length; i++) {
        int compartment = core.sourceCompartments()[i];
        if (compartment < 0 || compartment >= sources.length) {
          complaints.add("%s: output axon %d has no compartment", core.name(), i);
        } else {
          follow(core.routes()[i], sources[compartment]);
        }
      }
    }
    for (int i = 0; i < file.ports().size(); i++) {
      MappedPort port = file.ports().get(i);
      for (MappedCore.Route route : port.routes()) {
        follow(route, names.ofPortAt(i));
      }
    }
    for (MappedCore core : file.cores()) {
      boolean[] own = reached.getOrDefault(core.address(), new boolean[0]);
      for (int axon = 0; axon < own.length; axon++) {
        if (!own[axon]) {
          complaints.add("%s: no route leads to input axon %d", core.name(), axon);
        }
      }
    }
  }

  private void follow(MappedCore.Route route, int source) {
    long address = route.address();
    MappedCore core = cores.get(address);
    if (core == null || route.axon() < 0 || route.axon() >= core.axons().size()) {
      complaints.add("a route of %s leads to no axon: %s", names.text(source), route);
      return;
    }
    MappedCore.Axon axon = core.axons().get(route.axon());
    int owner = names.ofAxon(axon);
    if (owner != source) {
      complaints.add(
          "%s: the route of %s leads to the axon of %s",
          core.name(), names.text(source), names.text(owner));
    }
    boolean[] own = reached.getOrDefault(address, new boolean[0]);
    if (own[route.axon()]) {
      complaints.add("%s: two routes lead to input axon %d", core.name(), route.axon());
    }
    own[route.axon()] = true;
  }
}
