package org.hillock.loihi.emulate.learning;

/**
 * A trace of spikes.
 *
 * @param impulse added at a spike; 0 to 127, in steps of 1/256
 * @param tau time constant of the decay [steps]; 0 if there is no such trace
 */
public record TraceSettings(double impulse, double tau) {

  /** No trace. */
  public static final TraceSettings NONE = new TraceSettings(0, 0);

  /** The largest trace. */
  static final int MAX = 127;

  private static final int FRACTIONS = 256;

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public TraceSettings {
    if (!(impulse >= 0 && impulse <= MAX + 1 - 1.0 / FRACTIONS)) {
      throw new IllegalArgumentException("impulse " + impulse + " of a trace outside 0 to 127");
    }
    if (!(tau >= 0 && tau < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("time constant " + tau + " of a trace below 0");
    }
  }

  /** The whole part of the impulse. */
  int whole() {
    return (int) impulse;
  }

  /** The rest of it, of 256. */
  int fraction() {
    return (int) Math.rint((impulse - whole()) * FRACTIONS);
  }
}
