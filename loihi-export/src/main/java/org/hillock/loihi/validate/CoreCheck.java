package org.hillock.loihi.validate;

import java.util.Map;
import java.util.TreeSet;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.read.MappedCore;

/**
 * Whether one core is within its limits, says rightly how much of them it takes, and has slices
 * that cover its compartments. The registers, the synapse memory and the crossbar have checks of
 * their own, which it calls.
 */
final class CoreCheck {

  private final ChipProfile chip;
  private final Complaints complaints;
  private final MappedCore core;
  private final CoreTables tables;
  private final String where;

  CoreCheck(ChipProfile chip, MappedCore core, CoreTables tables, Complaints complaints) {
    this.chip = chip;
    this.complaints = complaints;
    this.core = core;
    this.tables = tables;
    this.where = core.name();
  }

  void check() {
    complaints.range(where, "chip", core.chip(), 0, chip.chips() - 1L);
    complaints.range(where, "core", core.core(), 0, chip.coresPerChip() - 1L);
    slices();
    new RegisterCheck(chip, core, complaints).check();
    MemoryCheck memory = new MemoryCheck(chip, core, tables, complaints);
    memory.check();
    new CrossbarCheck(chip, core, tables, complaints).check();
    utilisation(new CoreUtilisation(core, tables, memory.words()).counts());
  }

  private void utilisation(Map<Limit, Long> counts) {
    TreeSet<String> unknown = new TreeSet<>(core.utilisation().keySet());
    for (Limit limit : Limit.of(chip)) {
      long counted = counts.getOrDefault(limit, 0L);
      complaints.most(where, limit.label(), counted, limit.perCore(chip));
      Integer said = core.utilisation().get(limit.key());
      if (said == null) {
        complaints.add("%s: utilisation.%s is missing", where, limit.key());
      } else {
        complaints.equal(where, "utilisation." + limit.key(), counted, said);
      }
      unknown.remove(limit.key());
    }
    for (String key : unknown) {
      complaints.add("%s: utilisation.%s is nothing that the chip has", where, key);
    }
  }

  private void slices() {
    long next = 0;
    for (int i = 0; i < core.slices().size(); i++) {
      MappedCore.Slice slice = core.slices().get(i);
      String own = where + ": slice " + i + " of " + slice.population();
      complaints.range(own, "count", slice.count(), 1, core.compartments().size());
      complaints.equal(own, "firstCompartment", next, slice.firstCompartment());
      next += Math.max(0, slice.count());
    }
    complaints.equal(where, "compartments of all slices", core.compartments().size(), next);
  }
}
