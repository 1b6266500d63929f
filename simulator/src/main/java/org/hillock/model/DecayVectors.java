package org.hillock.model;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The vector twin of the series of {@link Decay}: the same arithmetic, so the same bits. */
final class DecayVectors {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  private DecayVectors() {}

  /**
   * e^x - 1 for x_i = -t_i rate, of whole vectors.
   *
   * @param longest the series serves no t_i beyond this
   * @return how many were done, from the first on: none if some t_i lies beyond
   */
  static int series(double[] times, double rate, double longest, double[] into, int count) {
    int end = LANES.loopBound(count);
    double scale = -rate;
    DoubleVector nearest = DoubleVector.broadcast(LANES, longest);
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector time = DoubleVector.fromArray(LANES, times, i);
      nearest = nearest.min(DoubleVector.broadcast(LANES, longest).sub(time));
      DoubleVector x = time.mul(scale);
      DoubleVector x2 = x.mul(x);
      DoubleVector x4 = x2.mul(x2);
      DoubleVector low = x.mul(Decay.C3).add(Decay.C2).add(x.mul(Decay.C5).add(Decay.C4).mul(x2));
      DoubleVector middle =
          x.mul(Decay.C7).add(Decay.C6).add(x.mul(Decay.C9).add(Decay.C8).mul(x2));
      DoubleVector high =
          x.mul(Decay.C11).add(Decay.C10).add(x.mul(Decay.C13).add(Decay.C12).mul(x2));
      DoubleVector sum = low.add(middle.add(high.mul(x4)).mul(x4));
      x.add(x2.mul(sum)).intoArray(into, i);
    }
    return nearest.reduceLanes(VectorOperators.MIN) >= 0 ? end : 0;
  }
}
