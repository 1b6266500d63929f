package org.hillock.loihi.validate;

import java.util.HashMap;
import java.util.Map;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappedPopulation;
import org.hillock.loihi.read.MappedPort;
import org.hillock.loihi.read.MappingFile;

/**
 * Whether each route leads to an input axon of its own source, each input axon is led to once, no
 * core is there twice, and every neuron is on one core.
 */
final class RouteCheck {

  private final MappingFile file;
  private final SourceNames names;
  private final Complaints complaints;
  private final Map<Long, MappedCore> cores = new HashMap<>();
  private final Map<Long, boolean[]> reached = new HashMap<>();

  RouteCheck(MappingFile file, SourceNames names, Complaints complaints) {
    this.file = file;
    this.names = names;
    this.complaints = complaints;
  }

  void check() {
    boolean[] placed = new boolean[names.size()];
    for (MappedCore core : file.cores()) {
      if (cores.put(address(core.chip(), core.core()), core) != null) {
        complaints.add("%s is there twice", core.name());
      }
      reached.put(address(core.chip(), core.core()), new boolean[core.axons().size()]);
      for (int source : CoreCheck.sources(core, names)) {
        if (source < 0) {
          complaints.add("%s holds a neuron of no population", core.name());
        } else if (placed[source]) {
          complaints.add("%s is on two cores", names.text(source));
        } else {
          placed[source] = true;
        }
      }
    }
    for (MappedPopulation population : file.populations()) {
      for (int i = 0; i < population.size(); i++) {
        if (placed[names.of(population.name(), i)] != population.onChip()) {
          complaints.add(
              population.onChip() ? "%s[%d] is on no core" : "%s[%d] is on a core, but outside",
              population.name(),
              i);
        }
      }
    }
    routes();
  }

  private void routes() {
    for (MappedCore core : file.cores()) {
      int[] sources = CoreCheck.sources(core, names);
      for (int i = 0; i < core.routes().length; i++) {
        int compartment = core.sourceCompartments()[i];
        if (compartment < 0 || compartment >= sources.length) {
          complaints.add("%s: output axon %d has no compartment", core.name(), i);
        } else {
          follow(core.routes()[i], sources[compartment]);
        }
      }
    }
    for (MappedPort port : file.ports()) {
      for (MappedCore.Route route : port.routes()) {
        follow(route, names.ofPort(port.port()));
      }
    }
    for (MappedCore core : file.cores()) {
      boolean[] own = reached.getOrDefault(address(core.chip(), core.core()), new boolean[0]);
      for (int axon = 0; axon < own.length; axon++) {
        if (!own[axon]) {
          complaints.add("%s: no route leads to input axon %d", core.name(), axon);
        }
      }
    }
  }

  private void follow(MappedCore.Route route, int source) {
    long address = address(route.chip(), route.core());
    MappedCore core = cores.get(address);
    if (core == null || route.axon() < 0 || route.axon() >= core.axons().size()) {
      complaints.add("a route of %s leads to no axon: %s", names.text(source), route);
      return;
    }
    MappedCore.Axon axon = core.axons().get(route.axon());
    int owner = source(axon, names);
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

  /** The source that an input axon says it has. */
  static int source(MappedCore.Axon axon, SourceNames names) {
    return axon.port() >= 0
        ? names.ofPort(axon.port())
        : names.of(axon.population(), axon.neuron());
  }

  private static long address(int chip, int core) {
    return (long) chip << 32 | core;
  }
}
