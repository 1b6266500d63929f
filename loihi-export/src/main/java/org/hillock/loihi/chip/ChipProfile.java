package org.hillock.loihi.chip;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;

/**
 * The limits of a Loihi-class chip: data, read from a file, never written into code.
 *
 * <p>The numbers of {@code chips/loihi1.json} are those of nengo-loihi's {@code block.py}, {@code
 * hardware/allocators.py}, {@code validate.py} and {@code builder.py}. Where its validator and its
 * builder disagree, the file holds the smaller number, so that what is said to fit does fit: 31
 * compartment profiles (validator: at most 32, builder: fewer than 32), 7 threshold profiles (at
 * most 16, fewer than 8), 7 synapse formats (16; {@code MAX_SYNAPSE_CFGS} is 8 and index 0 stays
 * unused), weight exponents from -7 (the field holds -8).
 *
 * @param name how messages call the chip
 * @param description where it was read
 * @param chips chips of the board
 * @param coresPerChip neuron cores of a chip
 * @param mesh where the cores are
 * @param core what one core holds
 * @param neuron the fields of a compartment
 * @param synapse the fields of a synapse
 * @param costs energy and time of each operation
 * @param neuronForms the forms of neurons that the programmes of its cores run
 */
public record ChipProfile(
    String name,
    String description,
    @Allowed(min = 1, max = 1 << 16) int chips,
    @Allowed(min = 1, max = 1 << 12) int coresPerChip,
    Mesh mesh,
    Core core,
    Neuron neuron,
    Synapse synapse,
    Costs costs,
    Set<ChipForm> neuronForms) {

  /**
   * The least and the greatest number that a profile file may give, or that a list may hold; and
   * what holds where a file does not give it, if it need not.
   */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface Allowed {
    int min();

    int max();

    int otherwise() default Integer.MIN_VALUE;
  }

  /**
   * Where cores are. Tile t of a chip is at column t / rows and row t mod rows (as in SANA-FE),
   * core c on tile c / coresPerTile; chips stand in rows of {@code chipColumns}. A packet goes
   * along a row of tiles, then along a column.
   *
   * @param columns of tiles on a chip
   * @param rows of tiles on a chip
   * @param coresPerTile cores that share a router
   * @param chipColumns chips beside each other
   * @param chipHops what crossing from one chip to the next costs, in hops within a chip
   */
  public record Mesh(
      @Allowed(min = 1, max = 1 << 10) int columns,
      @Allowed(min = 1, max = 1 << 10) int rows,
      @Allowed(min = 1, max = 1 << 12) int coresPerTile,
      @Allowed(min = 1, max = 1 << 16) int chipColumns,
      @Allowed(min = 1, max = 1 << 10) int chipHops) {}

  /**
   * What operations cost, for estimates: energies in pJ, times in ns.
   *
   * @param source where the figures were read
   * @param hopEastWestPj a packet from tile to tile along a row
   * @param hopEastWestNs its time
   * @param hopNorthSouthPj a packet from tile to tile along a column
   * @param hopNorthSouthNs its time
   * @param axonOutPj a packet sent
   * @param axonOutNs its time
   * @param axonInPj a packet received
   * @param axonInNs its time
   * @param synapsePj a synapse that a spike reaches
   * @param synapseNs its time
   * @param neuronPj a neuron updated for a step
   * @param neuronNs its time
   * @param spikePj a neuron that fires, besides
   * @param spikeNs its time
   * @param barrierTiles numbers of tiles for which the time of the barrier between steps is known
   * @param barrierNs the time for each of them
   */
  public record Costs(
      String source,
      double hopEastWestPj,
      double hopEastWestNs,
      double hopNorthSouthPj,
      double hopNorthSouthNs,
      double axonOutPj,
      double axonOutNs,
      double axonInPj,
      double axonInNs,
      double synapsePj,
      double synapseNs,
      double neuronPj,
      double neuronNs,
      double spikePj,
      double spikeNs,
      @Allowed(min = 1, max = 1 << 20) List<Integer> barrierTiles,
      @Allowed(min = 0, max = 1 << 30) List<Integer> barrierNs) {

    /** Whether any figure is known; if all are 0, there is nothing to estimate. */
    public boolean known() {
      double energies =
          hopEastWestPj + hopNorthSouthPj + axonOutPj + axonInPj + synapsePj + neuronPj + spikePj;
      double times =
          hopEastWestNs + hopNorthSouthNs + axonOutNs + axonInNs + synapseNs + neuronNs + spikeNs;
      return energies + times + barrierNs.get(barrierNs.size() - 1) > 0;
    }

    /**
     * Time of the barrier between two steps of so many tiles [ns]: straight lines from one known
     * number to the next, and beyond the last one along the last line.
     *
     * <p>For the table of Loihi 1 (1, 2, 4 and 29 tiles: 600, 1000, 1400 and 1800 ns; SANA-FE
     * 8951ab07, arch/loihi.yaml) that is 16 ns for each tile beyond 29. The table bends downwards,
     * and a line on from its last two points does not: a barrier of many tiles is rather over- than
     * underestimated. Davies et al. 2018 (IEEE Micro 38:82, table 2) give 113 to 465 ns for 1 to 32
     * tiles, 11 ns a tile.
     */
    public double barrier(int tiles) {
      int known = Math.min(barrierTiles.size(), barrierNs.size());
      if (known == 1 || tiles <= barrierTiles.get(0)) {
        return barrierNs.get(0);
      }
      int to = 1;
      while (to < known - 1 && tiles > barrierTiles.get(to)) {
        to++;
      }
      double from = barrierTiles.get(to - 1);
      double slope = (barrierNs.get(to) - barrierNs.get(to - 1)) / (barrierTiles.get(to) - from);
      return barrierNs.get(to - 1) + slope * (tiles - from);
    }
  }

  /**
   * What one core holds.
   *
   * @param compartments neurons
   * @param inputAxons entries of the synapse map: one for each source that reaches the core
   * @param outputAxons slots for routes: one for each pair of a neuron and a core that it reaches
   * @param synapseWords words of synapse memory
   * @param wordBits bits of a word
   * @param compartmentProfiles different combinations of decays and refractory period
   * @param thresholdProfiles different thresholds
   * @param synapseFormats different ways to write weights and delays
   * @param dendriteAccumulators memory for spikes under way, shared by compartments and delay
   *     slots: compartments × slots may not exceed it. nengo-loihi configures 8 slots for 1024
   *     compartments; that longer delays cost compartments is a secondary source's word, taken here
   *     on the safe side
   * @param routesPerNeuron cores that a neuron may reach; 0: as many as output axons allow
   * @param stateWords words for the state of neurons, of which each takes those of its {@link
   *     Programme}; 0: enough for all compartments
   */
  public record Core(
      @Allowed(min = 1, max = 1 << 13) int compartments,
      @Allowed(min = 1, max = 1 << 20) int inputAxons,
      @Allowed(min = 1, max = 1 << 24) int outputAxons,
      @Allowed(min = 1, max = 1 << 20) int synapseWords,
      @Allowed(min = 8, max = 1024) int wordBits,
      @Allowed(min = 1, max = 1 << 13) int compartmentProfiles,
      @Allowed(min = 1, max = 1 << 13) int thresholdProfiles,
      @Allowed(min = 1, max = 15) int synapseFormats,
      @Allowed(min = 1, max = 1 << 24) int dendriteAccumulators,
      @Allowed(min = 0, max = 1 << 16) int routesPerNeuron,
      @Allowed(min = 0, max = 1 << 20, otherwise = 0) int stateWords) {}

  /**
   * The fields of a compartment.
   *
   * @param decayBits of both decays; a decay of d keeps (2^bits - d)/2^bits a step
   * @param refractoryMax largest refractory field
   * @param thresholdMantissaBits of the threshold
   * @param thresholdExponent the threshold is mantissa × 2^exponent
   * @param biasMantissaBits of the bias's magnitude; a sign comes on top
   * @param biasExponentMax the bias is mantissa × 2^(0 to this)
   * @param stateBits of the magnitude of u and v; a sign comes on top
   */
  public record Neuron(
      @Allowed(min = 4, max = 15) int decayBits,
      @Allowed(min = 1, max = 1 << 16) int refractoryMax,
      @Allowed(min = 4, max = 24) int thresholdMantissaBits,
      @Allowed(min = 0, max = 12) int thresholdExponent,
      @Allowed(min = 4, max = 24) int biasMantissaBits,
      @Allowed(min = 0, max = 15) int biasExponentMax,
      @Allowed(min = 12, max = 30) int stateBits) {

    /** One, as a decay: 4096 of a 12-bit decay. */
    public int decayOne() {
      return 1 << decayBits;
    }

    /** The largest magnitude of u and v. */
    public int stateMax() {
      return (1 << stateBits) - 1;
    }

    /** The register for the least v, -(2^this) + 1: no bound but that of the state. */
    public int negVmLimit() {
      return stateBits;
    }

    /** The register for the greatest v, 2^(9 + 2 × this) - 1: no bound but that of the state. */
    public int posVmLimit() {
      return Math.max(0, (stateBits - 8) / 2);
    }

    /** The largest threshold mantissa. */
    public int thresholdMax() {
      return (1 << thresholdMantissaBits) - 1;
    }

    /** The largest magnitude of a bias mantissa. */
    public int biasMantissaMax() {
      return (1 << biasMantissaBits) - 1;
    }
  }

  /**
   * The fields of a synapse.
   *
   * @param weightBits widths of a weight that the chip knows, ascending; the last is the full width
   * @param weightExponentMin least weight exponent
   * @param weightExponentMax greatest weight exponent
   * @param weightShift a weight is mantissa × 2^(shift + exponent), its low {@code shift} bits zero
   * @param sumBits of the magnitude of the sum of all weights that arrive in a step
   * @param delayMax largest delay of a synapse, on top of the one step that every spike takes
   * @param indexBits widths of a target index that the chip knows, ascending
   * @param entrySynapses most synapses of an entry of the synapse memory
   * @param entryHeaderBits bits that an entry takes besides its synapses
   * @param crossbar whether synapses are where the wires of axons and neurons cross: an axon meets
   *     a neuron at most once, and the delay belongs to the axon
   * @param axonTypes 0: a synapse has any weight; else each axon has one of so many types, and a
   *     neuron has one weight for each type
   * @param levels 0: a weight has any mantissa; else the number of conductances to which a device
   *     can be programmed, 0 among them, and mantissas are multiples of their full range over it
   * @param baseMax most that an axon can add to the targets of its synapses, so that axons whose
   *     targets differ by a shift can share them; 0: nothing. On Loihi 1 the entry of an axon in
   *     the synapse map has a base, {@code cxBase}, also for discrete axons, which cost no more for
   *     it; nengo-loihi's builder lets it be 256 at most, and 255 fit into 8 bits
   * @param weightNoise standard deviation of a programmed conductance, relative to the largest; 0
   *     where weights are digital
   */
  public record Synapse(
      @Allowed(min = 1, max = 16) List<Integer> weightBits,
      @Allowed(min = -7, max = 0) int weightExponentMin,
      @Allowed(min = 0, max = 15) int weightExponentMax,
      @Allowed(min = 0, max = 12) int weightShift,
      @Allowed(min = 8, max = 30) int sumBits,
      @Allowed(min = 0, max = 1 << 12) int delayMax,
      @Allowed(min = 1, max = 16) List<Integer> indexBits,
      @Allowed(min = 1, max = 1 << 12) int entrySynapses,
      @Allowed(min = 0, max = 64) int entryHeaderBits,
      boolean crossbar,
      @Allowed(min = 0, max = 1 << 10) int axonTypes,
      @Allowed(min = 0, max = 1 << 16) int levels,
      @Allowed(min = 0, max = 1 << 13) int baseMax,
      double weightNoise) {

    /** The full width of a weight. */
    public int fullWeightBits() {
      return weightBits.get(weightBits.size() - 1);
    }

    /** Low bits of a mantissa that are 0 because devices have few levels. */
    public int levelBits() {
      return levels == 0
          ? 0
          : fullWeightBits() - (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(levels));
    }

    /** The largest mantissa to which a synapse can be set. */
    public int mantissaMax() {
      return (1 << fullWeightBits()) - (1 << levelBits());
    }

    /** The least width that the chip knows and that holds so many bits of weight. */
    public int encodableWeightBits(int needed) {
      return weightBits.stream()
          .filter(bits -> bits >= needed)
          .findFirst()
          .orElse(fullWeightBits());
    }

    /** Bits of an index that tells so many compartments apart. */
    public int indexBitsFor(int compartments) {
      int needed = 32 - Integer.numberOfLeadingZeros(compartments - 1);
      return indexBits.stream().filter(bits -> bits >= needed).findFirst().orElse(needed);
    }
  }

  /** Neuron cores of the whole board. */
  public int cores() {
    return Math.multiplyExact(chips, coresPerChip);
  }
}
