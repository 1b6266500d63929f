package org.hillock.lif;

import static org.hillock.lif.Lanes.DOUBLES;

import java.util.function.IntFunction;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.hillock.model.NeuronBlock;
import org.hillock.model.SpikeSink;

/** {@link IafPscAlphaColumns} by vectors, to the same bits. */
final class IafPscAlphaColumnVectors extends IafPscAlphaColumns {

  IafPscAlphaColumnVectors(int size, IntFunction<double[]> each, double h) {
    super(size, each, h);
  }

  @Override
  public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    int end = from + DOUBLES.loopBound(to - from);
    moveMembranes(block, from, end, step);
    move(block, IafPscAlpha.I_EX, IafPscAlpha.D_EX, ex, CurrentBased.EXCITATORY, from, end);
    move(block, IafPscAlpha.I_IN, IafPscAlpha.D_IN, in, CurrentBased.INHIBITORY, from, end);
    Lanes.fire(this, block, from, end, step, spikes);
    super.update(block, end, to, step, spikes);
  }

  /** V goes on with the currents of the beginning of the step. */
  private void moveMembranes(NeuronBlock block, int from, int end, long step) {
    double[] v = block.state(V);
    double[] iEx = block.state(IafPscAlpha.I_EX);
    double[] iIn = block.state(IafPscAlpha.I_IN);
    double[] dEx = block.state(IafPscAlpha.D_EX);
    double[] dIn = block.state(IafPscAlpha.D_IN);
    double resting = Membrane.resting(step);
    double[] current = Injected.current(block);
    int currentStride = Injected.stride(block);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector synaptic =
          DoubleVector.fromArray(DOUBLES, dEx, i)
              .mul(DoubleVector.fromArray(DOUBLES, ex.fromD().values(), i * ex.fromD().stride()))
              .add(
                  DoubleVector.fromArray(DOUBLES, iEx, i)
                      .mul(
                          DoubleVector.fromArray(
                              DOUBLES, ex.fromI().values(), i * ex.fromI().stride())))
              .add(
                  DoubleVector.fromArray(DOUBLES, dIn, i)
                      .mul(
                          DoubleVector.fromArray(
                              DOUBLES, in.fromD().values(), i * in.fromD().stride())))
              .add(
                  DoubleVector.fromArray(DOUBLES, iIn, i)
                      .mul(
                          DoubleVector.fromArray(
                              DOUBLES, in.fromI().values(), i * in.fromI().stride())));
      DoubleVector injected =
          DoubleVector.fromArray(DOUBLES, current, i * currentStride)
              .add(
                  DoubleVector.fromArray(
                      DOUBLES, constantCurrent.values(), i * constantCurrent.stride()))
              .mul(
                  DoubleVector.fromArray(
                      DOUBLES, currentFactor.values(), i * currentFactor.stride()));
      DoubleVector stored = DoubleVector.fromArray(DOUBLES, v, i);
      DoubleVector old =
          stored.blend(
              DoubleVector.fromArray(DOUBLES, reset.values(), i * reset.stride()),
              stored.compare(VectorOperators.LE, Membrane.RESTED));
      DoubleVector next =
          injected
              .add(synaptic)
              .add(
                  old.mul(
                      DoubleVector.fromArray(
                          DOUBLES, leakFactor.values(), i * leakFactor.stride())))
              .max(DoubleVector.fromArray(DOUBLES, lowest.values(), i * lowest.stride()));
      stored.blend(next, stored.compare(VectorOperators.GT, resting)).intoArray(v, i);
    }
  }

  private void move(
      NeuronBlock block,
      int current,
      int derivative,
      Current numbers,
      int receptor,
      int from,
      int end) {
    double[] x = block.state(current);
    double[] d = block.state(derivative);
    double[] input = block.input(receptor);
    int offset = block.inputOffset();
    double[] decays = numbers.decay().values();
    int decayStride = numbers.decay().stride();
    double[] jumps = numbers.jump().values();
    int jumpStride = numbers.jump().stride();
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector decay = DoubleVector.fromArray(DOUBLES, decays, i * decayStride);
      DoubleVector oldD = DoubleVector.fromArray(DOUBLES, d, i);
      oldD.mul(h).add(DoubleVector.fromArray(DOUBLES, x, i)).mul(decay).intoArray(x, i);
      oldD.mul(decay)
          .add(
              DoubleVector.fromArray(DOUBLES, input, offset + i)
                  .mul(DoubleVector.fromArray(DOUBLES, jumps, i * jumpStride)))
          .intoArray(d, i);
    }
  }
}
