package org.hillock.loihi.read;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The populations onto which synapses learn in a mapping. */
public final class LearningTargets {

  private LearningTargets() {}

  /** Their names, sorted; none if nothing learns. */
  public static Set<String> of(MappingFile mapping) {
    Set<String> names = new TreeSet<>();
    for (MappedCore core : mapping.cores()) {
      Map<Integer, MappedCore.Format> formats = core.formatsById();
      Map<Integer, MappedCore.Block> blocks = core.blocksByPointer();
      for (MappedCore.Axon axon : core.axons()) {
        MappedCore.Block block = blocks.get(axon.pointer());
        if (block != null) {
          block.entries().stream()
              .filter(entry -> learns(formats.get(entry.format())))
              .forEach(entry -> add(core, axon, entry, names));
        }
      }
    }
    return names;
  }

  private static boolean learns(MappedCore.@Nullable Format format) {
    return format != null && format.stdpProfile() >= 0;
  }

  private static void add(
      MappedCore core, MappedCore.Axon axon, MappedCore.Entry entry, Set<String> names) {
    for (int i = 0; i < entry.targets().length; i++) {
      int compartment = axon.target(entry, i);
      for (MappedCore.Slice slice : core.slices()) {
        int within = compartment - slice.firstCompartment();
        if (within >= 0 && within < slice.count()) {
          names.add(slice.population());
        }
      }
    }
  }
}
