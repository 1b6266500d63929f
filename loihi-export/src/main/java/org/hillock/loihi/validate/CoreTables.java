package org.hillock.loihi.validate;

import java.util.Map;
import org.hillock.loihi.read.MappedCore;
import org.jspecify.annotations.Nullable;

/** The tables of a core in which others look things up by number. */
final class CoreTables {

  private final Map<Integer, MappedCore.Format> formats;
  private final Map<Integer, MappedCore.Block> blocks;

  CoreTables(MappedCore core) {
    this.formats = core.formatsById();
    this.blocks = core.blocksByPointer();
  }

  /** The block of an axon, or null if there is none. */
  MappedCore.@Nullable Block block(MappedCore.Axon axon) {
    return blocks.get(axon.pointer());
  }

  /** The format of an entry, or null if there is none. */
  MappedCore.@Nullable Format format(MappedCore.Entry entry) {
    return formats.get(entry.format());
  }

  /** Whether a synapse of a block learns. */
  boolean learns(MappedCore.Block block) {
    for (MappedCore.Entry entry : block.entries()) {
      MappedCore.Format format = format(entry);
      if (format != null && format.stdpProfile() >= 0) {
        return true;
      }
    }
    return false;
  }
}
