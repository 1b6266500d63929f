package org.hillock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Colours, fonts and axes that all plots share: white paper, thin grey grid, text of 13 pixels or
 * more.
 *
 * <p>The colours are those of Okabe and Ito (2008, "Color universal design"), which people with any
 * common colour blindness tell apart; their yellow is darkened to be seen on white. Their order
 * alternates dark and light, so that neighbours differ in grey print, too.
 */
public final class PlotTheme {

  private static final Color[] PALETTE = {
    new Color(0x0072B2), // blue, dark
    new Color(0xE69F00), // orange, light
    new Color(0x009E73), // bluish green
    new Color(0xCC79A7), // reddish purple, light
    new Color(0xD55E00), // vermillion
    new Color(0x56B4E9), // sky blue, light
    new Color(0x303030), // black, softened
    new Color(0xBFAE00), // yellow, darkened
  };

  private static final float[][] DASHES = {null, {6, 3}, {2, 2}, {8, 3, 2, 3}};

  static final Color TEXT = new Color(0x202020);
  static final Color GRID = new Color(0xDDDDDD);
  static final Color SUBTITLE = new Color(0x606060);
  static final Color FRAME = new Color(0x808080);

  static final double TITLE_SIZE = 18; // [px]
  static final double LABEL_SIZE = 15; // [px]
  static final double TICK_SIZE = 13; // [px]

  static {
    // Else JFreeChart turns upright labels into outlines, which an SVG reader cannot search or
    // edit.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private PlotTheme() {}

  /** Colour of the series, population or neuron at a place; the colours repeat after the last. */
  public static Color color(int place) {
    return PALETTE[Math.floorMod(place, PALETTE.length)];
  }

  /** How many colours there are before they repeat. */
  public static int colors() {
    return PALETTE.length;
  }

  /** Line of the series at a place: solid for the first round of colours, then dashed. */
  static BasicStroke line(int place, double width) {
    float[] dash = DASHES[Math.floorMod(place / PALETTE.length, DASHES.length)];
    return new BasicStroke(
        (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }

  /** A colour with some of the paper shining through. */
  static Color faded(Color color, double opacity) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
  }

  /** A colour mixed with white paper, which it covers. */
  static Color mixed(Color color, double strength) {
    return new Color(
        (int) Math.round(255 + strength * (color.getRed() - 255)),
        (int) Math.round(255 + strength * (color.getGreen() - 255)),
        (int) Math.round(255 + strength * (color.getBlue() - 255)));
  }

  static Font font(double size) {
    return PlotFont.of(size);
  }

  /** The time axis of a window: what it covers at first and again after zooming out. */
  static WindowAxis timeAxis(double start, double stop) {
    WindowAxis axis = styled(new WindowAxis(timeLabel(start, stop), start, stop));
    axis.setStandardTickUnits(TimeScale.of(start, stop).ticks());
    return axis;
  }

  /** What a time axis is called, with the unit that suits the window. */
  static String timeLabel(double start, double stop) {
    return "time [" + TimeScale.of(start, stop).symbol() + "]";
  }

  /** A horizontal axis of numbers that fits itself to the data. */
  static NumberAxis horizontal(String label) {
    NumberAxis axis = styled(new FittedAxis(label));
    axis.setAutoRangeIncludesZero(false);
    return axis;
  }

  /** A vertical axis of numbers that fits itself to the data; its ticks keep some distance. */
  static NumberAxis axis(String label) {
    NumberAxis axis = horizontal(label);
    axis.setTickLabelInsets(new RectangleInsets(10, 4, 10, 4));
    return axis;
  }

  /** Lets the ticks of an axis stand closer, where panels are low. */
  static void closer(NumberAxis axis) {
    axis.setTickLabelInsets(new RectangleInsets(1, 4, 1, 4));
  }

  /** A vertical axis of numbers that begins with zero. */
  static NumberAxis axisFromZero(String label) {
    NumberAxis axis = axis(label);
    axis.setAutoRangeIncludesZero(true);
    axis.setLowerMargin(0);
    return axis;
  }

  static <A extends NumberAxis> A styled(A axis) {
    axis.setLabelFont(font(LABEL_SIZE));
    axis.setTickLabelFont(font(TICK_SIZE));
    axis.setLabelPaint(TEXT);
    axis.setTickLabelPaint(TEXT);
    axis.setAxisLinePaint(FRAME);
    axis.setTickMarkPaint(FRAME);
    axis.setTickLabelInsets(new RectangleInsets(3, 8, 3, 4));
    axis.setStandardTickUnits(new NumberTickUnitSource(false, tickFormat()));
    return axis;
  }

  /** Lets the ticks of an axis be whole numbers. */
  static void countsOnly(NumberAxis axis) {
    axis.setStandardTickUnits(new NumberTickUnitSource(true, tickFormat()));
  }

  /** As many digits as needed, the same in every country. */
  static DecimalFormat tickFormat() {
    return new DecimalFormat("0.#########", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  /**
   * Keeps a vertical axis from zooming in on rounding errors where all lines are one constant
   * value.
   */
  static void widenIfConstant(NumberAxis axis, List<Line> lines) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (Line line : lines) {
      for (double y : line.y()) {
        if (Double.isFinite(y)) {
          least = Math.min(least, y);
          greatest = Math.max(greatest, y);
        }
      }
    }
    double size = Math.max(Math.abs(least), Math.abs(greatest));
    if (least <= greatest && greatest - least <= 1e-9 * size) {
      axis.setAutoRangeMinimumSize(size > 0 ? 0.1 * size : 1);
    }
  }

  /** An empty panel; renderer and data are added by the plot. */
  static XYPlot panel(NumberAxis domain, NumberAxis range) {
    XYPlot plot = new XYPlot(null, domain, range, null);
    dress(plot);
    return plot;
  }

  /** Gives a panel the looks of all. */
  static void dress(XYPlot plot) {
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    plot.setDomainGridlineStroke(new BasicStroke(1));
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setOutlinePaint(FRAME);
    plot.setOutlineStroke(new BasicStroke(1));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setNoDataMessageFont(font(LABEL_SIZE));
    plot.setNoDataMessagePaint(FRAME);
    plot.setDomainPannable(true);
    plot.setRangePannable(true);
  }

  /** Panels one above the other on a common axis, with their shares of the height. */
  static CombinedDomainXYPlot stack(NumberAxis domain, List<XYPlot> panels, List<Integer> shares) {
    CombinedDomainXYPlot stack = new CombinedDomainXYPlot(domain);
    stack.setGap(12);
    stack.setDomainPannable(true);
    stack.setRangePannable(true);
    for (int i = 0; i < panels.size(); i++) {
      panels.get(i).setDomainAxis(null);
      stack.add(panels.get(i), shares.get(i));
    }
    return stack;
  }

  /** Panels of the same height, one above the other on a common axis. */
  static CombinedDomainXYPlot stack(NumberAxis domain, List<XYPlot> panels) {
    return stack(domain, panels, Collections.nCopies(panels.size(), 1));
  }

  /** Writes a text in the middle of a panel that would be empty without. */
  static void say(String text, XYPlot panel, NumberAxis domain, NumberAxis range) {
    XYTextAnnotation note =
        new XYTextAnnotation(
            text, domain.getRange().getCentralValue(), range.getRange().getCentralValue());
    note.setFont(font(LABEL_SIZE));
    note.setPaint(FRAME);
    panel.addAnnotation(note);
  }

  /** Names a panel, in its upper right corner, on paper that lets what is below shine through. */
  static void name(String text, Color color, XYPlot panel) {
    TextTitle title = new TextTitle(text, font(TICK_SIZE));
    title.setPaint(color.darker());
    title.setBackgroundPaint(faded(Color.WHITE, 0.8));
    title.setPadding(1, 5, 2, 5);
    panel.addAnnotation(new XYTitleAnnotation(0.995, 0.97, title, RectangleAnchor.TOP_RIGHT));
  }

  /**
   * A chart that says why there is nothing in it.
   *
   * @param label of the vertical axis
   * @param why a few words
   */
  static JFreeChart empty(PlotData data, NumberAxis domain, String label, String why) {
    NumberAxis range = axis(label);
    XYPlot panel = panel(domain, range);
    say(why, panel, domain, range);
    return chart(data, panel, false);
  }

  /** A chart of a run: under its title stands what was set. */
  static JFreeChart chart(PlotData data, Plot plot, boolean legend) {
    JFreeChart chart = chart(data.title(), plot, legend);
    String below = data.details().subtitle();
    if (!below.isBlank()) {
      TextTitle subtitle = note("set: " + below);
      subtitle.setMaximumLinesToDisplay(2);
      subtitle.setPadding(0, 2, 6, 2);
      chart.addSubtitle(0, subtitle);
    }
    return chart;
  }

  /** A chart of a plot. */
  static JFreeChart chart(String title, Plot plot, boolean legend) {
    JFreeChart chart = new JFreeChart(null, font(TITLE_SIZE), plot, false);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(8, 8, 8, 20));
    if (!title.isBlank()) {
      TextTitle heading = new TextTitle(title, font(TITLE_SIZE));
      heading.setPaint(TEXT);
      heading.setMaximumLinesToDisplay(2);
      heading.setHorizontalAlignment(HorizontalAlignment.CENTER);
      heading.setPadding(2, 2, 8, 2);
      chart.setTitle(heading);
    }
    if (legend) {
      chart.addLegend(legend(plot));
    }
    return chart;
  }

  /** What the lines of a plot are called, below it. */
  static LegendTitle legend(LegendItemSource plot) {
    LegendTitle keys = new LegendTitle(plot);
    keys.setItemFont(font(TICK_SIZE));
    keys.setItemPaint(TEXT);
    keys.setFrame(BlockBorder.NONE);
    keys.setPosition(RectangleEdge.BOTTOM);
    keys.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
    return keys;
  }

  /** A line under the title. */
  static TextTitle note(String text) {
    TextTitle note = new TextTitle(text, font(TICK_SIZE));
    note.setPaint(SUBTITLE);
    return note;
  }
}
