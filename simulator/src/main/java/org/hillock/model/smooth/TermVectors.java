package org.hillock.model.smooth;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector twin of {@link Terms}: the same arithmetic, so the same bits. Each returns how many
 * neurons were done, from the first on.
 */
final class TermVectors {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  private TermVectors() {}

  static int product(int count, double[] x, double[] factor, double[] into) {
    int end = LANES.loopBound(count);
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector.fromArray(LANES, x, i)
          .mul(DoubleVector.fromArray(LANES, factor, i))
          .intoArray(into, i);
    }
    return end;
  }

  static int products(
      int count, double[] x, double[] factor, double[] other, double[] of, double[] into) {
    int end = LANES.loopBound(count);
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector second =
          DoubleVector.fromArray(LANES, other, i).mul(DoubleVector.fromArray(LANES, of, i));
      DoubleVector.fromArray(LANES, x, i)
          .mul(DoubleVector.fromArray(LANES, factor, i))
          .add(second)
          .intoArray(into, i);
    }
    return end;
  }

  static int membrane(
      int count,
      double[] v,
      double[] gEx,
      double[] gIn,
      double[] perC,
      double[] leak,
      double[] eL,
      double[] eEx,
      double[] eIn,
      double[] constant,
      double[] injected,
      double[] dv) {
    int end = LANES.loopBound(count);
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector at = DoubleVector.fromArray(LANES, v, i);
      DoubleVector excitation =
          DoubleVector.fromArray(LANES, gEx, i).mul(DoubleVector.fromArray(LANES, eEx, i).sub(at));
      DoubleVector inhibition =
          DoubleVector.fromArray(LANES, gIn, i).mul(DoubleVector.fromArray(LANES, eIn, i).sub(at));
      DoubleVector back =
          DoubleVector.fromArray(LANES, leak, i).mul(DoubleVector.fromArray(LANES, eL, i).sub(at));
      DoubleVector.fromArray(LANES, constant, i)
          .add(DoubleVector.fromArray(LANES, injected, i))
          .add(back)
          .add(excitation.add(inhibition))
          .mul(DoubleVector.fromArray(LANES, perC, i))
          .intoArray(dv, i);
    }
    return end;
  }

  static int above(
      int count,
      double[] v,
      double[] most,
      double[] from,
      double[] perWidth,
      double[] bounded,
      double[] into) {
    int end = LANES.loopBound(count);
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector least =
          DoubleVector.fromArray(LANES, v, i).min(DoubleVector.fromArray(LANES, most, i));
      least.intoArray(bounded, i);
      least
          .sub(DoubleVector.fromArray(LANES, from, i))
          .mul(DoubleVector.fromArray(LANES, perWidth, i))
          .intoArray(into, i);
    }
    return end;
  }

  static int upstroke(
      int count,
      double[] v,
      double[] w,
      double[] leak,
      double[] eL,
      double[] steep,
      double[] constant,
      double[] injected,
      double[] into) {
    int end = LANES.loopBound(count);
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector driven =
          DoubleVector.fromArray(LANES, constant, i)
              .add(DoubleVector.fromArray(LANES, injected, i))
              .sub(DoubleVector.fromArray(LANES, w, i));
      DoubleVector back =
          DoubleVector.fromArray(LANES, leak, i)
              .mul(DoubleVector.fromArray(LANES, eL, i).sub(DoubleVector.fromArray(LANES, v, i)));
      DoubleVector.fromArray(LANES, steep, i)
          .mul(DoubleVector.fromArray(LANES, into, i))
          .add(back)
          .add(driven)
          .intoArray(into, i);
    }
    return end;
  }

  static int adaptation(
      int count, double[] w, double[] eL, double[] a, double[] rate, double[] dw) {
    int end = LANES.loopBound(count);
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector driven =
          DoubleVector.fromArray(LANES, a, i)
              .mul(DoubleVector.fromArray(LANES, dw, i).sub(DoubleVector.fromArray(LANES, eL, i)));
      driven
          .sub(DoubleVector.fromArray(LANES, w, i))
          .mul(DoubleVector.fromArray(LANES, rate, i))
          .intoArray(dw, i);
    }
    return end;
  }

  static int open(int count, double[] g, double[] reversal, double[] v, double[] current) {
    int end = LANES.loopBound(count);
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector flows =
          DoubleVector.fromArray(LANES, g, i)
              .mul(
                  DoubleVector.fromArray(LANES, reversal, i)
                      .sub(DoubleVector.fromArray(LANES, v, i)));
      DoubleVector.fromArray(LANES, current, i).add(flows).intoArray(current, i);
    }
    return end;
  }

  static int couple(
      int count, double[] g, double[] other, double[] v, double[] perC, double[] slope) {
    int end = LANES.loopBound(count);
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector flows =
          DoubleVector.fromArray(LANES, g, i)
              .mul(DoubleVector.fromArray(LANES, other, i).sub(DoubleVector.fromArray(LANES, v, i)))
              .mul(DoubleVector.fromArray(LANES, perC, i));
      DoubleVector.fromArray(LANES, slope, i).add(flows).intoArray(slope, i);
    }
    return end;
  }

  static int add(int count, double[] current, double sign, double[] into) {
    int end = LANES.loopBound(count);
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector.fromArray(LANES, into, i)
          .add(DoubleVector.fromArray(LANES, current, i).mul(sign))
          .intoArray(into, i);
    }
    return end;
  }
}
