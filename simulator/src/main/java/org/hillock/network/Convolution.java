package org.hillock.network;

import java.util.Arrays;

/**
 * Synapses by which targets see sources through a kernel that moves over an image, as the Conv2d of
 * PyTorch and of NIR does. Neurons of both sides are counted over (channel, row, column), the
 * column fastest:
 *
 * <pre>
 *   w(target [o, y, x], source [c, row, column]) = kernel[o, c, i, j]
 *   row = y stride - padding + i dilation,  column = x stride - padding + j dilation
 * </pre>
 *
 * <p>Beyond the image there are no sources, and where the kernel is 0 there are no synapses. Pairs
 * of numbers are (rows, columns).
 *
 * @param input channels, rows and columns of the sources
 * @param kernel {@code [channel of the target][channel of the source][row][column]}, as many in all
 * @param stride by how many sources it moves from one target to the next
 * @param padding how far it begins beyond the image
 * @param dilation how far apart the sources are that it sees
 */
public record Convolution(
    int[] input, double[][][][] kernel, int[] stride, int[] padding, int[] dilation) {

  /**
   * @throws InvalidNetworkException if the numbers do not fit each other, or no target remains
   */
  public Convolution {
    if (input.length != 3 || Arrays.stream(input).anyMatch(size -> size < 1)) {
      throw wrong("input", Arrays.toString(input), "channels, rows and columns of 1 or more");
    }
    for (double[][][] own : kernel) {
      for (double[][] plane : own) {
        for (double[] row : plane) {
          boolean alike =
              own.length == kernel[0].length
                  && plane.length == kernel[0][0].length
                  && row.length == kernel[0][0][0].length
                  && row.length > 0;
          if (!alike) {
            throw wrong("kernel", "lists of different lengths", "as many numbers in all of them");
          }
        }
      }
    }
    if (kernel.length == 0 || kernel[0].length != input[0] || kernel[0][0].length == 0) {
      int channels = kernel.length == 0 ? 0 : kernel[0].length;
      throw wrong(
          "kernel",
          "one for " + channels + " channels of the input",
          "as many as the input has, " + input[0]);
    }
    for (int axis = 0; axis < 2; axis++) {
      if (stride[axis] < 1 || dilation[axis] < 1 || padding[axis] < 0) {
        throw wrong("stride", stride[axis] + ", or a dilation", "1 or more; padding 0 or more");
      }
      if (outputs(input, kernel, stride, padding, dilation, axis) < 1) {
        throw wrong(
            "kernel",
            "one larger than the image with its padding",
            "a smaller kernel, or more padding");
      }
    }
  }

  private static InvalidNetworkException wrong(String key, String found, String allowed) {
    return new InvalidNetworkException("synapses." + key, found, allowed);
  }

  private static int outputs(
      int[] input, double[][][][] kernel, int[] stride, int[] padding, int[] dilation, int axis) {
    int length = axis == 0 ? kernel[0][0].length : kernel[0][0][0].length;
    long room = input[axis + 1] + 2L * padding[axis] - (long) dilation[axis] * (length - 1) - 1;
    return room < 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, room / stride[axis] + 1);
  }

  /** Channels, rows and columns of the targets. */
  public int[] output() {
    return new int[] {
      kernel.length,
      outputs(input, kernel, stride, padding, dilation, 0),
      outputs(input, kernel, stride, padding, dilation, 1)
    };
  }

  /** No more synapses than this. */
  public double mostSynapses() {
    int[] output = output();
    double each = (double) kernel[0].length * kernel[0][0].length * kernel[0][0][0].length;
    return (double) output[0] * output[1] * output[2] * each;
  }

  /**
   * The synapses, target by target.
   *
   * @param scale what the numbers of the kernel are multiplied by, in the unit of weights
   */
  public ConnectionRule.Explicit edges(double scale) {
    int most = (int) mostSynapses();
    int[] sources = new int[most];
    int[] targets = new int[most];
    double[] weights = new double[most];
    int[] output = output();
    int count = 0;
    int target = 0;
    for (double[][][] own : kernel) {
      for (int y = 0; y < output[1]; y++) {
        for (int x = 0; x < output[2]; x++, target++) {
          for (int c = 0; c < own.length; c++) {
            for (int i = 0; i < own[c].length; i++) {
              for (int j = 0; j < own[c][i].length; j++) {
                int row = y * stride[0] - padding[0] + i * dilation[0];
                int column = x * stride[1] - padding[1] + j * dilation[1];
                boolean inside = row >= 0 && row < input[1] && column >= 0 && column < input[2];
                if (inside && own[c][i][j] != 0) {
                  sources[count] = (c * input[1] + row) * input[2] + column;
                  targets[count] = target;
                  weights[count++] = scale * own[c][i][j];
                }
              }
            }
          }
        }
      }
    }
    return new ConnectionRule.Explicit(
        Arrays.copyOf(sources, count),
        Arrays.copyOf(targets, count),
        Arrays.copyOf(weights, count),
        null);
  }
}
