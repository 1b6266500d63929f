package org.hillock.loihi;

import org.hillock.loihi.AdaptingNets.Kind;
import org.hillock.loihi.quantise.PopulationReport;

/**
 * A step of Izhikevich's equations in floating point, and how far rounding can take V and U from
 * it: what the widths of the registers say, and nothing else. With x = V + 62.5 and r = U + 62.5 b.
 */
final class QuadraticBound {

  /** Relative error of a mantissa of 16 bits. */
  private static final double FACTOR = Math.scalb(1.0, -16);

  private final Kind kind;
  private final double step;
  private final int substeps;

  /** Half a unit of the state [mV]. */
  final double grain;

  private final double drive;
  private final double driveError;

  /** What V was in x, and is. */
  double x;

  /** What U was in r, and is. */
  double r;

  /** How far V may be off [mV]. */
  double errorV;

  /** How far U may be off [mV]. */
  double errorU;

  QuadraticBound(Kind kind, boolean euler, double step, PopulationReport report) {
    this.kind = kind;
    this.step = step;
    this.substeps = euler ? 1 : 2;
    this.grain = 0.5 / report.scale();
    PopulationReport.Quantity driven = report.quantity("drive_pA");
    this.drive = driven.exact();
    this.driveError = Math.abs(driven.chip() - driven.exact());
  }

  void from(double v, double u) {
    x = v + 62.5;
    r = u + 62.5 * kind.b;
  }

  double v() {
    return x - 62.5;
  }

  double u() {
    return r - 62.5 * kind.b;
  }

  /** Makes a step, and lets the errors grow as the equations let them. */
  void step() {
    double h = step / substeps;
    double heard = x;
    double heardError = errorV;
    for (int k = 0; k < substeps; k++) {
      double most = Math.abs(x) + errorV;
      double rounding =
          2 * grain + h * driveError + FACTOR * h * (0.04 * most * most + Math.abs(r) + errorU);
      errorV =
          Math.abs(1 + 0.08 * h * x) * errorV + 0.04 * h * errorV * errorV + h * errorU + rounding;
      x += h * (0.04 * x * x - r + drive);
    }
    if (substeps > 1) {
      heard = x;
      heardError = errorV;
    }
    double follows = kind.a * kind.b * step;
    double leaves = kind.a * step;
    double sizes = Math.abs(heard) + heardError + Math.abs(r) + errorU;
    double rounding = grain + FACTOR * Math.max(leaves, follows) * sizes;
    errorU = (1 - leaves) * errorU + follows * heardError + rounding;
    r += follows * heard - leaves * r;
  }

  /** V is put to a rounded c, and U raised by a rounded d. */
  void spike() {
    x = kind.c + 62.5;
    r += kind.d;
    errorV = grain;
    errorU += grain;
  }
}
