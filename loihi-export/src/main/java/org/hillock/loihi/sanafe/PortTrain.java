package org.hillock.loihi.sanafe;

import java.util.Arrays;
import org.hillock.format.FormatException;
import org.hillock.loihi.read.MappedPort;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * What an input port fires. A Poisson port that may fire several times in a step, λ times on
 * average, fires at most once here: with probability λ/(1+λ), and with 1+λ times the weight. That
 * is the one choice with the same mean λ and the same variance λ of what arrives in a step.
 *
 * @param probability of a spike in a step; 0 if the steps are given
 * @param scale of its weights
 * @param steps in which it fires, ascending; empty if they are drawn
 */
record PortTrain(double probability, double scale, int[] steps) {

  private static final int[] NONE = {};

  /** A start up to this [ms] is the delay of an input, which its absence does not change much. */
  private static final double EARLY = 10;

  /** Most spikes of a drawn train, and so most steps of a given one. */
  private static final int MOST_STEPS = 1 << 24;

  /**
   * The train of a port.
   *
   * @param stepMs what a step stands for [ms]
   * @param seed of trains that are drawn here, since SANA-FE knows neither start nor stop
   * @throws FormatException for what its input neurons cannot do
   */
  static PortTrain of(MappedPort port, double stepMs, long seed) {
    String where = "input " + port.name() + "[" + port.index() + "]";
    return switch (port.kind()) {
      case "poisson" -> poisson(port, where, stepMs, seed);
      case "spikes" -> given(port, where);
      default ->
          throw new FormatException(
              where,
              "it repeats what other inputs send, and SANA-FE has no host to work that out",
              "projections from the senders straight to their targets, without a relay");
    };
  }

  private static PortTrain poisson(MappedPort port, String where, double stepMs, long seed) {
    double mean = port.rate() * stepMs / 1000;
    double probability = mean / (1 + mean);
    double scale = 1 + mean;
    if (port.lastStep() == Long.MAX_VALUE) {
      if (port.firstStep() * stepMs > EARLY) {
        throw new FormatException(
            where,
            "it fires from step " + port.firstStep() + " on, and SANA-FE's inputs know no start",
            "a start at 0 ms, or a stop, for then the spikes are drawn here");
      }
      return new PortTrain(probability, scale, NONE);
    }
    if (port.lastStep() >= MOST_STEPS) {
      throw new FormatException(
          where,
          "it fires until step " + port.lastStep() + ", too long a list",
          "a stop before step " + MOST_STEPS + ", or none");
    }
    RandomStream stream = new RandomStream(seed).at(Purpose.POISSON_INPUT, 0, port.port());
    int first = (int) Math.max(0, port.firstStep());
    int[] steps = new int[Math.max(0, (int) port.lastStep() - first + 1)];
    int count = 0;
    for (int step = first; step <= port.lastStep(); step++) {
      if (stream.nextDouble() < probability) {
        steps[count++] = step;
      }
    }
    return new PortTrain(0, scale, Arrays.copyOf(steps, count));
  }

  private static PortTrain given(MappedPort port, String where) {
    int[] steps = port.steps().clone();
    Arrays.sort(steps);
    for (int i = 1; i < steps.length; i++) {
      if (steps[i] == steps[i - 1]) {
        throw new FormatException(
            where,
            "it fires several times in step " + steps[i] + ", and SANA-FE's inputs once at most",
            "a shorter --chip-step, or an input for each of the trains");
      }
    }
    return new PortTrain(0, 1, steps);
  }

  /** Whether each step is decided by chance. */
  boolean random() {
    return probability > 0;
  }
}
