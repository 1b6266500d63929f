package org.hillock.model.linear;

import java.util.Arrays;
import org.hillock.model.Column;
import org.hillock.model.Escape;
import org.hillock.model.NeuronBlock;
import org.hillock.model.Refractoriness;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateCarrier;
import org.hillock.model.UnstableStateException;

/** Who of a block fires in a step, and what becomes of those that do. */
final class Firing {

  /**
   * @param threshold of V [mV]
   * @param mute no spike for so many steps after one
   * @param held V is held for so many steps after a spike
   * @param reset where V is held [mV]
   * @param silentAtStart no spike for so many steps from the start of the run on
   * @param escape random firing
   * @param keep by how much a spike multiplies each state that it resets
   * @param add and what it adds
   */
  record Numbers(
      Column threshold,
      Column mute,
      Column held,
      Column reset,
      Column silentAtStart,
      Escape escape,
      Column[] keep,
      Column[] add) {}

  private static final int UNKNOWN = -1;

  private final LinearDynamics shape;
  private final Numbers numbers;
  private final Refractoriness refractory;
  private final boolean heldAsLongAsMute;
  private final boolean vectors;
  private final boolean escapes;
  private double[] thresholds = new double[0];
  private int[] groups = new int[0];

  /** The neurons whose V is held, in no order, if they are known. */
  private int[] held = new int[16];

  private int heldCount = UNKNOWN;

  Firing(LinearDynamics shape, Numbers numbers, int size, boolean vectors) {
    this.shape = shape;
    this.numbers = numbers;
    this.heldAsLongAsMute =
        numbers.mute.stride() == numbers.held.stride()
            && Arrays.equals(numbers.mute.values(), numbers.held.values());
    this.refractory = new Refractoriness(size);
    this.vectors = vectors;
    // Asked of all neurons: the first of a block must not decide for the others.
    this.escapes = numbers.escape.width().any(width -> width > 0);
    for (int i = 0; i < size && numbers.silentAtStart.any(steps -> steps > 0); i++) {
      refractory.begin(i, (long) numbers.silentAtStart.at(i));
    }
  }

  Numbers numbers() {
    return numbers;
  }

  /** Whether any neuron fires at random. */
  boolean escapes() {
    return escapes;
  }

  /** Puts V back for all neurons of the block that have fired a short while ago. */
  void hold(NeuronBlock block, long step) {
    double[] v = block.state(LinearDynamics.V);
    if (heldCount == UNKNOWN) {
      heldCount = 0;
      int size = block.size();
      for (int i = refractory.next(0, size, step);
          i < size;
          i = refractory.next(i + 1, size, step)) {
        keep(i);
      }
    }
    int count = heldCount;
    heldCount = 0;
    for (int k = 0; k < count; k++) {
      int neuron = held[k];
      long until = heldAsLongAsMute ? refractory.until(neuron) : heldUntil(neuron);
      if (step <= until) {
        v[neuron] = numbers.reset.at(neuron);
      }
      if (step < until) {
        held[heldCount++] = neuron;
      }
    }
  }

  /** The same for one neuron of a block whose neurons are not all advanced in every step. */
  void hold(NeuronBlock block, int neuron, long step) {
    heldCount = UNKNOWN;
    boolean muted = refractory.next(neuron, neuron + 1, step) == neuron;
    if (muted && step <= heldUntil(neuron)) {
      block.state(LinearDynamics.V)[neuron] = numbers.reset.at(neuron);
    }
  }

  /** Carries what is known of a neuron. */
  void carry(int neuron, long step, StateCarrier carrier) {
    refractory.carry(neuron, step, carrier);
    if (carrier.restores()) {
      heldCount = UNKNOWN;
    }
  }

  private void keep(int neuron) {
    if (heldCount == held.length) {
      held = Arrays.copyOf(held, 2 * held.length);
    }
    held[heldCount++] = neuron;
  }

  /**
   * Up to and including which step V of a neuron is held; 0 or one that is over if it is not. Of
   * use only where V is held at all; a time that is drawn makes V held longer by as much.
   */
  long heldUntil(int neuron) {
    if (!refractory.mayBe(neuron)) {
      return 0;
    }
    long longer = (long) numbers.mute.at(neuron) - (long) numbers.held.at(neuron);
    return refractory.until(neuron) - longer;
  }

  /** Reports and resets the neurons that fire. */
  void fire(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    double[] v = block.state(LinearDynamics.V);
    double[] threshold = numbers.threshold.values();
    int stride = numbers.threshold.stride();
    int shift = 0;
    if (!shape.raises.isEmpty()) {
      raise(block, from, to);
      threshold = thresholds;
      stride = 1;
      shift = -from;
    }
    if (escapes) {
      for (int i = from; i < to; i++) {
        if (!refractory.at(i, step)) {
          double margin = v[i] - threshold[i * stride + shift];
          for (int n = numbers.escape.spikes(block, i, margin, step); n > 0; n--) {
            fire(block, i, step, spikes);
          }
        }
      }
      return;
    }
    if (!vectors || to - from < FiringVectors.GROUP) {
      reach(block, threshold, stride, shift, from, to, step, spikes);
      return;
    }
    if (groups.length < (to - from) / FiringVectors.GROUP) {
      groups = new int[(to - from) / FiringVectors.GROUP];
    }
    int count =
        stride == 0
            ? FiringVectors.groups(v, threshold[0], from, to, groups)
            : FiringVectors.groups(v, threshold, stride, shift, from, to, groups);
    if (count == FiringVectors.NOT_A_NUMBER) {
      reach(block, threshold, stride, shift, from, to, step, spikes);
      return;
    }
    for (int g = 0; g < count; g++) {
      int end = groups[g] + FiringVectors.GROUP;
      reach(block, threshold, stride, shift, groups[g], end, step, spikes);
    }
    int rest = from + (to - from) / FiringVectors.GROUP * FiringVectors.GROUP;
    reach(block, threshold, stride, shift, rest, to, step, spikes);
  }

  private void reach(
      NeuronBlock block,
      double[] threshold,
      int stride,
      int shift,
      int from,
      int to,
      long step,
      SpikeSink spikes) {
    double[] v = block.state(LinearDynamics.V);
    for (int i = from; i < to; i++) {
      double margin = v[i] - threshold[i * stride + shift];
      if (!(margin < 0)) {
        reached(block, i, margin, step, spikes);
      }
    }
  }

  /** Thresholds of the neurons of a range, beginning at element 0. */
  private void raise(NeuronBlock block, int from, int to) {
    if (thresholds.length < to - from) {
      thresholds = new double[to - from];
    }
    for (int i = from; i < to; i++) {
      double threshold = numbers.threshold.at(i);
      for (LinearDynamics.Raise raise : shape.raises) {
        threshold += block.state(raise.state())[i] * raise.factor();
      }
      thresholds[i - from] = threshold;
    }
  }

  private void reached(NeuronBlock block, int neuron, double margin, long step, SpikeSink spikes) {
    if (Double.isNaN(margin) || margin == Double.POSITIVE_INFINITY) {
      throw new UnstableStateException(
          neuron, "a membrane potential of " + block.state(LinearDynamics.V)[neuron] + " mV");
    }
    if (!refractory.at(neuron, step)) {
      fire(block, neuron, step, spikes);
    }
  }

  private void fire(NeuronBlock block, int neuron, long step, SpikeSink spikes) {
    for (int i = 0; i < numbers.keep.length; i++) {
      double[] x = block.state(shape.resets.get(i).state());
      double kept = numbers.keep[i].at(neuron) == 0 ? 0 : x[neuron] * numbers.keep[i].at(neuron);
      x[neuron] = kept + numbers.add[i].at(neuron);
    }
    long mute = numbers.escape.silent(block, neuron, numbers.mute.at(neuron), step);
    if (mute > 0) {
      refractory.begin(neuron, step + mute);
      if (heldCount != UNKNOWN) {
        keep(neuron);
      }
    }
    spikes.fire(neuron);
  }
}
