package org.hillock.lif;

import static org.hillock.lif.RandomTrains.cells;
import static org.hillock.lif.RandomTrains.intervals;
import static org.hillock.lif.RandomTrains.run;
import static org.hillock.lif.RandomTrains.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.hillock.network.Population;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders that fire at random and go on with other parameters. */
class ChangedGeneratorsTest {

  private static final double MOMENT = 500;

  private static int between(double[][] trains, double from, double to) {
    int count = 0;
    for (double[] train : trains) {
      count += (int) Arrays.stream(train).filter(time -> time > from && time <= to).count();
    }
    return count;
  }

  /** What was drawn at the slow rate would leave most neurons silent. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void takeTheNewRateAtOnce(double step) {
    for (String model :
        new String[] {
          "poisson_generator", "sinusoidal_poisson_generator", "sinusoidal_gamma_generator"
        }) {
      double[][] trains =
          run(
              cells(model, 2000, with("rate", 1)),
              cells(model, 2000, with("rate", 100)),
              step,
              MOMENT,
              520);
      assertEquals(1000, between(trains, 0, MOMENT), 5 * Math.sqrt(1000), model);
      assertEquals(4000, between(trains, MOMENT, 520), 5 * Math.sqrt(4000), model);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void beginWhereTheyWereSilent(double step) {
    double[][] trains =
        run(
            cells("poisson_generator", 4000, with("rate", 0)),
            cells("poisson_generator", 4000, with("rate", 50, "dead_time", 16)),
            step,
            MOMENT,
            510);
    assertEquals(0, between(trains, 0, MOMENT));
    assertEquals(2000, between(trains, MOMENT, 510), 5 * Math.sqrt(2000));
    // From the beginning of the phase on, as if it had always gone on.
    assertEquals(800, between(trains, MOMENT, 504), 5 * Math.sqrt(800));
  }

  /** A dead time that has begun is kept, to rounding on the grid. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void keepTheDeadTimeAcross(double step) {
    double[][] trains =
        run(
            cells("poisson_generator", 3000, with("rate", 60, "dead_time", 12)),
            cells("poisson_generator", 3000, with("rate", 80, "dead_time", 12)),
            step,
            MOMENT,
            550);
    for (double[] train : trains) {
      assertTrue(Arrays.stream(intervals(train)).min().orElseThrow() > 12 - step - 1e-9);
    }
    assertEquals(12_000, between(trains, MOMENT, 550), 5 * Math.sqrt(12_000));
  }

  /** Of order 100, intervals have a CV of 0.1: none is far from 10 ms, the one across neither. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void stayRegularAcross(double step) {
    double[][] trains =
        run(
            cells("sinusoidal_gamma_generator", 300, with("rate", 100, "order", 100)),
            cells("sinusoidal_gamma_generator", 300, with("rate", 100.01, "order", 100)),
            step,
            MOMENT,
            600);
    for (double[] train : trains) {
      for (double interval : intervals(train)) {
        assertEquals(10, interval, 6);
      }
    }
  }

  /** All still have one mother. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void keepTheirMother(double step) {
    Population before = cells("mip_generator", 40, with("rate", 20));
    Population after = cells("mip_generator", 40, with("rate", 300));
    double[][] trains = run(before, after, step, MOMENT, 1500);
    for (double[] train : trains) {
      assertArrayEquals(trains[0], train, 0);
    }
    int fast = between(new double[][] {trains[0]}, MOMENT, 1500);
    assertEquals(300, fast, 5 * Math.sqrt(300));
    double[][] fewer =
        run(
            before,
            cells("mip_generator", 40, with("rate", 300, "p_copy", 0.1)),
            step,
            MOMENT,
            1500);
    for (double[] train : fewer) {
      for (double time : train) {
        assertTrue(Arrays.binarySearch(trains[0], time) >= 0, "not of the mother: " + time);
      }
    }
  }
}
