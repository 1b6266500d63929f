package org.hillock.bench;

/**
 * What others have measured of a network that is among the standard cases.
 *
 * @param name simulator and year
 * @param neurons neurons
 * @param synapses synapses
 * @param cores on which it ran
 * @param realTimeFactor wall-clock time per simulated time
 * @param source where it is published, and on what it ran
 */
public record Published(
    String name, long neurons, long synapses, int cores, double realTimeFactor, String source) {

  /** The full cortical microcircuit in NEST, on one machine. */
  public static final Published MICROCIRCUIT =
      new Published(
          "NEST 2022",
          77_169,
          299_000_000,
          128,
          0.67,
          "Kurth, Senk, Terhorst, Finnerty and Diesmann 2022, Neuromorph Comput Eng 2:021001;"
              + " 128 cores");

  /** Core-seconds a biological second. */
  public double coreSeconds() {
    return cores * realTimeFactor;
  }
}
