package org.hillock.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.record.TraceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceSpoolTest {

  private static final int NEURONS = 3;

  @TempDir Path folder;

  private static double value(int variable, int neuron, int sample) {
    return 100 * variable + 10 * neuron + sample / 1000.0;
  }

  /** Samples from one number to another, exclusive. */
  private static TraceTable table(int from, int to) {
    double[] times = new double[to - from];
    double[][][] values = new double[2][NEURONS][times.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = from + i + 1;
      for (int v = 0; v < 2; v++) {
        for (int n = 0; n < NEURONS; n++) {
          values[v][n][i] = value(v, n, from + i);
        }
      }
    }
    return new TraceTable("exc", 5, List.of("V_m", "w"), times, values);
  }

  /** Blocks of 1 sample up to all of them. */
  @ParameterizedTest
  @ValueSource(longs = {1, 60, 200, 1000, 1 << 20})
  void samplesAreTheSameHoweverTheyAreCutIntoBlocks(long enough) throws Exception {
    Path file = folder.resolve("spool");
    try (TraceSpool spool = new TraceSpool(file, table(0, 0), 0, enough)) {
      int[] ends = {1, 2, 9, 9, 40, 41};
      for (int i = 0, from = 0; i < ends.length; from = ends[i++]) {
        spool.take(table(from, ends[i]));
      }
      assertEquals(41, spool.samples());
      assertEquals(1, spool.firstTime());
      TraceTable column = spool.column(1, 2);
      assertEquals(7, column.firstNeuron());
      assertEquals(List.of("w"), column.variables());
      for (int sample = 0; sample < 41; sample++) {
        assertEquals(sample + 1, column.times()[sample]);
        assertEquals(value(1, 2, sample), column.values()[0][0][sample]);
      }
      List<double[]> rows = new ArrayList<>();
      spool.forEachRow(0, row -> rows.add(row.clone()));
      assertEquals(41, rows.size());
      assertArrayEquals(new double[] {0.04, 10.04, 20.04}, rows.get(40), 1e-12);
    }
  }

  @Test
  void linesAreInTheOrderOfVariableNeuronAndTime() throws Exception {
    Path file = folder.resolve("traces.csv");
    try (TraceSpool spool = new TraceSpool(folder.resolve("spool"), table(0, 0), 0, 1)) {
      spool.take(table(0, 1));
      spool.take(table(1, 2));
      TraceFile.write(List.of(spool), file);
    }
    assertEquals(
        """
        time_ms,population,neuron,variable,value
        1,exc,5,V_m,0
        2,exc,5,V_m,0.001
        1,exc,6,V_m,10
        2,exc,6,V_m,10.001
        1,exc,7,V_m,20
        2,exc,7,V_m,20.001
        1,exc,5,w,100
        2,exc,5,w,100.001
        1,exc,6,w,110
        2,exc,6,w,110.001
        1,exc,7,w,120
        2,exc,7,w,120.001
        """,
        Files.readString(file));
  }
}
