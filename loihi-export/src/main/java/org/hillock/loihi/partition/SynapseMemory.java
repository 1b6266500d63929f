package org.hillock.loihi.partition;

import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.quantise.WeightFormat;

/**
 * How many words of synapse memory synapses take (nengo-loihi's {@code bits_per_axon}): the
 * synapses of an axon and a format are cut into entries of at most 64, an entry has a header of 4
 * bits for its format and 6 for its length, and begins at a new word.
 *
 * <pre>
 *   sparse   weight, delay and index of the target, for each synapse
 *   dense    weight and delay, for each compartment from the first of the population on the core
 *            to the last that is reached
 * </pre>
 */
public final class SynapseMemory {

  private final ChipProfile profile;

  public SynapseMemory(ChipProfile profile) {
    this.profile = profile;
  }

  /** Words that so many synapses of an axon take. */
  public int words(int synapses, int bitsPerSynapse) {
    int most = profile.synapse().entrySynapses();
    int words = synapses / most * entryWords(most, bitsPerSynapse);
    int rest = synapses % most;
    return rest == 0 ? words : words + entryWords(rest, bitsPerSynapse);
  }

  private int entryWords(int synapses, int bitsPerSynapse) {
    int bits = profile.synapse().entryHeaderBits() + synapses * bitsPerSynapse;
    return (bits + profile.core().wordBits() - 1) / profile.core().wordBits();
  }

  /** Bits of a synapse that names its target, on a core with so many compartments. */
  public int sparseBits(WeightFormat format, int compartments) {
    return denseBits(format) + profile.synapse().indexBitsFor(compartments);
  }

  /** Bits of a synapse whose target follows from its place. */
  public int denseBits(WeightFormat format) {
    return format.bits() + format.delayBits();
  }
}
