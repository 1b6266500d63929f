package org.hillock.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionTest {

  private static double[][][][] kernel(SplittableRandom random, int... shape) {
    double[][][][] kernel = new double[shape[0]][shape[1]][shape[2]][shape[3]];
    for (double[][][] own : kernel) {
      for (double[][] plane : own) {
        for (double[] row : plane) {
          for (int j = 0; j < row.length; j++) {
            row[j] = random.nextInt(4) == 0 ? 0 : random.nextDouble(-1, 1);
          }
        }
      }
    }
    return kernel;
  }

  /**
   * The definition, over an image that has its zeros around it: out[o, y, x] is the sum of
   * kernel[o, c, i, j] image[c, y s + i d, x s + j d].
   */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 5, 7, 3, 3, 1, 1, 0, 0, 1, 1",
    "2, 3, 6, 6, 3, 2, 1, 1, 1, 2, 1, 1",
    "3, 2, 9, 8, 3, 3, 2, 3, 1, 0, 1, 1",
    "2, 2, 10, 11, 3, 2, 2, 1, 2, 1, 2, 3",
    "1, 4, 4, 4, 4, 4, 1, 1, 0, 0, 1, 1"
  })
  void shouldSumWhatTheDefinitionSays(
      int in,
      int out,
      int rows,
      int columns,
      int high,
      int wide,
      int down,
      int right,
      int above,
      int left,
      int apartDown,
      int apartRight) {
    SplittableRandom random = new SplittableRandom(in * 31 + rows);
    double[][][][] kernel = kernel(random, out, in, high, wide);
    double[] image = random.doubles((long) in * rows * columns).toArray();
    Convolution convolution =
        new Convolution(
            new int[] {in, rows, columns},
            kernel,
            new int[] {down, right},
            new int[] {above, left},
            new int[] {apartDown, apartRight});
    double[][][] framed = new double[in][rows + 2 * above][columns + 2 * left];
    for (int i = 0; i < image.length; i++) {
      framed[i / (rows * columns)][i / columns % rows + above][i % columns + left] = image[i];
    }
    int outRows = (rows + 2 * above - apartDown * (high - 1) - 1) / down + 1;
    int outColumns = (columns + 2 * left - apartRight * (wide - 1) - 1) / right + 1;
    assertArrayEquals(new int[] {out, outRows, outColumns}, convolution.output());
    ConnectionRule.Explicit edges = convolution.edges(2);
    double[] found = new double[out * outRows * outColumns];
    for (int i = 0; i < edges.size(); i++) {
      found[edges.target(i)] += edges.weight(i) * image[edges.source(i)];
    }
    for (int o = 0; o < out; o++) {
      for (int y = 0; y < outRows; y++) {
        for (int x = 0; x < outColumns; x++) {
          double sum = 0;
          for (int c = 0; c < in; c++) {
            for (int i = 0; i < high; i++) {
              for (int j = 0; j < wide; j++) {
                sum +=
                    2
                        * kernel[o][c][i][j]
                        * framed[c][y * down + i * apartDown][x * right + j * apartRight];
              }
            }
          }
          assertEquals(sum, found[(o * outRows + y) * outColumns + x], 1e-12);
        }
      }
    }
  }

  @Test
  void shouldHaveNoSynapseWhereTheKernelIsZeroOrTheImageEnds() {
    int[] ones = {1, 1};
    Convolution identity =
        new Convolution(
            new int[] {1, 3, 3},
            new double[][][][] {{{{0, 0, 0}, {0, 1, 0}, {0, 0, 0}}}},
            ones,
            ones,
            ones);
    ConnectionRule.Explicit edges = identity.edges(1);
    assertEquals(9, edges.size());
    for (int i = 0; i < 9; i++) {
      assertEquals(edges.source(i), edges.target(i));
    }
  }

  @Test
  void shouldRefuseWhatDoesNotFit() {
    int[] ones = {1, 1};
    int[] none = {0, 0};
    assertThrows(
        InvalidNetworkException.class,
        () -> new Convolution(new int[] {1, 2, 2}, new double[1][1][3][3], ones, none, ones));
    assertThrows(
        InvalidNetworkException.class,
        () -> new Convolution(new int[] {2, 9, 9}, new double[1][1][3][3], ones, none, ones));
    assertThrows(
        InvalidNetworkException.class,
        () -> new Convolution(new int[] {1, 9, 9}, new double[1][1][3][3], none, none, ones));
    assertThrows(
        InvalidNetworkException.class,
        () -> new Convolution(new int[] {9, 9}, new double[1][1][3][3], ones, none, ones));
  }
}
