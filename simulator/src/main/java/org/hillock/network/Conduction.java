package org.hillock.network;

/**
 * Spikes that travel along axons from the place of the source to that of the target: to the delay
 * of each synapse it adds
 *
 * <pre>
 *   distance / velocity      1 m / (20 m/s) = 50 ms
 * </pre>
 *
 * @param velocity conduction velocity [mm/ms], which is [m/s]
 */
public record Conduction(double velocity) {

  /**
   * @throws InvalidNetworkException if the velocity is not above 0, or without bound
   */
  public Conduction {
    if (!(velocity > 0 && velocity < Double.POSITIVE_INFINITY)) {
      throw new InvalidNetworkException("delay.velocity", velocity + " m/s", "more than 0 m/s");
    }
  }

  /**
   * How long a spike travels [ms].
   *
   * @param sources positions of the source population
   * @param source its neuron that fires
   * @param targets positions of the target population
   * @param target its neuron that is reached
   */
  public double time(Positions sources, int source, Positions targets, int target) {
    return sources.distance(source, targets, target) / velocity;
  }
}
