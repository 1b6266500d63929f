package org.hillock.report.diagram;

import java.util.List;

/**
 * A quadratic curve from the edge of one box to the edge of another [px].
 *
 * @param from where it begins
 * @param control what draws it aside
 * @param to where its head is
 */
record EdgePath(double[] from, double[] control, double[] to) {

  private static final int SAMPLES = 24;
  private static final double CLEARANCE = 5;

  /** How far aside an arrow may go to pass other boxes, the nearest first [px]. */
  private static final double[] DETOURS = {0, 30, -45, 70, -90, 120, -140, 180, -200, 260, -280};

  /**
   * The arrow from one box to another that goes around the others, as far as it can.
   *
   * @param aside how far its middle is drawn to its left at least [px], so that arrows in both
   *     directions are two
   */
  static EdgePath between(List<Box> boxes, int from, int to, double aside) {
    EdgePath best = bent(boxes.get(from), boxes.get(to), aside);
    int fewest = best.hits(boxes, from, to);
    for (double detour : DETOURS) {
      if (fewest == 0) {
        break;
      }
      EdgePath other = bent(boxes.get(from), boxes.get(to), aside + detour);
      int hits = other.hits(boxes, from, to);
      if (hits < fewest) {
        best = other;
        fewest = hits;
      }
    }
    return best;
  }

  private static EdgePath bent(Box from, Box to, double aside) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double length = Math.max(1, Math.hypot(dx, dy));
    // The middle of the curve is half as far from the straight line as the control point.
    double cx = (from.x() + to.x()) / 2 + 2 * aside * dy / length;
    double cy = (from.y() + to.y()) / 2 - 2 * aside * dx / length;
    return new EdgePath(from.edgeTowards(cx, cy), new double[] {cx, cy}, to.edgeTowards(cx, cy));
  }

  private int hits(List<Box> boxes, int from, int to) {
    int hits = 0;
    for (int i = 0; i < boxes.size(); i++) {
      if (i == from || i == to) {
        continue;
      }
      for (int k = 1; k < SAMPLES; k++) {
        double[] point = at(k / (double) SAMPLES);
        if (boxes.get(i).holds(point[0], point[1], CLEARANCE)) {
          hits++;
          break;
        }
      }
    }
    return hits;
  }

  /** A point of it, from 0 to 1. */
  double[] at(double t) {
    double a = (1 - t) * (1 - t);
    double b = 2 * t * (1 - t);
    double c = t * t;
    return new double[] {
      a * from[0] + b * control[0] + c * to[0], a * from[1] + b * control[1] + c * to[1]
    };
  }
}
