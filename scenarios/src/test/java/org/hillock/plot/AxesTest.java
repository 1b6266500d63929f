package org.hillock.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxesTest {

  @Test
  void aSlowPopulationIsNotCutOffByAFastOne() {
    double[] fast = new double[10_000];
    Arrays.setAll(fast, i -> 5 + 0.1 * (i % 10));
    double[] slow = new double[100];
    Arrays.setAll(slow, i -> 100 + i);
    IntervalBins bins = IntervalBins.of(60, 0.1, List.of(fast, slow));
    assertTrue(Arrays.stream(bins.counts(slow).counts()).sum() >= 98);
    assertEquals(100 - Arrays.stream(bins.counts(slow).counts()).sum(), bins.beyond(slow));
    assertEquals(0, bins.beyond(fast));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 3.7", "0.1, 30", "0.25, 40", "1, 200", "0.3, 12"})
  void everyBinOnAGridHoldsAsManyValues(double step, double longest) {
    int most = (int) Math.round(longest / step);
    double[] each = new double[most];
    Arrays.setAll(each, i -> (i + 1) * step + 1000.7 - 1000.7);
    IntervalBins bins = IntervalBins.of(60, step, List.of(each));
    long steps = Math.round(bins.width() / step);
    assertEquals(steps * step, bins.width(), 1e-12);
    int[] counts = bins.counts(each).counts();
    for (int i = 0; i < counts.length; i++) {
      long from = Math.max(0, (bins.first() + i) * steps);
      assertEquals(Math.min(most, (bins.first() + i + 1) * steps) - from, counts[i], "bin " + i);
    }
  }

  @Test
  void intervalsThatAreAllAlikeAreInTheMiddle() {
    int[] expected = new int[11];
    expected[5] = 3;
    double[] alike = {12.5, 12.5, 12.5};
    assertArrayEquals(expected, IntervalBins.of(60, 0.1, List.of(alike)).counts(alike).counts());
    assertArrayEquals(expected, IntervalBins.of(60, 0, List.of(alike)).counts(alike).counts());
  }

  private static Range shown(double... values) {
    NumberAxis axis = PlotTheme.axis("y");
    XYPlot panel = PlotTheme.panel(PlotTheme.horizontal("x"), axis);
    panel.setDataset(new LineDataset(List.of(new Line("l", new double[values.length], values))));
    axis.configure();
    return axis.getRange();
  }

  @Test
  void anAxisOfOneValueShowsItsNeighbourhood() {
    assertEquals(new Range(380, 420), rounded(shown(400, 400)));
    assertEquals(new Range(380, 420), rounded(shown(400 - 1e-10, 400 + 1e-10)));
    assertEquals(new Range(-0.5, 0.5), shown(0, 0));
    assertTrue(shown(400, 401).getLength() < 1.2);
  }

  private static Range rounded(Range range) {
    return new Range(Math.rint(range.getLowerBound()), Math.rint(range.getUpperBound()));
  }

  @Test
  void thePictureIsAsHighAsTheLabelsOfItsPanelsNeed() {
    List<XYPlot> panels = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      panels.add(PlotTheme.panel(PlotTheme.horizontal("x"), PlotTheme.axis("I_syn_ex [pA]")));
    }
    NumberAxis domain = PlotTheme.horizontal("x");
    var nine = PlotTheme.chart("", PlotTheme.stack(domain, panels), false);
    assertTrue(PanelRoom.of(nine, PlotSize.STANDARD).height() > 900);
    var two = PlotTheme.chart("", PlotTheme.stack(domain, panels.subList(0, 2)), false);
    assertEquals(PlotSize.STANDARD, PanelRoom.of(two, PlotSize.STANDARD));
  }

  @Test
  void aBandOfOneNeuronHasItsNumberOnce() {
    BandLayout layout =
        new BandLayout(List.of(new PlotData.Group("a", 0, 1), new PlotData.Group("b", 3, 5)));
    PopulationAxis axis = new PopulationAxis(layout, new int[] {0, 1});
    Graphics2D g2 = new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB).createGraphics();
    List<String> texts =
        axis
            .refreshTicks(
                g2, new AxisState(), new Rectangle2D.Double(0, 0, 400, 600), RectangleEdge.LEFT)
            .stream()
            .map(tick -> tick.getText())
            .toList();
    g2.dispose();
    assertEquals(List.of("a", "0", "b", "4", "3"), texts);
  }
}
