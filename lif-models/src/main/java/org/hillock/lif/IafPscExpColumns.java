package org.hillock.lif;

import java.util.function.IntFunction;
import org.hillock.model.NeuronBlock;
import org.hillock.model.SpikeSink;

/** {@link IafPscExp} where parameters differ from neuron to neuron. */
class IafPscExpColumns extends MembraneColumns {

  final Column decayEx;
  final Column decayIn;
  final Column factorEx;
  final Column factorIn;

  IafPscExpColumns(int size, IntFunction<double[]> each) {
    super(size, each);
    this.decayEx = own(0);
    this.decayIn = own(1);
    this.factorEx = own(2);
    this.factorIn = own(3);
  }

  static double[] numbers(IafPscExp.Kernel kernel) {
    return numbers(
        kernel.membrane(),
        Double.NEGATIVE_INFINITY,
        kernel.decayEx(),
        kernel.decayIn(),
        kernel.factorEx(),
        kernel.factorIn());
  }

  @Override
  public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    double[] v = block.state(V);
    double[] currentEx = block.state(IafPscExp.I_EX);
    double[] currentIn = block.state(IafPscExp.I_IN);
    double resting = Membrane.resting(step);
    double[] current = Injected.current(block);
    int stride = Injected.stride(block);
    double[] inputEx = block.input(CurrentBased.EXCITATORY);
    double[] inputIn = block.input(CurrentBased.INHIBITORY);
    int offset = block.inputOffset();
    for (int i = from; i < to; i++) {
      double ex = currentEx[i];
      double in = currentIn[i];
      currentEx[i] = ex * decayEx.at(i) + inputEx[offset + i];
      currentIn[i] = in * decayIn.at(i) + inputIn[offset + i];
      if (v[i] <= resting) {
        continue;
      }
      double old = potential(v[i], i);
      double next =
          old * leakFactor.at(i)
              + ex * factorEx.at(i)
              + in * factorIn.at(i)
              + injected(current, stride, i) * currentFactor.at(i);
      set(block, i, next, step, spikes);
    }
  }
}
