package org.hillock.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.hillock.network.Extent;
import org.hillock.network.Positions;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;

/** Maps, by the colours in their pixels. */
class MapPlotTest {

  private static final int DARK = 0x14143C;
  private static final int LIGHT = 0xF0E442;

  /** Nine neurons, of which the last fires. */
  private static PlotData data(Positions places) {
    SpikeList spikes = new SpikeList("a", new double[] {3, 5, 7}, new int[] {8, 8, 8});
    PlotData data =
        PlotData.ofSpikes("x", 0, 1000, List.of(PlotData.Group.all("a", 9)), List.of(spikes));
    return new PlotData(
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
        data.details().at(Map.of("a", places)));
  }

  /** How many pixels left of the legend have a colour, and where they are on average. */
  private record Found(int count, double x, double y, double width, double height) {

    static Found of(BufferedImage image, int rgb) {
      int count = 0;
      double x = 0;
      double y = 0;
      int[] ends = {image.getWidth(), 0, image.getHeight(), 0};
      for (int i = 0; i < image.getWidth() - 110; i++) {
        for (int j = 0; j < image.getHeight(); j++) {
          if ((image.getRGB(i, j) & 0xFFFFFF) == rgb) {
            count++;
            x += i;
            y += j;
            ends[0] = Math.min(ends[0], i);
            ends[1] = Math.max(ends[1], i);
            ends[2] = Math.min(ends[2], j);
            ends[3] = Math.max(ends[3], j);
          }
        }
      }
      return new Found(count, x / count, y / count, ends[1] - ends[0], ends[3] - ends[2]);
    }
  }

  private static BufferedImage image(Positions places) {
    return PlotWriter.image(PlotKind.MAP.draw(data(places)), PlotSize.STANDARD);
  }

  @Test
  void shouldColourTheBoxOfTheNeuronThatFires() {
    Positions grid = Positions.grid(new int[] {3, 3}, Extent.of(1, 1));
    Found light = Found.of(image(grid), LIGHT);
    Found dark = Found.of(image(grid), DARK);
    assertEquals(8, dark.count() / (double) light.count(), 0.5);
    assertTrue(light.x() > dark.x() && light.y() < dark.y());
    assertEquals(light.width(), light.height(), 3, "a box of a square grid is square");
  }

  @Test
  void shouldDrawDiscsWherePlacesAreNoLattice() {
    Positions random = Positions.random(9, Extent.of(1, 1, 1), 4, 0);
    BufferedImage image = image(random);
    assertTrue(Found.of(image, LIGHT).count() > 20);
    assertTrue(Found.of(image, DARK).count() > 6 * Found.of(image, LIGHT).count());
  }

  @Test
  void shouldDrawALineAsARow() {
    Positions row = Positions.between(9, new double[] {0}, new double[] {8});
    Found light = Found.of(image(row), LIGHT);
    assertTrue(light.count() > 1000);
    assertTrue(light.x() > Found.of(image(row), DARK).x());
  }

  @Test
  void shouldNeedPlacesAndSpikes() {
    Positions grid = Positions.grid(new int[] {3, 3}, Extent.of(1, 1));
    assertTrue(PlotKind.MAP.appliesTo(data(grid)));
    PlotData placeless =
        PlotData.ofSpikes(
            "x",
            0,
            1000,
            List.of(PlotData.Group.all("a", 9)),
            List.of(new SpikeList("a", new double[] {3}, new int[] {1})));
    assertFalse(PlotKind.MAP.appliesTo(placeless));
    BufferedImage empty = PlotWriter.image(PlotKind.MAP.draw(placeless), PlotSize.STANDARD);
    assertEquals(Color.WHITE.getRGB(), empty.getRGB(5, 5));
  }
}
