package org.hillock.loihi.emulate;

import java.util.function.Supplier;
import org.hillock.loihi.emulate.learning.LearningDraws;
import org.hillock.loihi.emulate.learning.LearningProfile;

/**
 * How an image is run.
 *
 * @param threads 1 or more
 * @param noise makes the noise of each thread
 * @param draws makes the learning engine's random numbers of each thread and synapse format
 */
public record EmulationSettings(int threads, Supplier<NoiseSource> noise, Draws draws) {

  /** Makes the random numbers of a synapse format, for one thread. */
  @FunctionalInterface
  public interface Draws {
    /**
     * @param format its number
     * @param profile how it learns
     */
    LearningDraws of(int format, LearningProfile profile);
  }

  /**
   * @throws IllegalArgumentException if there is no thread
   */
  public EmulationSettings {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads: 1 or more");
    }
  }

  /** Random numbers from a seed; they do not depend on the number of threads. */
  public static EmulationSettings of(int threads, long seed) {
    return new EmulationSettings(
        threads,
        () -> new KeyedNoise(seed),
        (format, profile) -> LearningDraws.keyed(seed, format, profile.arithmetic()));
  }

  /** The same with noise from elsewhere. */
  public EmulationSettings withNoise(Supplier<NoiseSource> source) {
    return new EmulationSettings(threads, source, draws);
  }

  /** The same with other random numbers of the learning engine. */
  public EmulationSettings withDraws(Draws source) {
    return new EmulationSettings(threads, noise, source);
  }
}
