package org.hillock.analysis;

import java.util.List;
import java.util.stream.IntStream;
import org.hillock.record.Spikes;

/**
 * What a comparison needs to know of a run, be it in memory or read from files.
 *
 * @param name how messages call it
 * @param window the time of which it has spikes
 * @param populations those of which spikes were recorded
 */
public record ComparedRun(String name, TimeWindow window, List<Recorded> populations) {

  /** Copies the list. */
  public ComparedRun {
    populations = List.copyOf(populations);
  }

  /**
   * A population and its spikes.
   *
   * @param size neurons of the population
   * @param neurons whose spikes were recorded, ascending
   * @param spikes their spikes; the population's name is theirs
   */
  public record Recorded(int size, int[] neurons, Spikes spikes) {

    /** All neurons of a population. */
    public static Recorded all(int size, Spikes spikes) {
      return new Recorded(size, IntStream.range(0, size).toArray(), spikes);
    }

    /** Name of the population. */
    public String population() {
      return spikes.population();
    }
  }
}
