package org.hillock.plot;

import java.awt.Color;
import java.awt.Paint;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Colours between the least and the greatest value; grey for none.
 *
 * @param least value
 * @param greatest value
 */
record ColorScale(double least, double greatest) implements PaintScale {

  /** From dark to light, so that it can be read in grey print and by the colour-blind. */
  private static final Color[] ANCHORS = {
    new Color(0x14143C), new Color(0x0072B2), new Color(0x009E73), new Color(0xF0E442)
  };

  private static final Color NOTHING = new Color(0xE0E0E0);

  static ColorScale of(double[] values) {
    DoubleStream finite = Arrays.stream(values).filter(Double::isFinite);
    double[] known = finite.toArray();
    double least = Arrays.stream(known).min().orElse(0);
    double greatest = Arrays.stream(known).max().orElse(1);
    double wider = greatest > least ? 0 : Math.max(1e-9, Math.abs(least) * 0.05);
    return new ColorScale(least - wider, greatest + wider);
  }

  @Override
  public double getLowerBound() {
    return least;
  }

  @Override
  public double getUpperBound() {
    return greatest;
  }

  @Override
  public Paint getPaint(double value) {
    if (!Double.isFinite(value)) {
      return NOTHING;
    }
    double place = (value - least) / (greatest - least) * (ANCHORS.length - 1);
    int below = (int) Math.max(0, Math.min(ANCHORS.length - 2, Math.floor(place)));
    double part = Math.max(0, Math.min(1, place - below));
    Color a = ANCHORS[below];
    Color b = ANCHORS[below + 1];
    return new Color(
        mixed(a.getRed(), b.getRed(), part),
        mixed(a.getGreen(), b.getGreen(), part),
        mixed(a.getBlue(), b.getBlue(), part));
  }

  private static int mixed(int a, int b, double part) {
    return (int) Math.round(a + part * (b - a));
  }

  /** The bar that tells values by their colours. */
  PaintScaleLegend legend(String label) {
    NumberAxis axis = PlotTheme.axis(label);
    axis.setRange(getLowerBound(), getUpperBound());
    PaintScaleLegend legend = new PaintScaleLegend(this, axis);
    legend.setPosition(RectangleEdge.RIGHT);
    legend.setStripWidth(18);
    legend.setSubdivisionCount(200);
    legend.setMargin(new RectangleInsets(4, 12, 50, 4));
    legend.setAxisOffset(4);
    return legend;
  }
}
