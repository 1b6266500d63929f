package org.hillock.stimulus;

import java.util.ArrayList;
import java.util.List;
import org.hillock.random.NormalQuantile;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Digits that look as if they were written by hand: each is drawn by a pen along lines and arcs
 * that are turned, slanted, stretched, moved and bent at random. Image i shows the digit i % 10,
 * and is the same for all seeds and on every machine, so that they are a set of data like any
 * other: no two of {@value #COUNT} are alike.
 */
public final class GeneratedDigits implements Images {

  /** How they are called in a scenario. */
  public static final String NAME = "digits";

  private static final int COUNT = 60_000;
  private static final int SIDE = 16;
  private static final int DIGITS = 10;
  private static final long KEY = 0x6469676974L;

  /** How wide the edge of a line is, from full intensity to none [parts of the image]. */
  private static final double EDGE = 0.07;

  /** Lines of each digit in a square from 0 to 1, x to the right and y down: x, y, x, y, ... */
  private static final List<List<double[]>> STROKES =
      List.of(
          List.of(arc(0.5, 0.5, 0.26, 0.38, 0, 360)),
          List.of(new double[] {0.36, 0.26, 0.54, 0.12, 0.54, 0.88}),
          List.of(
              joined(arc(0.5, 0.33, 0.25, 0.21, 190, 385), new double[] {0.26, 0.87, 0.77, 0.87})),
          List.of(
              joined(arc(0.47, 0.31, 0.24, 0.19, 200, 450), arc(0.47, 0.69, 0.27, 0.19, 270, 520))),
          List.of(new double[] {0.78, 0.62, 0.22, 0.62, 0.6, 0.12, 0.6, 0.88}),
          List.of(
              joined(
                  new double[] {0.74, 0.12, 0.33, 0.12, 0.3, 0.45},
                  arc(0.47, 0.64, 0.27, 0.24, 235, 510))),
          List.of(
              joined(new double[] {0.66, 0.12, 0.4, 0.34}, arc(0.5, 0.66, 0.25, 0.22, 190, 550))),
          List.of(new double[] {0.22, 0.13, 0.78, 0.13, 0.42, 0.88}),
          List.of(arc(0.5, 0.31, 0.21, 0.19, 90, 450), arc(0.5, 0.69, 0.25, 0.19, -90, 270)),
          List.of(
              joined(arc(0.5, 0.34, 0.24, 0.22, 10, 370), new double[] {0.73, 0.4, 0.6, 0.88})));

  /** Points of an ellipse from an angle to another [degrees], clockwise from the right. */
  private static double[] arc(
      double x, double y, double width, double height, double from, double to) {
    int parts = (int) Math.ceil(Math.abs(to - from) / 15);
    double[] points = new double[2 * parts + 2];
    for (int i = 0; i <= parts; i++) {
      double angle = StrictMath.toRadians(from + (to - from) * i / parts);
      points[2 * i] = x + width * StrictMath.cos(angle);
      points[2 * i + 1] = y + height * StrictMath.sin(angle);
    }
    return points;
  }

  private static double[] joined(double[] one, double[] other) {
    double[] both = new double[one.length + other.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private final RandomStream random = new RandomStream(KEY);

  @Override
  public int count() {
    return COUNT;
  }

  @Override
  public int width() {
    return SIDE;
  }

  @Override
  public int height() {
    return SIDE;
  }

  @Override
  public String label(int index) {
    return Integer.toString(index % DIGITS);
  }

  @Override
  public void copy(int index, double[] into) {
    random.at(Purpose.STIMULUS, 0, index);
    double turn = 0.12 * normal();
    double slant = 0.15 * normal();
    double wide = between(0.8, 1.05);
    double high = between(0.85, 1.05);
    double right = between(-0.06, 0.06);
    double down = between(-0.06, 0.06);
    double pen = between(0.035, 0.065);
    double bend = 0.04 * normal();
    double phase = between(0, 2 * Math.PI);
    List<double[]> strokes = new ArrayList<>();
    for (double[] stroke : STROKES.get(index % DIGITS)) {
      double[] moved = new double[stroke.length];
      for (int i = 0; i < stroke.length; i += 2) {
        double y = high * (stroke[i + 1] - 0.5);
        double x = wide * (stroke[i] - 0.5) - slant * y;
        x += bend * StrictMath.sin(4 * y + phase);
        moved[i] = 0.5 + right + StrictMath.cos(turn) * x - StrictMath.sin(turn) * y;
        moved[i + 1] = 0.5 + down + StrictMath.sin(turn) * x + StrictMath.cos(turn) * y;
      }
      strokes.add(moved);
    }
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double distance = distance((column + 0.5) / SIDE, (row + 0.5) / SIDE, strokes) - pen;
        double intensity = Math.max(0, Math.min(1, 1 - distance / EDGE));
        into[row * SIDE + column] = Math.rint(255 * intensity) / 255;
      }
    }
  }

  private double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  private double normal() {
    return Math.max(-2.5, Math.min(2.5, NormalQuantile.of(random.nextOpenDouble())));
  }

  /** From a point to the nearest line. */
  private static double distance(double x, double y, List<double[]> strokes) {
    double least = Double.POSITIVE_INFINITY;
    for (double[] points : strokes) {
      for (int i = 0; i + 3 < points.length; i += 2) {
        double dx = points[i + 2] - points[i];
        double dy = points[i + 3] - points[i + 1];
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((x - points[i]) * dx + (y - points[i + 1]) * dy) / length;
        double part = Math.max(0, Math.min(1, along));
        double offX = x - points[i] - part * dx;
        double offY = y - points[i + 1] - part * dy;
        least = Math.min(least, offX * offX + offY * offY);
      }
    }
    return Math.sqrt(least);
  }
}
