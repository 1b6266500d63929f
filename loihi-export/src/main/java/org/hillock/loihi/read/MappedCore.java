package org.hillock.loihi.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.chip.Programme;
import org.hillock.loihi.emulate.learning.LearningArithmetic;
import org.hillock.loihi.emulate.learning.LearningProfile;
import org.hillock.loihi.emulate.learning.LearningRule;
import org.hillock.loihi.emulate.learning.TraceSettings;

/**
 * One core of a mapping.
 *
 * @param chip of the board
 * @param core of the chip
 * @param slices which neurons the compartments are
 * @param delayBits each compartment has 2^this slots for spikes under way
 * @param negVmLimit v is at least -(2^this) + 1
 * @param posVmLimit v is at most 2^(9 + 2 × this) - 1
 * @param profiles decays and refractory fields
 * @param thresholds mantissas
 * @param compartments one a neuron
 * @param learning how weights change
 * @param formats of synapses
 * @param blocks of the synapse memory
 * @param axons input axons
 * @param sourceCompartments compartment of each output axon
 * @param routes where each output axon leads
 * @param utilisation how much of each resource the file says the core takes, by the keys of limits
 */
public record MappedCore(
    int chip,
    int core,
    List<Slice> slices,
    int delayBits,
    int negVmLimit,
    int posVmLimit,
    List<Profile> profiles,
    int[] thresholds,
    List<Compartment> compartments,
    List<Learning> learning,
    List<Format> formats,
    List<Block> blocks,
    List<Axon> axons,
    int[] sourceCompartments,
    Route[] routes,
    Map<String, Integer> utilisation) {

  /** Neighbours of one population. */
  public record Slice(String population, int firstNeuron, int firstCompartment, int count) {}

  /**
   * Decays, refractory field and programme that compartments share.
   *
   * @param constants of the programme, in its order
   */
  public record Profile(
      int decayU, int decayV, int refractDelay, Programme programme, List<Integer> constants) {

    /** A profile of integrate-and-fire neurons. */
    public Profile(int decayU, int decayV, int refractDelay) {
      this(decayU, decayV, refractDelay, Programme.LIF, List.of());
    }

    /** A constant by its name. */
    public int constant(String name) {
      return constants.get(programme.constant(name));
    }
  }

  /**
   * A neuron: bias, its places in the tables, and its state at the start.
   *
   * @param state registers besides u and v, in the order of its programme
   */
  public record Compartment(
      int bias, int biasExp, int profile, int threshold, int u0, int v0, List<Integer> state) {

    /** A neuron that keeps nothing but u and v. */
    public Compartment(int bias, int biasExp, int profile, int threshold, int u0, int v0) {
      this(bias, biasExp, profile, threshold, u0, v0, List.of());
    }
  }

  /** A trace of spikes, that jumps by an impulse and decays with a time constant [steps]. */
  public record Trace(double impulse, double tau) {}

  /** A sum of products, with the traces x1 and x2 of the source, y1 to y3 of the target. */
  public record Learning(String dw, List<Trace> x, List<Trace> y, int epoch) {

    /** Copies the lists. */
    public Learning {
      x = List.copyOf(x);
      y = List.copyOf(y);
    }

    /** What the emulated chip takes. */
    public LearningProfile profile() {
      return new LearningProfile(
          LearningRule.ofWeight(dw), settings(x), settings(y), epoch, LearningArithmetic.LAVA);
    }

    private static List<TraceSettings> settings(List<Trace> traces) {
      return traces.stream().map(trace -> new TraceSettings(trace.impulse(), trace.tau())).toList();
    }
  }

  /**
   * How synapses are written; {@code compression} is 0 for sparse ones and 3 for dense ones, {@code
   * stdpProfile} is -1 where weights do not change.
   */
  public record Format(
      int id,
      int wgtExp,
      int wgtBits,
      int dlyBits,
      int tagBits,
      int fanoutType,
      int compression,
      int idxBits,
      int numSynapses,
      int stdpProfile) {

    /**
     * What a spike adds to u.
     *
     * @param shift of all weights of the chip
     */
    public double weight(int mantissa, int shift) {
      return Math.scalb((double) mantissa, shift + wgtExp);
    }

    /** Whether a mantissa stands for a synapse: dense entries hold 0 where there is none. */
    public boolean holds(int mantissa) {
      return mantissa != 0 || stdpProfile >= 0;
    }

    /** Whether targets follow from the place of a synapse. */
    public boolean dense() {
      return compression == 3;
    }
  }

  /** A piece of the synapse memory. */
  public record Block(int pointer, int words, List<Entry> entries) {}

  /**
   * Some synapses of one format.
   *
   * @param format its number
   * @param targets compartments, before an axon's base; in a dense entry those that follow each
   *     other
   * @param weights mantissas; 0 in a dense entry that does not learn where there is no synapse
   * @param delays one a synapse; empty if all are 0
   */
  public record Entry(int format, int[] targets, int[] weights, int[] delays) {

    /** The delay of a synapse. */
    public int delay(int i) {
      return delays.length == 0 ? 0 : delays[i];
    }
  }

  /**
   * An input axon.
   *
   * @param port of the source, or -1 if it is on the chip
   * @param population of the source, or empty
   * @param neuron of the population
   * @param pointer its block
   * @param words of the block
   * @param base what is added to the targets of all its synapses
   * @param type which of a neuron's weights it uses; -1 where every synapse has its own
   */
  public record Axon(
      int port, String population, int neuron, int pointer, int words, int base, int type) {

    /** The compartment that a synapse of its block reaches. */
    public int target(Entry entry, int i) {
      return entry.targets()[i] + base;
    }
  }

  /** Where spikes go: an input axon of a core of a chip. */
  public record Route(int chip, int core, int axon) {

    /** The core, as {@link MappedCore#address} has it. */
    public long address() {
      return MappedCore.address(chip, core);
    }
  }

  /** Chip and core in one number. */
  public long address() {
    return address(chip, core);
  }

  private static long address(int chip, int core) {
    return (long) chip << 32 | core & 0xFFFFFFFFL;
  }

  /** The blocks of the synapse memory by their first word. */
  public Map<Integer, Block> blocksByPointer() {
    Map<Integer, Block> found = new HashMap<>();
    blocks.forEach(block -> found.put(block.pointer(), block));
    return found;
  }

  /** The formats by their numbers. */
  public Map<Integer, Format> formatsById() {
    Map<Integer, Format> found = new HashMap<>();
    formats.forEach(format -> found.put(format.id(), format));
    return found;
  }

  /** How messages call it. */
  public String name() {
    return "core " + chip + "." + core;
  }
}
