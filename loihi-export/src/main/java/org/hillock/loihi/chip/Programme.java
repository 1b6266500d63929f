package org.hillock.loihi.chip;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a compartment does in a step, and the whole numbers that it takes besides those that every
 * compartment has. A constant belongs to a compartment profile, which neurons share; a state is a
 * register of each neuron. {@code org.hillock.loihi.emulate} has the arithmetic.
 */
public enum Programme {
  /** Leaky integrate-and-fire, in silicon on Loihi 1; registers u and v. */
  LIF(2, List.of(), List.of()),

  /** The same without a reset, and with a threshold of two parts that spikes raise. */
  ADAPTIVE_THRESHOLD(
      4,
      List.of(
          new Register("decay1", Kind.FACTOR),
          new Register("decayShift1", Kind.SHIFT),
          new Register("step1", Kind.STATE),
          new Register("decay2", Kind.FACTOR),
          new Register("decayShift2", Kind.SHIFT),
          new Register("step2", Kind.STATE)),
      List.of(new Register("theta1", Kind.STATE), new Register("theta2", Kind.STATE))),

  /** Izhikevich's neuron; registers v and the recovery. */
  IZHIKEVICH(
      2,
      List.of(
          new Register("substeps", Kind.SUBSTEPS),
          new Register("square", Kind.FACTOR),
          new Register("squareShift", Kind.SHIFT),
          new Register("coupling", Kind.FACTOR),
          new Register("couplingShift", Kind.SHIFT),
          new Register("follow", Kind.SIGNED_FACTOR),
          new Register("decay", Kind.SIGNED_FACTOR),
          new Register("recoveryShift", Kind.SHIFT),
          new Register("reset", Kind.STATE),
          new Register("jump", Kind.STATE),
          new Register("lowest", Kind.STATE)),
      List.of(new Register("recovery", Kind.STATE)));

  /** Bits of the magnitude of a factor. */
  public static final int FACTOR_BITS = 16;

  /**
   * Widest state whose square, times a factor, has room in 63 bits; the emulator computes it whole.
   */
  public static final int MOST_SQUARED_BITS = 23;

  /** By how many bits a product can be shifted. */
  public static final int MOST_SHIFT = Long.SIZE - 2;

  /** What a register holds. */
  public enum Kind {
    /** As v does: a sign and the width of the state. */
    STATE,
    /** A factor of 0 and above. */
    FACTOR,
    /** A factor of either sign. */
    SIGNED_FACTOR,
    /** By how many bits a product is shifted. */
    SHIFT,
    /** Steps of v in a step of the chip. */
    SUBSTEPS
  }

  /**
   * A whole number that a programme takes or keeps.
   *
   * @param name as files have it
   * @param kind what it holds
   */
  public record Register(String name, Kind kind) {

    /**
     * The least number that it holds.
     *
     * @param stateMax largest magnitude of a state
     */
    public int least(int stateMax) {
      return switch (kind) {
        case STATE -> -stateMax;
        case SIGNED_FACTOR -> 1 - (1 << FACTOR_BITS);
        case FACTOR, SHIFT -> 0;
        case SUBSTEPS -> 1;
      };
    }

    /**
     * The greatest number that it holds.
     *
     * @param stateMax largest magnitude of a state
     */
    public int most(int stateMax) {
      return switch (kind) {
        case STATE -> stateMax;
        case FACTOR, SIGNED_FACTOR -> (1 << FACTOR_BITS) - 1;
        case SHIFT -> MOST_SHIFT;
        case SUBSTEPS -> 2;
      };
    }
  }

  private final int words;
  private final List<Register> constants;
  private final List<Register> states;

  Programme(int words, List<Register> constants, List<Register> states) {
    this.words = words;
    this.constants = constants;
    this.states = states;
  }

  /** The one of this name, as files have it. */
  public static Optional<Programme> named(String text) {
    return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
  }

  /** The name, as files have it: that of the constant, in small letters. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Words of state that a neuron takes of its core. */
  public int words() {
    return words;
  }

  /** What a profile holds besides decays and refractory field, in this order. */
  public List<Register> constants() {
    return constants;
  }

  /** What a neuron keeps besides u and v, in this order. */
  public List<Register> states() {
    return states;
  }

  /** Constants in their order. */
  public List<Integer> constants(Map<String, Integer> named) {
    return constants.stream()
        .map(register -> Objects.requireNonNull(named.get(register.name())))
        .toList();
  }

  /** The place of a constant. */
  public int constant(String name) {
    for (int i = 0; i < constants.size(); i++) {
      if (constants.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(text() + " has no constant " + name);
  }
}
