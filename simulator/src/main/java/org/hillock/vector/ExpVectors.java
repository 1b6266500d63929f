package org.hillock.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The vector twin of {@link Exp}: the same arithmetic, so the same bits. */
final class ExpVectors {

  static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  private ExpVectors() {}

  /** Returns how many were done, from the first on. */
  static int of(double[] x, double[] into, int count) {
    int end = LANES.loopBound(count);
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector bounded = DoubleVector.fromArray(LANES, x, i).min(Exp.MOST).max(Exp.LEAST);
      DoubleVector rounded = bounded.mul(Exp.INVERSE_LN2).add(Exp.ROUND);
      DoubleVector k = rounded.sub(Exp.ROUND);
      DoubleVector r = bounded.sub(k.mul(Exp.LN2_HIGH)).sub(k.mul(Exp.LN2_LOW));
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector low = r.mul(Exp.C3).add(Exp.C2).add(r.mul(Exp.C5).add(Exp.C4).mul(r2));
      DoubleVector middle = r.mul(Exp.C7).add(Exp.C6).add(r.mul(Exp.C9).add(Exp.C8).mul(r2));
      DoubleVector high = r.mul(Exp.C11).add(Exp.C10).add(r.mul(Exp.C13).add(Exp.C12).mul(r2));
      DoubleVector sum = low.add(middle.add(high.mul(r4)).mul(r4)).mul(r2).add(r).add(1);
      LongVector bits = rounded.reinterpretAsLongs().sub(Exp.ROUND_BITS);
      LongVector half = bits.lanewise(VectorOperators.ASHR, 1);
      DoubleVector first = half.add(1023).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
      DoubleVector second =
          bits.sub(half).add(1023).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
      sum.mul(first).mul(second).intoArray(into, i);
    }
    return end;
  }
}
