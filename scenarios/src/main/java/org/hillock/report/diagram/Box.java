package org.hillock.report.diagram;

/**
 * A rectangle around its centre [px].
 *
 * @param x of the centre
 * @param y of the centre
 * @param width of all of it
 * @param height of all of it
 */
record Box(double x, double y, double width, double height) {

  Box moved(double dx, double dy) {
    return new Box(x + dx, y + dy, width, height);
  }

  double left() {
    return x - width / 2;
  }

  double right() {
    return x + width / 2;
  }

  double top() {
    return y - height / 2;
  }

  double bottom() {
    return y + height / 2;
  }

  /** Whether they come nearer to each other than a margin. */
  boolean touches(Box other, double margin) {
    return left() < other.right() + margin
        && other.left() < right() + margin
        && top() < other.bottom() + margin
        && other.top() < bottom() + margin;
  }

  /** Whether a point lies inside, or nearer than a margin. */
  boolean holds(double px, double py, double margin) {
    return px > left() - margin
        && px < right() + margin
        && py > top() - margin
        && py < bottom() + margin;
  }

  /** Where a line from the centre to a point outside leaves it. */
  double[] edgeTowards(double px, double py) {
    double dx = px - x;
    double dy = py - y;
    double scale =
        Math.min(
            dx == 0 ? Double.POSITIVE_INFINITY : width / 2 / Math.abs(dx),
            dy == 0 ? Double.POSITIVE_INFINITY : height / 2 / Math.abs(dy));
    scale = Math.min(1, scale);
    return new double[] {x + dx * scale, y + dy * scale};
  }
}
