package org.hillock.lif;

import static org.hillock.lif.Lanes.DOUBLES;

import java.util.function.IntFunction;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.hillock.model.NeuronBlock;
import org.hillock.model.SpikeSink;

/** {@link IafPscExpColumns} by vectors, to the same bits. */
final class IafPscExpColumnVectors extends IafPscExpColumns {

  IafPscExpColumnVectors(int size, IntFunction<double[]> each) {
    super(size, each);
  }

  @Override
  public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    int end = from + DOUBLES.loopBound(to - from);
    moveMembranes(block, from, end, step);
    moveCurrents(block, from, end);
    Lanes.fire(this, block, from, end, step, spikes);
    super.update(block, end, to, step, spikes);
  }

  /** V goes on with the currents of the beginning of the step. */
  private void moveMembranes(NeuronBlock block, int from, int end, long step) {
    double[] v = block.state(V);
    double[] currentEx = block.state(IafPscExp.I_EX);
    double[] currentIn = block.state(IafPscExp.I_IN);
    double resting = Membrane.resting(step);
    double[] current = Injected.current(block);
    int currentStride = Injected.stride(block);
    double[] resets = reset.values();
    int resetStride = reset.stride();
    double[] constants = constantCurrent.values();
    int constantStride = constantCurrent.stride();
    double[] factors = currentFactor.values();
    int factorStride = currentFactor.stride();
    double[] leaks = leakFactor.values();
    int leakStride = leakFactor.stride();
    double[] factorsEx = factorEx.values();
    int strideEx = factorEx.stride();
    double[] factorsIn = factorIn.values();
    int strideIn = factorIn.stride();
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector injected =
          DoubleVector.fromArray(DOUBLES, current, i * currentStride)
              .add(DoubleVector.fromArray(DOUBLES, constants, i * constantStride))
              .mul(DoubleVector.fromArray(DOUBLES, factors, i * factorStride));
      DoubleVector stored = DoubleVector.fromArray(DOUBLES, v, i);
      DoubleVector old =
          stored.blend(
              DoubleVector.fromArray(DOUBLES, resets, i * resetStride),
              stored.compare(VectorOperators.LE, Membrane.RESTED));
      DoubleVector next =
          old.mul(DoubleVector.fromArray(DOUBLES, leaks, i * leakStride))
              .add(
                  DoubleVector.fromArray(DOUBLES, currentEx, i)
                      .mul(DoubleVector.fromArray(DOUBLES, factorsEx, i * strideEx)))
              .add(
                  DoubleVector.fromArray(DOUBLES, currentIn, i)
                      .mul(DoubleVector.fromArray(DOUBLES, factorsIn, i * strideIn)))
              .add(injected);
      stored.blend(next, stored.compare(VectorOperators.GT, resting)).intoArray(v, i);
    }
  }

  private void moveCurrents(NeuronBlock block, int from, int end) {
    decay(
        block.state(IafPscExp.I_EX),
        decayEx,
        block.input(CurrentBased.EXCITATORY),
        block.inputOffset(),
        from,
        end);
    decay(
        block.state(IafPscExp.I_IN),
        decayIn,
        block.input(CurrentBased.INHIBITORY),
        block.inputOffset(),
        from,
        end);
  }

  private static void decay(
      double[] currents, Column decay, double[] input, int offset, int from, int end) {
    double[] decays = decay.values();
    int stride = decay.stride();
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector.fromArray(DOUBLES, currents, i)
          .mul(DoubleVector.fromArray(DOUBLES, decays, i * stride))
          .add(DoubleVector.fromArray(DOUBLES, input, offset + i))
          .intoArray(currents, i);
    }
  }
}
