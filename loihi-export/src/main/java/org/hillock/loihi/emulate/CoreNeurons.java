package org.hillock.loihi.emulate;

import java.util.Arrays;
import java.util.List;
import org.hillock.loihi.chip.Programme;

/** The neurons of a core: an element of each array a neuron, to be filled in. All 0 at first. */
public final class CoreNeurons {

  /** Current decay field: u keeps (4096 - this - the core's offset)/4096 a step; 0 to 4095. */
  public final int[] decayU;

  /** Voltage decay field: v keeps (4096 - this - the core's offset)/4096 a step; 0 to 4096. */
  public final int[] decayV;

  /** What v must exceed for a spike, in units of v: mantissa × 64; 0 or more. */
  public final int[] threshold;

  /** What is added to v in every step: mantissa × 2^exponent. */
  public final int[] bias;

  /** After a spike v stays 0 for one step less than this; 0 and 1 mean no dead time. */
  public final int[] refractory;

  /** Whether the core's noise acts on the neuron. */
  public final boolean[] noisy;

  /** Current at the start. */
  public final int[] u;

  /** Voltage at the start. */
  public final int[] v;

  /** What each does; {@link Programme#LIF} at first. */
  public final Programme[] programme;

  /** Constants of its programme, in their order; to be replaced, not written into. */
  public final int[][] constants;

  /** Registers of its programme besides u and v at the start; to be replaced, not written into. */
  public final int[][] state;

  /**
   * @param count how many
   */
  public CoreNeurons(int count) {
    decayU = new int[count];
    decayV = new int[count];
    threshold = new int[count];
    bias = new int[count];
    refractory = new int[count];
    noisy = new boolean[count];
    u = new int[count];
    v = new int[count];
    programme = new Programme[count];
    constants = new int[count][];
    state = new int[count][];
    Arrays.fill(programme, Programme.LIF);
    Arrays.fill(constants, new int[0]);
    Arrays.fill(state, new int[0]);
  }

  /** How many. */
  public int count() {
    return decayU.length;
  }

  /**
   * @throws IllegalArgumentException if a field of a neuron is out of range
   */
  void check(CoreSettings core, ChipWidths widths) {
    for (int i = 0; i < count(); i++) {
      field("decayU", i, decayU[i], widths.decayOne() - core.offsetU());
      field("decayV", i, decayV[i], widths.decayOne() - core.offsetV());
      field("threshold", i, threshold[i], Integer.MAX_VALUE);
      field("refractory", i, refractory[i], Integer.MAX_VALUE);
      if (programme[i] == Programme.IZHIKEVICH && widths.state() > Programme.MOST_SQUARED_BITS) {
        throw new IllegalArgumentException(
            "state of %d bits, which neuron %d of its core squares: at most %d"
                .formatted(widths.state(), i, Programme.MOST_SQUARED_BITS));
      }
      registers(i, programme[i].constants(), constants[i], widths);
      registers(i, programme[i].states(), state[i], widths);
    }
  }

  private static void registers(
      int neuron, List<Programme.Register> registers, int[] values, ChipWidths widths) {
    if (values.length != registers.size()) {
      throw new IllegalArgumentException(
          values.length + " numbers of neuron " + neuron + " of its core, not " + registers);
    }
    for (int k = 0; k < values.length; k++) {
      int least = registers.get(k).least(widths.stateMax());
      int most = registers.get(k).most(widths.stateMax());
      if (values[k] < least || values[k] > most) {
        throw new IllegalArgumentException(
            "%s of neuron %d of its core is %d: %d to %d"
                .formatted(registers.get(k).name(), neuron, values[k], least, most));
      }
    }
  }

  private static void field(String name, int neuron, int value, int most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException(
          name + " of neuron " + neuron + " of its core is " + value + ": 0 to " + most);
    }
  }
}
