package org.hillock.loihi.netx;

import org.hillock.format.FormatException;

/**
 * The neuron of a layer, all of one kind:
 *
 * <pre>
 *   u ← u (1 - iDecay/4096) + 64 Σ weight + …,   v ← v (1 - vDecay/4096) + u + 64 bias
 *   spike if v &gt; 64 vThMant
 * </pre>
 *
 * @param type LOIHI or CUBA, which the loader takes alike
 * @param iDecay decay of the current per step, 1 to 4096: the chip's field decayU and 1; 4096 is no
 *     memory
 * @param vDecay decay of the voltage per step, the chip's field decayV, 0 to 4096
 * @param vThMant threshold mantissa, 1 to 131071
 * @param refDelay refractory time [steps], 1 to 63; the loader ignores it
 * @param wgtExp weight exponent, -8 to 7; the loader ignores it, so that only 0 says the same
 * @param gradedSpike whether spikes carry a value; false for LOIHI and CUBA
 */
public record NetxNeuron(
    Type type, int iDecay, int vDecay, int vThMant, int refDelay, int wgtExp, boolean gradedSpike) {

  /** Kinds of neuron. */
  public enum Type {
    /** A leaky integrate-and-fire neuron behind a current, as Loihi has it. */
    LOIHI,
    /** The same by another name. */
    CUBA
  }

  /**
   * @throws FormatException for a field out of range
   */
  public NetxNeuron {
    check("iDecay", iDecay, 1, 4096);
    check("vDecay", vDecay, 0, 4096);
    check("vThMant", vThMant, 1, (1 << 17) - 1);
    check("refDelay", refDelay, 1, 63);
    check("wgtExp", wgtExp, 0, 0);
    if (gradedSpike) {
      throw new FormatException("neuron, gradedSpike", "found true", "false for " + type);
    }
  }

  /**
   * A neuron with the fields of the chip.
   *
   * @param decayU the chip's field, 0 to 4095
   * @param decayV the chip's field, 0 to 4096
   * @param vThMant threshold mantissa
   * @param refractory [steps]
   */
  public static NetxNeuron ofFields(int decayU, int decayV, int vThMant, int refractory) {
    return new NetxNeuron(Type.LOIHI, decayU + 1, decayV, vThMant, refractory, 0, false);
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new FormatException(
          "neuron, " + name,
          "found " + value,
          least == most ? Integer.toString(least) : "a number from " + least + " to " + most);
    }
  }
}
