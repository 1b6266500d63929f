package org.hillock.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RasterImageTest {

  private static final int WIDTH = 200; // one pixel is 0.5 ms of 100 ms
  private static final int HEIGHT = 120;

  /** 60 and 30 neurons: rows of pixels 0 to 79 and 80 to 119, 4/3 of a pixel a neuron. */
  private static final BandLayout TWO =
      new BandLayout(List.of(PlotData.Group.all("exc", 60), PlotData.Group.all("inh", 30)));

  @Test
  void aSpikeLightsItsPixelInTheColourOfItsBand() {
    BufferedImage image = draw(TWO, spikes("exc", 25.2, 0), spikes("inh", 75.2, 29));
    assertEquals(PlotTheme.color(0).getRGB(), image.getRGB(50, 79), "lowest neuron of exc");
    assertEquals(PlotTheme.color(1).getRGB(), image.getRGB(150, 80), "highest neuron of inh");
  }

  @Test
  void nothingElseIsLit() {
    BufferedImage image = draw(TWO, spikes("exc", 25.2, 30), spikes("inh"));
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean near = Math.abs(x - 50) <= 1 && Math.abs(y - 39) <= 2;
        assertTrue(near || image.getRGB(x, y) == 0, "pixel " + x + ", " + y);
      }
    }
  }

  @Test
  void neuronNumbersRiseUpward() {
    BufferedImage image = draw(TWO, spikes("exc", 10.2, 5, 60.2, 50), spikes("inh"));
    assertTrue(firstLitLine(image, 20) > firstLitLine(image, 120));
  }

  @Test
  void spikesAtBothEndsOfTheWindowAreSeen() {
    BufferedImage image = draw(TWO, spikes("exc", 0.0, 10, 100.0, 10), spikes("inh"));
    assertTrue(firstLitLine(image, 0) >= 0);
    assertTrue(firstLitLine(image, WIDTH - 1) >= 0);
  }

  @Test
  void marksStayInTheirBand() {
    BufferedImage image = draw(TWO, spikes("exc", 25.2, 0), spikes("inh", 75.2, 29));
    assertEquals(0, image.getRGB(50, 80));
    assertEquals(0, image.getRGB(150, 79));
  }

  @Test
  void spikesOutOfViewLeaveNoMarkAtTheEdge() {
    BandLayout one = new BandLayout(List.of(PlotData.Group.all("exc", 100)));
    RasterImage zoomed = new RasterImage(40, 60, 49.5, 59.5, WIDTH, HEIGHT, 1);
    SpikeList list = spikes("exc", 39.0, 55, 50.0, 10, 50.0, 90, 61.0, 55);
    zoomed.fitMarks(one, List.of(Optional.of(list)));
    zoomed.draw(one, 0, list, 0);
    assertEquals(0, lit(zoomed.image()));
  }

  @Test
  void zoomingInSeparatesSpikesThatShareAPixel() {
    BandLayout one = new BandLayout(List.of(PlotData.Group.all("exc", 1)));
    SpikeList list = spikes("exc", 50.05, 0, 50.15, 0, 50.25, 0);
    RasterImage zoomed = new RasterImage(50, 50.3, -0.5, 0.5, WIDTH, HEIGHT, 1);
    zoomed.draw(one, 0, list, 0);
    long columns =
        IntStream.range(0, WIDTH).filter(x -> firstLitLine(zoomed.image(), x) >= 0).count();
    assertEquals(3, columns);
  }

  @Test
  void aSingleNeuronIsDrawnAsAStroke() {
    BandLayout one = new BandLayout(List.of(PlotData.Group.all("exc", 1)));
    RasterImage image = new RasterImage(0, 100, -0.5, 0.5, WIDTH, HEIGHT, 1);
    image.draw(one, 0, spikes("exc", 50.2, 0), 0);
    assertTrue(lit(image.image()) >= 10, "pixels: " + lit(image.image()));
  }

  @Test
  void neuronsOutsideOfTheGroupArePassedOver() {
    BandLayout part = new BandLayout(List.of(new PlotData.Group("exc", 10, 20)));
    RasterImage image = new RasterImage(0, 100, 9.5, 19.5, WIDTH, HEIGHT, 1);
    image.draw(part, 0, spikes("exc", 50.0, 9, 50.0, 20, 50.0, 1000), 0);
    assertEquals(0, lit(image.image()));
  }

  @Test
  void aCrowdedBandStillShowsWhereActivityIsDenser() {
    SplittableRandom random = new SplittableRandom(1);
    double[] times = new double[200_000];
    int[] neurons = new int[times.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = i < times.length / 10 ? random.nextDouble() * 50 : 50 + random.nextDouble() * 50;
      neurons[i] = random.nextInt(60);
    }
    Arrays.sort(times);
    BufferedImage image = draw(TWO, new SpikeList("exc", times, neurons), spikes("inh"));
    assertTrue(meanAlpha(image, 0, 100) > 0.2);
    assertTrue(meanAlpha(image, 100, 200) > 1.5 * meanAlpha(image, 0, 100));
    assertTrue(meanAlpha(image, 100, 200) < 0.99);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aDenserImageHasMorePixels(int scale) {
    RasterImage image = new RasterImage(0, 100, 0, 90, WIDTH, HEIGHT, scale);
    assertEquals(WIDTH * scale, image.image().getWidth());
    assertEquals(HEIGHT * scale, image.image().getHeight());
  }

  @Test
  void aSmallPopulationKeepsALeastHeight() {
    BandLayout layout =
        new BandLayout(
            List.of(PlotData.Group.all("large", 100_000), PlotData.Group.all("small", 10)));
    double share = (layout.top(1) - layout.bottom(1)) / (layout.highest() - layout.lowest());
    assertEquals(0.045, share, 1e-9);
    assertEquals(layout.highest() - layout.lowest(), 100_010, 1e-6);
  }

  @Test
  void bandsFollowOneAnotherWithTheFirstOnTop() {
    BandLayout layout =
        new BandLayout(
            List.of(
                PlotData.Group.all("a", 1000),
                PlotData.Group.all("b", 3),
                PlotData.Group.all("c", 50)));
    assertEquals(layout.bottom(0), layout.top(1), 1e-9);
    assertEquals(layout.bottom(1), layout.top(2), 1e-9);
    assertEquals(0, layout.bottom(2), 0);
  }

  private static BufferedImage draw(BandLayout layout, SpikeList first, SpikeList second) {
    RasterImage image =
        new RasterImage(0, 100, layout.lowest(), layout.highest(), WIDTH, HEIGHT, 1);
    image.fitMarks(layout, List.of(Optional.of(first), Optional.of(second)));
    image.draw(layout, 0, first, 0);
    image.draw(layout, 1, second, 1);
    return image.image();
  }

  /** Alternating times and neurons. */
  private static SpikeList spikes(String population, double... pairs) {
    double[] times = new double[pairs.length / 2];
    int[] neurons = new int[times.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = pairs[2 * i];
      neurons[i] = (int) pairs[2 * i + 1];
    }
    return new SpikeList(population, times, neurons);
  }

  private static int firstLitLine(BufferedImage image, int x) {
    for (int y = 0; y < image.getHeight(); y++) {
      if (image.getRGB(x, y) != 0) {
        return y;
      }
    }
    return -1;
  }

  private static int lit(BufferedImage image) {
    int lit = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        lit += image.getRGB(x, y) == 0 ? 0 : 1;
      }
    }
    return lit;
  }

  private static double meanAlpha(BufferedImage image, int fromX, int toX) {
    double sum = 0;
    for (int x = fromX; x < toX; x++) {
      for (int y = 0; y < 80; y++) {
        sum += (image.getRGB(x, y) >>> 24) / 255.0;
      }
    }
    return sum / ((toX - fromX) * 80);
  }
}
