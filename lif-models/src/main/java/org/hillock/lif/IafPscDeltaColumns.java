package org.hillock.lif;

import java.util.function.IntFunction;
import org.hillock.model.NeuronBlock;
import org.hillock.model.SpikeSink;

/** {@link IafPscDelta} where parameters differ from neuron to neuron. */
class IafPscDeltaColumns extends MembraneColumns {

  IafPscDeltaColumns(int size, IntFunction<double[]> each) {
    super(size, each);
  }

  @Override
  public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    double[] v = block.state(V);
    double resting = Membrane.resting(step);
    double[] current = Injected.current(block);
    int stride = Injected.stride(block);
    double[] input = block.input(0);
    int offset = block.inputOffset();
    for (int i = from; i < to; i++) {
      if (v[i] <= resting) {
        continue;
      }
      double old = potential(v[i], i);
      double injected = injected(current, stride, i);
      double next = currentFactor.at(i) * injected + leakFactor.at(i) * old + input[offset + i];
      set(block, i, Math.max(lowest.at(i), next), step, spikes);
    }
  }
}
