package org.hillock.lif;

import static org.hillock.lif.Lanes.DOUBLES;

import java.util.Optional;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.hillock.model.NeuronBlock;
import org.hillock.model.Quiescence;
import org.hillock.model.SpikeSink;

/** The kernel of {@link IafPscAlpha} by vectors, to the same bits. */
record IafPscAlphaVectors(IafPscAlpha.Kernel scalar) implements MembraneKernel {

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
    double[] iEx = block.state(IafPscAlpha.I_EX);
    double[] iIn = block.state(IafPscAlpha.I_IN);
    double[] dEx = block.state(IafPscAlpha.D_EX);
    double[] dIn = block.state(IafPscAlpha.D_IN);
    double[] inputEx = block.input(CurrentBased.EXCITATORY);
    double[] inputIn = block.input(CurrentBased.INHIBITORY);
    IafPscAlpha.Current ex = scalar.ex();
    IafPscAlpha.Current in = scalar.in();
    double h = scalar.h();
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
      DoubleVector oldDEx = DoubleVector.fromArray(DOUBLES, dEx, i);
      DoubleVector oldIEx = DoubleVector.fromArray(DOUBLES, iEx, i);
      DoubleVector oldDIn = DoubleVector.fromArray(DOUBLES, dIn, i);
      DoubleVector oldIIn = DoubleVector.fromArray(DOUBLES, iIn, i);
      DoubleVector synaptic =
          oldDEx
              .mul(ex.fromD())
              .add(oldIEx.mul(ex.fromI()))
              .add(oldDIn.mul(in.fromD()))
              .add(oldIIn.mul(in.fromI()));
      oldDEx.mul(h).add(oldIEx).mul(ex.decay()).intoArray(iEx, i);
      oldDIn.mul(h).add(oldIIn).mul(in.decay()).intoArray(iIn, i);
      oldDEx
          .mul(ex.decay())
          .add(DoubleVector.fromArray(DOUBLES, inputEx, offset + i).mul(ex.jump()))
          .intoArray(dEx, i);
      oldDIn
          .mul(in.decay())
          .add(DoubleVector.fromArray(DOUBLES, inputIn, offset + i).mul(in.jump()))
          .intoArray(dIn, i);
      DoubleVector injected =
          DoubleVector.fromArray(DOUBLES, current, i * stride).add(constant).mul(currentFactor);
      DoubleVector stored = DoubleVector.fromArray(DOUBLES, v, i);
      DoubleVector old = stored.blend(reset, stored.compare(VectorOperators.LE, Membrane.RESTED));
      DoubleVector next = injected.add(synaptic).add(old.mul(leak)).max(lowest);
      stored.blend(next, stored.compare(VectorOperators.GT, resting)).intoArray(v, i);
    }
    Lanes.fire(membrane, block, from, end, step, spikes);
    scalar.update(block, end, to, step, spikes);
  }
}
