package org.hillock.analysis;

import org.hillock.record.SpikeList;
import org.hillock.record.Spikes;

/**
 * Spikes of some neurons within some time, picked out whenever they are gone through.
 *
 * @param all the spikes
 * @param window whose spikes count
 * @param from first neuron
 * @param to one past the last neuron
 * @param every of the neurons from the first on, one in so many
 */
public record PartOfSpikes(Spikes all, TimeWindow window, int from, int to, int every)
    implements Spikes {

  /** The spikes of some neurons. */
  public static Spikes of(Spikes all, int from, int to) {
    return inMemory(all, new PartOfSpikes(all, TimeWindow.ALWAYS, from, to, 1));
  }

  /** The spikes of a window, as {@link TimeWindow} says. */
  public static Spikes within(Spikes all, TimeWindow window) {
    return all instanceof SpikeList list
        ? window.cut(list)
        : new PartOfSpikes(all, window, 0, Integer.MAX_VALUE, 1);
  }

  /** A part of what is in memory may be there as well: then it is picked out once. */
  private static Spikes inMemory(Spikes all, PartOfSpikes part) {
    if (!(all instanceof SpikeList)) {
      return part;
    }
    int count = Math.toIntExact(part.count());
    double[] times = new double[count];
    int[] neurons = new int[count];
    int[] next = {0};
    part.forEach(
        (time, neuron) -> {
          times[next[0]] = time;
          neurons[next[0]++] = neuron;
        });
    return new SpikeList(all.population(), times, neurons);
  }

  @Override
  public String population() {
    return all.population();
  }

  @Override
  public long count() {
    long[] count = {0};
    forEach((time, neuron) -> count[0]++);
    return count[0];
  }

  @Override
  public void forEach(Visitor visitor) {
    double begin = window.start() + TimeWindow.ROUNDING;
    double end = window.stop() + TimeWindow.ROUNDING;
    all.forEach(
        (time, neuron) -> {
          boolean mine = neuron >= from && neuron < to && (neuron - from) % every == 0;
          if (mine && time > begin && time <= end) {
            visitor.spike(time, neuron);
          }
        });
  }
}
