package org.hillock.loihi.partition;

import java.util.List;
import org.hillock.loihi.quantise.Compartment;
import org.hillock.loihi.quantise.WeightFormat;
import org.jspecify.annotations.Nullable;

/**
 * The whole content of one core, as it would be written into the chip.
 *
 * @param slices the neurons, as ranges of populations
 * @param compartments one a neuron
 * @param formats synapse formats; ids count from 1, since the chip leaves 0 unused
 * @param blocks of the synapse memory, in its order
 * @param axons the input axons
 */
public record CoreLayout(
    List<Slice> slices,
    List<Compartment> compartments,
    List<Format> formats,
    List<Block> blocks,
    List<Axon> axons) {

  /**
   * Neighbours of one population.
   *
   * @param population place in the network
   * @param firstNeuron index of the first within the population
   * @param firstCompartment its compartment
   * @param count how many
   */
  public record Slice(int population, int firstNeuron, int firstCompartment, int count) {}

  /**
   * A synapse format.
   *
   * @param id from 1
   * @param weights how weights and delays are written
   * @param indexBits bits of a target; 0 if dense
   * @param cIdxOffset the compartment at which dense entries begin; 0 if sparse
   */
  public record Format(int id, WeightFormat weights, int indexBits, int cIdxOffset) {
    public boolean dense() {
      return indexBits == 0;
    }
  }

  /**
   * Some synapses of an axon.
   *
   * @param format of all of them
   * @param base compartment of the first, for dense formats
   * @param targets compartment of each, for sparse formats
   * @param weights mantissas; in dense entries 0 where there is no synapse
   * @param delays on top of the one step that every spike takes
   */
  public record Entry(
      Format format, int base, int @Nullable [] targets, int[] weights, int[] delays) {}

  /**
   * A piece of the synapse memory: the synapses of one axon, or of several that have the same but
   * for a shift of their targets.
   *
   * @param pointer its first word
   * @param words how many
   * @param entries its synapses
   */
  public record Block(int pointer, int words, List<Entry> entries) {}

  /**
   * An input axon.
   *
   * @param source who sends, see {@link org.hillock.loihi.wiring.Numbering}
   * @param block its synapses
   * @param base what is added to their targets
   * @param type which of a neuron's weights it uses; -1 where every synapse has its own
   */
  public record Axon(int source, Block block, int base, int type) {}
}
