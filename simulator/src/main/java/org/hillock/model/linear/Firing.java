package org.hillock.model.linear;

import org.hillock.model.Column;
import org.hillock.model.NeuronBlock;
import org.hillock.model.Refractoriness;
import org.hillock.model.SpikeSink;
import org.hillock.model.UnstableStateException;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/** Who of a block fires in a step, and what becomes of those that do. */
final class Firing {

  /**
   * @param threshold of V [mV]
   * @param mute no spike for so many steps after one
   * @param held V is held for so many steps after a spike
   * @param reset where V is held [mV]
   * @param rate escape rate at the threshold, times the step
   * @param width of the escape noise [mV]
   * @param keep by how much a spike multiplies each state that it resets
   * @param add and what it adds
   */
  record Numbers(
      Column threshold,
      Column mute,
      Column held,
      Column reset,
      Column rate,
      Column width,
      Column[] keep,
      Column[] add) {}

  /** No random number is as small as the probability that belongs to this. */
  private static final double NEVER = 0x1p-60;

  private final LinearDynamics shape;
  private final Numbers numbers;
  private final Refractoriness refractory;
  private final boolean heldAsLongAsMute;
  private final boolean vectors;
  private double[] thresholds = new double[0];
  private int[] groups = new int[0];

  Firing(LinearDynamics shape, Numbers numbers, Refractoriness refractory, boolean vectors) {
    this.shape = shape;
    this.numbers = numbers;
    this.refractory = refractory;
    this.heldAsLongAsMute = shape.held == shape.mute;
    this.vectors = vectors;
  }

  Numbers numbers() {
    return numbers;
  }

  /** Puts V back for the neurons that have fired a short while ago. */
  void hold(NeuronBlock block, int from, int to, long step) {
    double[] v = block.state(LinearDynamics.V);
    if (heldAsLongAsMute) {
      refractory.hold(v, numbers.reset, from, to, step);
      return;
    }
    for (int i = refractory.next(from, to, step); i < to; i = refractory.next(i + 1, to, step)) {
      if (step <= heldUntil(i)) {
        v[i] = numbers.reset.at(i);
      }
    }
  }

  /** Up to and including which step V of a neuron that has fired is held. */
  long heldUntil(int neuron) {
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
    if (shape.escapes()) {
      for (int i = from; i < to; i++) {
        if (!refractory.at(i, step)
            && escapes(block, i, v[i] - threshold[i * stride + shift], step)) {
          fire(block, i, step, spikes);
        }
      }
      return;
    }
    if (!vectors) {
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
    long mute = (long) numbers.mute.at(neuron);
    if (mute > 0) {
      refractory.begin(neuron, step + mute);
    }
    spikes.fire(neuron);
  }

  /** Whether a neuron fires at random: with probability 1 - exp(-h rho exp(margin/delta)). */
  private boolean escapes(NeuronBlock block, int neuron, double margin, long step) {
    if (Double.isNaN(margin)) {
      throw new UnstableStateException(neuron, "a membrane potential that is not a number");
    }
    double width = numbers.width.at(neuron);
    if (width == 0) {
      return margin >= 0;
    }
    double expected = numbers.rate.at(neuron) * StrictMath.exp(margin / width);
    if (expected < NEVER) {
      return false;
    }
    RandomStream stream = block.random();
    stream.at(Purpose.NEURON, block.population(), block.firstNeuron() + neuron).skipTo(2 * step);
    return stream.nextOpenDouble() < -StrictMath.expm1(-expected);
  }
}
