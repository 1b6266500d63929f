package org.hillock.model.smooth;

import static org.hillock.solve.RungeKuttaFehlberg.errorWeight;
import static org.hillock.solve.RungeKuttaFehlberg.weight;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The step of {@link TwoConductances} in registers from its beginning to its end.
 *
 * <p>All is written out, since a vector that is returned by a method which the compiler does not
 * inline is an object on the heap.
 */
final class TwoConductanceVectors {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final double A10 = weight(1, 0);
  private static final double A20 = weight(2, 0);
  private static final double A21 = weight(2, 1);
  private static final double A30 = weight(3, 0);
  private static final double A31 = weight(3, 1);
  private static final double A32 = weight(3, 2);
  private static final double A40 = weight(4, 0);
  private static final double A41 = weight(4, 1);
  private static final double A42 = weight(4, 2);
  private static final double A43 = weight(4, 3);
  private static final double A50 = weight(5, 0);
  private static final double A51 = weight(5, 1);
  private static final double A52 = weight(5, 2);
  private static final double A53 = weight(5, 3);
  private static final double A54 = weight(5, 4);
  private static final double B0 = weight(0);
  private static final double B2 = weight(2);
  private static final double B3 = weight(3);
  private static final double B4 = weight(4);
  private static final double B5 = weight(5);
  private static final double E0 = errorWeight(0);
  private static final double E2 = errorWeight(2);
  private static final double E3 = errorWeight(3);
  private static final double E4 = errorWeight(4);
  private static final double E5 = errorWeight(5);

  private TwoConductanceVectors() {}

  static void step(
      int count,
      double[][] y,
      double[][] p,
      double[][] current,
      double[] free,
      double[] h,
      double[][] keep,
      double tolerance,
      double[][] next,
      double[] worst) {
    step(
        count,
        y[0],
        y[1],
        y[2],
        p[0],
        p[1],
        p[2],
        p[3],
        p[4],
        p[5],
        current[0],
        free,
        h,
        keep[0],
        keep[1],
        tolerance,
        next[0],
        next[1],
        next[2],
        worst);
  }

  private static void step(
      int count,
      double[] potential,
      double[] excitation,
      double[] inhibition,
      double[] perC,
      double[] leak,
      double[] rest,
      double[] reversalEx,
      double[] reversalIn,
      double[] constant,
      double[] injected,
      double[] free,
      double[] h,
      double[] keepEx,
      double[] keepIn,
      double tolerance,
      double[] nextV,
      double[] nextEx,
      double[] nextIn,
      double[] worst) {
    double keepEx1 = keepEx[0];
    double keepIn1 = keepIn[0];
    double keepEx2 = keepEx[1];
    double keepIn2 = keepIn[1];
    double keepEx3 = keepEx[2];
    double keepIn3 = keepIn[2];
    double keepEx4 = keepEx[3];
    double keepIn4 = keepIn[3];
    double keepEx5 = keepEx[4];
    double keepIn5 = keepIn[4];
    for (int i = 0; i < count; i += LANES.length()) {
      DoubleVector v = DoubleVector.fromArray(LANES, potential, i);
      DoubleVector e = DoubleVector.fromArray(LANES, excitation, i);
      DoubleVector n = DoubleVector.fromArray(LANES, inhibition, i);
      DoubleVector c = DoubleVector.fromArray(LANES, perC, i);
      DoubleVector g = DoubleVector.fromArray(LANES, leak, i);
      DoubleVector gRest = DoubleVector.fromArray(LANES, rest, i);
      DoubleVector eRest = DoubleVector.fromArray(LANES, reversalEx, i);
      DoubleVector nRest = DoubleVector.fromArray(LANES, reversalIn, i);
      DoubleVector open = DoubleVector.fromArray(LANES, free, i);
      DoubleVector dt = DoubleVector.fromArray(LANES, h, i);
      DoubleVector given =
          DoubleVector.fromArray(LANES, constant, i)
              .add(DoubleVector.fromArray(LANES, injected, i));
      DoubleVector slope0 =
          given
              .add(g.mul(gRest.sub(v)))
              .add(e.mul(eRest.sub(v)).add(n.mul(nRest.sub(v))))
              .mul(c)
              .mul(open);
      DoubleVector v1 = slope0.mul(A10).mul(dt).add(v);
      DoubleVector e1 = e.mul(keepEx1);
      DoubleVector n1 = n.mul(keepIn1);
      DoubleVector slope1 =
          given
              .add(g.mul(gRest.sub(v1)))
              .add(e1.mul(eRest.sub(v1)).add(n1.mul(nRest.sub(v1))))
              .mul(c)
              .mul(open);
      DoubleVector v2 = slope0.mul(A20).add(slope1.mul(A21)).mul(dt).add(v);
      DoubleVector e2 = e.mul(keepEx2);
      DoubleVector n2 = n.mul(keepIn2);
      DoubleVector slope2 =
          given
              .add(g.mul(gRest.sub(v2)))
              .add(e2.mul(eRest.sub(v2)).add(n2.mul(nRest.sub(v2))))
              .mul(c)
              .mul(open);
      DoubleVector v3 = slope0.mul(A30).add(slope1.mul(A31)).add(slope2.mul(A32)).mul(dt).add(v);
      DoubleVector e3 = e.mul(keepEx3);
      DoubleVector n3 = n.mul(keepIn3);
      DoubleVector slope3 =
          given
              .add(g.mul(gRest.sub(v3)))
              .add(e3.mul(eRest.sub(v3)).add(n3.mul(nRest.sub(v3))))
              .mul(c)
              .mul(open);
      DoubleVector v4 =
          slope0
              .mul(A40)
              .add(slope1.mul(A41))
              .add(slope2.mul(A42))
              .add(slope3.mul(A43))
              .mul(dt)
              .add(v);
      DoubleVector e4 = e.mul(keepEx4);
      DoubleVector n4 = n.mul(keepIn4);
      DoubleVector slope4 =
          given
              .add(g.mul(gRest.sub(v4)))
              .add(e4.mul(eRest.sub(v4)).add(n4.mul(nRest.sub(v4))))
              .mul(c)
              .mul(open);
      DoubleVector v5 =
          slope0
              .mul(A50)
              .add(slope1.mul(A51))
              .add(slope2.mul(A52))
              .add(slope3.mul(A53))
              .add(slope4.mul(A54))
              .mul(dt)
              .add(v);
      DoubleVector e5 = e.mul(keepEx5);
      DoubleVector n5 = n.mul(keepIn5);
      DoubleVector slope5 =
          given
              .add(g.mul(gRest.sub(v5)))
              .add(e5.mul(eRest.sub(v5)).add(n5.mul(nRest.sub(v5))))
              .mul(c)
              .mul(open);
      DoubleVector end =
          slope0
              .mul(B0)
              .add(slope2.mul(B2))
              .add(slope3.mul(B3))
              .add(slope4.mul(B4))
              .add(slope5.mul(B5))
              .mul(dt)
              .add(v);
      DoubleVector error =
          slope0
              .mul(E0)
              .add(slope2.mul(E2))
              .add(slope3.mul(E3))
              .add(slope4.mul(E4))
              .add(slope5.mul(E5))
              .mul(dt);
      error.abs().div(tolerance).intoArray(worst, i);
      end.intoArray(nextV, i);
      e4.intoArray(nextEx, i);
      n4.intoArray(nextIn, i);
    }
  }
}
