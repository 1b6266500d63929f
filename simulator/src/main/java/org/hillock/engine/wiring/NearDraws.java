package org.hillock.engine.wiring;

import java.util.Arrays;
import org.hillock.network.Reach;
import org.hillock.random.RandomStream;
import org.hillock.vector.Logarithm;

/** Draws partners of one neuron among those that are near it, by their chances. */
final class NearDraws {

  /** Those who may be drawn. */
  private final IntList near = new IntList();

  private final IntList drawn = new IntList();

  /** What places say of each of them. */
  private double[] chances = new double[64];

  /** Takes the sources that reach a target. */
  NearDraws sourcesOf(Reach reach, int target, int self) {
    near.clear();
    reach.sourcesOf(target, self, this::add);
    return this;
  }

  /** Takes the targets that a source reaches. */
  NearDraws targetsOf(Reach reach, int source, int self) {
    near.clear();
    reach.targetsOf(source, self, this::add);
    return this;
  }

  private void add(int neuron, double chance) {
    if (near.size() == chances.length) {
      chances = Arrays.copyOf(chances, 2 * near.size());
    }
    chances[near.size()] = chance;
    near.add(neuron);
  }

  /**
   * Each of them once, with a probability: drawn with the largest there is, of which a part is
   * kept.
   *
   * @param factor by which chances are to be multiplied
   * @param most no product is larger
   */
  void bernoulli(double factor, double most, RandomStream stream, IntList into) {
    drawn.clear();
    UniformDraws.bernoulli(most, near.size(), -1, stream, drawn);
    for (int i = 0; i < drawn.size(); i++) {
      keep(drawn.get(i), factor, most, stream, into);
    }
  }

  /**
   * Each of them a Poisson number of times: points of a Poisson process on a line, on which each
   * has a piece of equal length, and a part of which is kept.
   *
   * @param factor by which chances are to be multiplied
   * @param most no product is larger
   */
  void poisson(double factor, double most, RandomStream stream, IntList into) {
    if (!(most > 0)) {
      return;
    }
    double at = 0;
    while (true) {
      at -= Logarithm.of(stream.nextOpenDouble()) / most;
      if (!(at < near.size())) {
        return;
      }
      keep((int) at, factor, most, stream, into);
    }
  }

  private void keep(int place, double factor, double most, RandomStream stream, IntList into) {
    double chance = factor * chances[place];
    if (chance >= most || stream.nextDouble() * most < chance) {
      into.add(near.get(place));
    }
  }

  /**
   * A fixed number of them, by their relative chances.
   *
   * @param repeat whether one may be drawn more than once
   */
  void fixed(int count, boolean repeat, RandomStream stream, IntList into) {
    if (count == 0) {
      return;
    }
    if (alike()) {
      drawn.clear();
      UniformDraws.draw(count, near.size(), -1, repeat, stream, drawn);
      for (int i = 0; i < drawn.size(); i++) {
        into.add(near.get(drawn.get(i)));
      }
    } else if (repeat) {
      independent(count, stream, into);
    } else {
      distinct(count, stream, into);
    }
  }

  private boolean alike() {
    for (int i = 0; i < near.size(); i++) {
      if (chances[i] != chances[0]) {
        return false;
      }
    }
    return true;
  }

  private void independent(int count, RandomStream stream, IntList into) {
    double[] sums = new double[near.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += chances[i];
      sums[i] = sum;
    }
    for (int i = 0; i < count; i++) {
      int place = Arrays.binarySearch(sums, stream.nextDouble() * sum);
      // The first sum that is above what was drawn; rounding must not lead to one of chance 0.
      place = Math.min(place < 0 ? -place - 1 : place + 1, sums.length - 1);
      while (place > 0 && !(chances[place] > 0)) {
        place--;
      }
      into.add(near.get(place));
    }
  }

  /**
   * One after the other without those that were drawn, by exponential numbers whose rates are the
   * chances: the smallest win (Efraimidis and Spirakis 2006, Inf Process Lett 97:181).
   */
  private void distinct(int count, RandomStream stream, IntList into) {
    double[] times = new double[near.size()];
    for (int i = 0; i < times.length; i++) {
      double unit = -Logarithm.of(stream.nextOpenDouble());
      times[i] = chances[i] > 0 ? unit / chances[i] : Double.POSITIVE_INFINITY;
    }
    Integer[] places = new Integer[times.length];
    Arrays.setAll(places, i -> i);
    Arrays.sort(places, (a, b) -> Double.compare(times[a], times[b]));
    for (int i = 0; i < count; i++) {
      into.add(near.get(places[i]));
    }
  }
}
