package org.hillock.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.hillock.record.SpikeList;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;

/** Lines where phases begin, found in the pixels of a picture. */
class PhaseLinesTest {

  private static final int WIDTH = 1000;

  private static JFreeChart raster(int phases) {
    List<PlotData.Phase> all = new ArrayList<>();
    for (int i = 0; i < phases; i++) {
      all.add(new PlotData.Phase("p" + i, 1000.0 * i / phases, 1000.0 * (i + 1) / phases));
    }
    SpikeList spikes = new SpikeList("a", new double[] {3}, new int[] {1});
    PlotData data =
        PlotData.ofSpikes("x", 0, 1000, List.of(PlotData.Group.all("a", 9)), List.of(spikes));
    return RasterPlot.of(
        new PlotData(
            data.title(),
            data.start(),
            data.stop(),
            data.groups(),
            data.spikes(),
            data.traces(),
            data.weights(),
            data.rates(),
            data.thresholds(),
            data.units(),
            data.details().in(all)),
        PlotOptions.NONE);
  }

  /** Columns of a row in the middle of the raster, but for its frame, that are grey. */
  private static int lines(int phases) {
    BufferedImage image = raster(phases).createBufferedImage(WIDTH, 600);
    int columns = 0;
    boolean before = false;
    for (int x = 90; x < WIDTH - 40; x++) {
      Color color = new Color(image.getRGB(x, 200));
      boolean grey = color.getRed() < 0xD0 && color.getRed() == color.getBlue();
      columns += grey && !before ? 1 : 0;
      before = grey;
    }
    return columns;
  }

  @Test
  void standWhereEachPhaseButTheFirstBegins() {
    assertEquals(0, lines(0));
    assertEquals(0, lines(1));
    assertEquals(3, lines(4));
  }

  @Test
  void areLeftOutWhereTheyWouldHideTheRest() {
    assertEquals(0, lines(100));
  }
}
