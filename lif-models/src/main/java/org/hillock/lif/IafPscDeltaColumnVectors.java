package org.hillock.lif;

import static org.hillock.lif.Lanes.DOUBLES;

import java.util.function.IntFunction;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.hillock.model.NeuronBlock;
import org.hillock.model.SpikeSink;

/** {@link IafPscDeltaColumns} by vectors, to the same bits. */
final class IafPscDeltaColumnVectors extends IafPscDeltaColumns {

  IafPscDeltaColumnVectors(int size, IntFunction<double[]> each) {
    super(size, each);
  }

  @Override
  public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    double[] v = block.state(V);
    double[] input = block.input(0);
    double resting = Membrane.resting(step);
    double[] current = Injected.current(block);
    int currentStride = Injected.stride(block);
    int offset = block.inputOffset();
    double[] resets = reset.values();
    int resetStride = reset.stride();
    double[] constants = constantCurrent.values();
    int constantStride = constantCurrent.stride();
    double[] factors = currentFactor.values();
    int factorStride = currentFactor.stride();
    double[] leaks = leakFactor.values();
    int leakStride = leakFactor.stride();
    double[] lows = lowest.values();
    int lowStride = lowest.stride();
    int end = from + DOUBLES.loopBound(to - from);
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
          injected
              .add(old.mul(DoubleVector.fromArray(DOUBLES, leaks, i * leakStride)))
              .add(DoubleVector.fromArray(DOUBLES, input, offset + i))
              .max(DoubleVector.fromArray(DOUBLES, lows, i * lowStride));
      stored.blend(next, stored.compare(VectorOperators.GT, resting)).intoArray(v, i);
    }
    Lanes.fire(this, block, from, end, step, spikes);
    super.update(block, end, to, step, spikes);
  }
}
