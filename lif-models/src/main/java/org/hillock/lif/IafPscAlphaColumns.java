package org.hillock.lif;

import java.util.function.IntFunction;
import org.hillock.model.NeuronBlock;
import org.hillock.model.SpikeSink;

/** {@link IafPscAlpha} where parameters differ from neuron to neuron. */
class IafPscAlphaColumns extends MembraneColumns {

  /** The numbers of a current, a column each. */
  record Current(Column decay, Column jump, Column fromI, Column fromD) {}

  final double h;
  final Current ex;
  final Current in;

  /**
   * @param h step [ms]
   */
  IafPscAlphaColumns(int size, IntFunction<double[]> each, double h) {
    super(size, each);
    this.h = h;
    this.ex = new Current(own(0), own(1), own(2), own(3));
    this.in = new Current(own(4), own(5), own(6), own(7));
  }

  static double[] numbers(IafPscAlpha.Kernel kernel) {
    return numbers(
        kernel.membrane(),
        kernel.lowest(),
        kernel.ex().decay(),
        kernel.ex().jump(),
        kernel.ex().fromI(),
        kernel.ex().fromD(),
        kernel.in().decay(),
        kernel.in().jump(),
        kernel.in().fromI(),
        kernel.in().fromD());
  }

  @Override
  public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    double[] v = block.state(V);
    double[] iEx = block.state(IafPscAlpha.I_EX);
    double[] iIn = block.state(IafPscAlpha.I_IN);
    double[] dEx = block.state(IafPscAlpha.D_EX);
    double[] dIn = block.state(IafPscAlpha.D_IN);
    double resting = Membrane.resting(step);
    double[] current = Injected.current(block);
    int stride = Injected.stride(block);
    double[] inputEx = block.input(CurrentBased.EXCITATORY);
    double[] inputIn = block.input(CurrentBased.INHIBITORY);
    int offset = block.inputOffset();
    for (int i = from; i < to; i++) {
      double synaptic =
          ex.fromD.at(i) * dEx[i]
              + ex.fromI.at(i) * iEx[i]
              + in.fromD.at(i) * dIn[i]
              + in.fromI.at(i) * iIn[i];
      iEx[i] = ex.decay.at(i) * (h * dEx[i] + iEx[i]);
      dEx[i] = ex.decay.at(i) * dEx[i] + ex.jump.at(i) * inputEx[offset + i];
      iIn[i] = in.decay.at(i) * (h * dIn[i] + iIn[i]);
      dIn[i] = in.decay.at(i) * dIn[i] + in.jump.at(i) * inputIn[offset + i];
      if (v[i] <= resting) {
        continue;
      }
      double old = potential(v[i], i);
      double next =
          currentFactor.at(i) * injected(current, stride, i) + synaptic + leakFactor.at(i) * old;
      set(block, i, Math.max(lowest.at(i), next), step, spikes);
    }
  }
}
