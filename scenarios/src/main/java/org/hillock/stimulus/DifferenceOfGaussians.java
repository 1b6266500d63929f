package org.hillock.stimulus;

/**
 * What cells of the retina see of an image: a small Gaussian less a larger one (Rodieck 1965,
 * Vision Res 5:583). On-cells answer to light on dark, off-cells to dark on light: two maps of the
 * size of the image, first on, then off, from 0 to 1 each. Beyond its borders an image goes on as
 * it is at them, so that an even one gives nothing.
 */
public final class DifferenceOfGaussians {

  /** Beyond so many standard deviations a Gaussian is left out. */
  private static final double REACH = 3;

  private final double[] centre;
  private final double[] surround;

  /**
   * @param centre standard deviation of the smaller [pixels], above 0
   * @param surround of the larger [pixels], above the other
   */
  public DifferenceOfGaussians(double centre, double surround) {
    this.centre = gaussian(centre);
    this.surround = gaussian(surround);
  }

  /** Weights of a row from its middle on, whose sum over all of it is 1. */
  private static double[] gaussian(double sd) {
    double[] weights = new double[(int) Math.ceil(REACH * sd) + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = StrictMath.exp(-i * i / (2 * sd * sd));
      sum += i == 0 ? weights[i] : 2 * weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /**
   * Filters an image.
   *
   * @param image row by row
   * @param width pixels in a row
   * @param height rows
   * @return the map of on-cells, then that of off-cells
   */
  public double[] maps(double[] image, int width, int height) {
    int size = width * height;
    double[] small = blurred(image, width, height, centre);
    double[] large = blurred(image, width, height, surround);
    double[] maps = new double[2 * size];
    for (int i = 0; i < size; i++) {
      double difference = small[i] - large[i];
      maps[i] = Math.max(0, difference);
      maps[size + i] = Math.max(0, -difference);
    }
    return maps;
  }

  private static double[] blurred(double[] image, int width, int height, double[] weights) {
    double[] rows = new double[width * height];
    double[] both = new double[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = weights[0] * image[y * width + x];
        for (int i = 1; i < weights.length; i++) {
          sum +=
              weights[i]
                  * (image[y * width + Math.max(0, x - i)]
                      + image[y * width + Math.min(width - 1, x + i)]);
        }
        rows[y * width + x] = sum;
      }
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = weights[0] * rows[y * width + x];
        for (int i = 1; i < weights.length; i++) {
          sum +=
              weights[i]
                  * (rows[Math.max(0, y - i) * width + x]
                      + rows[Math.min(height - 1, y + i) * width + x]);
        }
        both[y * width + x] = sum;
      }
    }
    return both;
  }
}
