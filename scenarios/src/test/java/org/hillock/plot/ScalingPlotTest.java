package org.hillock.plot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingPlotTest {

  private static String drawn() {
    return PlotWriter.svg(
        ScalingPlot.of(
            "How time grows",
            "wall-clock time per simulated time",
            "what moving the bytes takes",
            List.of(
                new ScalingPlot.Column(
                    "neurons",
                    new double[] {1000, 10_000, 1e6},
                    new double[] {0.1, 2, 300},
                    new double[] {0.05, 0.9, 100}),
                new ScalingPlot.Column(
                    "threads", new double[] {1, 2}, new double[] {20, 11}, new double[] {10, 5}))),
        PlotSize.STANDARD);
  }

  @Test
  void shouldNameWhatWasVariedAndBothLines() {
    String svg = drawn();
    for (String text :
        List.of(
            "neurons",
            "threads",
            "wall-clock time per simulated time",
            "measured",
            "what moving the bytes takes")) {
      assertTrue(svg.contains(">" + text + "<"), text);
    }
  }

  @Test
  void shouldWritePowersOfTenAndMoreOnlyWhereThereAreFew() {
    String svg = drawn();
    for (String number : List.of("1000", "10000", "1000000", "0.1", "100", "2")) {
      assertTrue(svg.contains(">" + number + "<"), number);
    }
    assertFalse(svg.contains(">3000<"));
  }

  @Test
  void shouldWriteMoreThanPowersOfTenOnANarrowAxisOfCost() {
    String svg =
        PlotWriter.svg(
            ScalingPlot.of(
                "title",
                "cost",
                "bound",
                List.of(
                    new ScalingPlot.Column(
                        "neurons",
                        new double[] {1000, 1e6},
                        new double[] {114, 519},
                        new double[] {114, 114}))),
            PlotSize.STANDARD);
    for (String number : List.of("100", "200", "500")) {
      assertTrue(svg.contains(">" + number + "<"), number);
    }
    assertFalse(svg.contains(">300<"));
  }
}
