package org.hillock.engine.grid;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.hillock.engine.grid.table.SpikeBuffer;
import org.hillock.engine.run.Epoch;

/**
 * The spikes of one partition that may still be under way, for checkpoints: those of as many steps
 * as the longest delay has. For one thread at a time.
 */
final class RecentSpikes {

  /**
   * The spikes of an epoch.
   *
   * @param begin step after which it begins
   * @param length its steps
   * @param start where those of a step and population begin, as in a {@link SpikeBuffer}
   * @param neurons who fired
   */
  private record Spikes(long begin, int length, int[] start, int[] neurons) {}

  private final int populations;
  private final int steps;
  private final Deque<Spikes> epochs = new ArrayDeque<>();

  /**
   * @param populations number of populations of the network
   * @param steps for how many steps a spike may be under way
   */
  RecentSpikes(int populations, int steps) {
    this.populations = populations;
    this.steps = steps;
  }

  /** Takes note of the spikes of an epoch, and forgets those that have arrived since. */
  void add(Epoch epoch, SpikeBuffer fired) {
    while (!epochs.isEmpty()
        && epochs.getFirst().begin() + epochs.getFirst().length() <= epoch.end() - steps) {
      epochs.removeFirst();
    }
    int groups = epoch.length() * populations;
    int[] start = new int[groups + 1];
    for (int group = 0; group < groups; group++) {
      start[group + 1] = fired.to(group / populations, group % populations);
    }
    int[] neurons = Arrays.copyOf(fired.neurons(), start[groups]);
    epochs.addLast(new Spikes(epoch.begin(), epoch.length(), start, neurons));
  }

  /** Takes note of the spikes of a single step. */
  void add(long step, SpikeBuffer fired) {
    add(new Epoch(step - 1, 1, 0, 0), fired);
  }

  /** Who of a population fired in a step, ascending. */
  int[] of(long step, int population) {
    for (Spikes epoch : epochs) {
      int place = (int) (step - epoch.begin() - 1);
      if (place >= 0 && place < epoch.length()) {
        int group = place * populations + population;
        return Arrays.copyOfRange(epoch.neurons(), epoch.start()[group], epoch.start()[group + 1]);
      }
    }
    return new int[0];
  }
}
