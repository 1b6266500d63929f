package org.hillock.loihi.place;

import java.util.ArrayList;
import java.util.List;

/**
 * A curve through all cells of a grid, in which cells that follow each other are near to each other
 * (Hilbert 1891). On a grid that is no square of a power of two, cells outside are left out.
 */
final class HilbertCurve {

  private HilbertCurve() {}

  /** Cells as {column, row}, in the order of the curve. */
  static List<int[]> cells(int columns, int rows) {
    int side = 1;
    while (side < Math.max(columns, rows)) {
      side *= 2;
    }
    List<int[]> cells = new ArrayList<>();
    for (int d = 0; d < side * side; d++) {
      int[] cell = cell(side, d);
      if (cell[0] < columns && cell[1] < rows) {
        cells.add(cell);
      }
    }
    return cells;
  }

  private static int[] cell(int side, int distance) {
    int x = 0;
    int y = 0;
    int rest = distance;
    for (int s = 1; s < side; s *= 2) {
      int right = 1 & rest / 2;
      int up = 1 & (rest ^ right);
      if (up == 0) {
        if (right == 1) {
          x = s - 1 - x;
          y = s - 1 - y;
        }
        int swapped = x;
        x = y;
        y = swapped;
      }
      x += s * right;
      y += s * up;
      rest /= 4;
    }
    return new int[] {x, y};
  }
}
