package org.hillock.lif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.SpikeSink;

/**
 * Neurons each of which has parameters of its own: the numbers of {@link Membrane} and of a model's
 * currents, a column each. A number that is the same for all takes no memory.
 *
 * <p>Such a kernel belongs to one block. Its arithmetic is that of the kernel for equal neurons, to
 * the last bit.
 */
abstract class MembraneColumns implements NeuronKernel {

  static final int V = MembraneKernel.V;

  private static final int MEMBRANE = 8;

  final Column reset;
  final Column threshold;
  final Column constantCurrent;
  final Column leakFactor;
  final Column currentFactor;
  final Column lowest;
  private final Column restingPotential;
  private final Column refractorySteps;
  private final List<Column> own;

  /**
   * @param size number of neurons, at least 1
   * @param each the numbers of each, by {@link #numbers}
   */
  MembraneColumns(int size, IntFunction<double[]> each) {
    List<Column.Draft> drafts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double[] numbers = each.apply(i);
      for (int n = 0; n < numbers.length; n++) {
        if (i == 0) {
          drafts.add(new Column.Draft(size, numbers[n]));
        }
        drafts.get(n).set(i, numbers[n]);
      }
    }
    List<Column> all = drafts.stream().map(Column.Draft::column).toList();
    int next = 0;
    this.restingPotential = all.get(next++);
    this.reset = all.get(next++);
    this.threshold = all.get(next++);
    this.constantCurrent = all.get(next++);
    this.leakFactor = all.get(next++);
    this.currentFactor = all.get(next++);
    this.refractorySteps = all.get(next++);
    this.lowest = all.get(next++);
    this.own = all.subList(next, all.size());
  }

  /** The numbers of one neuron: those of its membrane, the lowest V, and those of its currents. */
  static double[] numbers(Membrane membrane, double lowest, double... own) {
    double[] numbers = {
      membrane.restingPotential(),
      membrane.reset(),
      membrane.threshold(),
      membrane.constantCurrent(),
      membrane.leakFactor(),
      membrane.currentFactor(),
      membrane.refractorySteps(),
      lowest
    };
    double[] all = Arrays.copyOf(numbers, MEMBRANE + own.length);
    System.arraycopy(own, 0, all, MEMBRANE, own.length);
    return all;
  }

  /** One of the numbers of a model's currents. */
  final Column own(int number) {
    return own.get(number);
  }

  @Override
  public final double read(NeuronBlock block, int variable, int neuron) {
    double value = block.state(variable)[neuron];
    return variable == V
        ? (value <= Membrane.RESTED ? reset.at(neuron) : value) + restingPotential.at(neuron)
        : value;
  }

  @Override
  public final void write(NeuronBlock block, int variable, int neuron, double value) {
    block.state(variable)[neuron] = variable == V ? value - restingPotential.at(neuron) : value;
  }

  /** The membrane potential that a number of V stands for. */
  final double potential(double v, int neuron) {
    return v <= Membrane.RESTED ? reset.at(neuron) : v;
  }

  /** The current that flows into a neuron from outside and by itself [pA]. */
  final double injected(double[] current, int stride, int neuron) {
    return current[neuron * stride] + constantCurrent.at(neuron);
  }

  /** Sets V, and fires if it has reached the threshold. */
  final void set(NeuronBlock block, int neuron, double v, long step, SpikeSink spikes) {
    block.state(V)[neuron] = v;
    if (v >= threshold.at(neuron)) {
      block.state(V)[neuron] = Membrane.resting((double) step + refractorySteps.at(neuron));
      spikes.fire(neuron);
    }
  }

  /** Marks and reports those that have reached the threshold. */
  final void fire(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    double[] v = block.state(V);
    for (int i = from; i < to; i++) {
      if (v[i] >= threshold.at(i)) {
        set(block, i, v[i], step, spikes);
      }
    }
  }
}
