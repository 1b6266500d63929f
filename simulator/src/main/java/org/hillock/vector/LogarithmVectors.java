package org.hillock.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector twin of {@link Logarithm}: the same arithmetic, so the same bits. Where k is 0, what
 * is added for it is 0 and changes nothing.
 */
final class LogarithmVectors {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final long LOW_HALF = 0xFFFFFFFFL;

  private LogarithmVectors() {}

  /** Returns how many were done, from the first on. */
  static int of(double[] x, double[] into, int count) {
    int end = LANES.loopBound(count);
    for (int i = 0; i < end; i += LANES.length()) {
      LongVector bits = DoubleVector.fromArray(LANES, x, i).reinterpretAsLongs();
      LongVector high = bits.lanewise(VectorOperators.LSHR, 32);
      LongVector mantissa = high.and(Logarithm.MANTISSA);
      LongVector halve = mantissa.add(Logarithm.ABOVE_ROOT).and(Logarithm.HALVE);
      LongVector exponent =
          high.lanewise(VectorOperators.LSHR, 20)
              .sub(1023)
              .add(halve.lanewise(VectorOperators.LSHR, 20));
      DoubleVector k = exponent.add(Exp.ROUND_BITS).reinterpretAsDoubles().sub(Exp.ROUND);
      DoubleVector f =
          mantissa
              .or(halve.lanewise(VectorOperators.XOR, Logarithm.ONE))
              .lanewise(VectorOperators.LSHL, 32)
              .or(bits.and(LOW_HALF))
              .reinterpretAsDoubles()
              .sub(1);
      DoubleVector s = f.div(f.add(2));
      DoubleVector z = s.mul(s);
      DoubleVector w = z.mul(z);
      DoubleVector even = w.mul(Logarithm.L6).add(Logarithm.L4).mul(w).add(Logarithm.L2).mul(w);
      DoubleVector odd =
          w.mul(Logarithm.L7)
              .add(Logarithm.L5)
              .mul(w)
              .add(Logarithm.L3)
              .mul(w)
              .add(Logarithm.L1)
              .mul(z);
      DoubleVector r = odd.add(even);
      DoubleVector low = k.mul(Logarithm.LN2_LOW);
      DoubleVector half = f.mul(0.5).mul(f);
      DoubleVector usual = s.mul(f.sub(r)).sub(low);
      DoubleVector squared = half.sub(s.mul(half.add(r)).add(low));
      DoubleVector near = f.mul(f).mul(f.mul(-Logarithm.THIRD).add(0.5)).sub(low);
      LongVector between =
          mantissa.sub(Logarithm.SQUARE_FROM).or(mantissa.neg().add(Logarithm.SQUARE_TO));
      DoubleVector rest =
          usual
              .blend(squared, between.compare(VectorOperators.GT, 0).cast(LANES))
              .blend(
                  near,
                  mantissa
                      .add(2)
                      .and(Logarithm.MANTISSA)
                      .compare(VectorOperators.LT, 3)
                      .cast(LANES));
      k.mul(Logarithm.LN2_HIGH).sub(rest.sub(f)).intoArray(into, i);
    }
    return end;
  }
}
