package org.hillock.loihi.validate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.read.MappedCore;

/** What a crossbar, types of axons and a limit of routes ask of a core. */
final class CrossbarCheck {

  private final ChipProfile chip;
  private final MappedCore core;
  private final CoreTables tables;
  private final Complaints complaints;
  private final String where;

  /** Weight of a compartment, by it and the type of the axon. */
  private final Map<Long, Double> weightOf = new HashMap<>();

  CrossbarCheck(ChipProfile chip, MappedCore core, CoreTables tables, Complaints complaints) {
    this.chip = chip;
    this.core = core;
    this.tables = tables;
    this.complaints = complaints;
    this.where = core.name();
  }

  void check() {
    routes();
    for (int number = 0; number < core.axons().size(); number++) {
      MappedCore.Axon axon = core.axons().get(number);
      int types = chip.synapse().axonTypes();
      boolean known = types == 0 ? axon.type() == -1 : axon.type() >= 0 && axon.type() < types;
      if (!known) {
        complaints.add("%s: input axon %d is of type %d", where, number, axon.type());
      }
      MappedCore.Block block = tables.block(axon);
      if (block != null) {
        crossings(number, axon, block);
      }
    }
  }

  private void routes() {
    int most = chip.core().routesPerNeuron();
    int[] routes = new int[core.compartments().size()];
    for (int source : core.sourceCompartments()) {
      if (source >= 0 && source < routes.length && ++routes[source] > most && most > 0) {
        complaints.add("%s: compartment %d reaches more than %d cores", where, source, most);
      }
    }
  }

  private void crossings(int number, MappedCore.Axon axon, MappedCore.Block block) {
    Set<Integer> met = new HashSet<>();
    Set<Integer> delays = new HashSet<>();
    for (MappedCore.Entry entry : block.entries()) {
      MappedCore.Format format = tables.format(entry);
      for (int i = 0; i < entry.weights().length; i++) {
        int target = axon.target(entry, i);
        if (format == null || !format.holds(entry.weights()[i])) {
          continue;
        }
        delays.add(entry.delay(i));
        if (!met.add(target) && chip.synapse().crossbar()) {
          complaints.add("%s: input axon %d meets compartment %d twice", where, number, target);
        }
        if (chip.synapse().axonTypes() > 0) {
          type(axon, target, format.weight(entry.weights()[i], 0));
        }
      }
    }
    if (delays.size() > 1 && chip.synapse().crossbar()) {
      complaints.add("%s: input axon %d has %d delays", where, number, delays.size());
    }
  }

  private void type(MappedCore.Axon axon, int target, double weight) {
    Double other = weightOf.putIfAbsent((long) axon.type() << 32 | target & 0xFFFFFFFFL, weight);
    if (other != null && other != weight) {
      complaints.add(
          "%s: compartment %d has two weights for axons of type %d", where, target, axon.type());
    }
  }
}
