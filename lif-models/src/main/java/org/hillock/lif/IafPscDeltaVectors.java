package org.hillock.lif;

import static org.hillock.lif.Lanes.DOUBLES;

import java.util.Optional;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.hillock.model.NeuronBlock;
import org.hillock.model.Quiescence;
import org.hillock.model.SpikeSink;

/** The kernel of {@link IafPscDelta} by vectors, to the same bits. */
record IafPscDeltaVectors(IafPscDelta.Kernel scalar) implements MembraneKernel {

  @Override
  public Membrane membrane() {
    return scalar.membrane();
  }

  @Override
  public Optional<Quiescence> quiescence() {
    return scalar.quiescence();
  }

  @Override
  public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    if (to - from < DOUBLES.length()) {
      scalar.update(block, from, to, step, spikes);
      return;
    }
    Membrane membrane = scalar.membrane();
    double[] v = block.state(V);
    double[] input = block.input(0);
    double lowest = scalar.lowest();
    double resting = Membrane.resting(step);
    double reset = membrane.reset();
    double[] current = Injected.current(block);
    int stride = Injected.stride(block);
    int offset = block.inputOffset();
    double constant = membrane.constantCurrent();
    double currentFactor = membrane.currentFactor();
    double leak = membrane.leakFactor();
    int end = from + DOUBLES.loopBound(to - from);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector injected =
          DoubleVector.fromArray(DOUBLES, current, i * stride).add(constant).mul(currentFactor);
      DoubleVector stored = DoubleVector.fromArray(DOUBLES, v, i);
      DoubleVector old = stored.blend(reset, stored.compare(VectorOperators.LE, Membrane.RESTED));
      DoubleVector next =
          injected
              .add(old.mul(leak))
              .add(DoubleVector.fromArray(DOUBLES, input, offset + i))
              .max(lowest);
      stored.blend(next, stored.compare(VectorOperators.GT, resting)).intoArray(v, i);
    }
    Lanes.fire(membrane, block, from, end, step, spikes);
    scalar.update(block, end, to, step, spikes);
  }
}
