package org.hillock.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.hillock.file.WholeFile;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;

/**
 * Writes charts as PNG and SVG. The same chart gives the same bytes. A file appears only when it is
 * whole, see {@link WholeFile}.
 */
public final class PlotWriter {

  private static final String PNG = ".png";
  private static final String SVG = ".svg";
  private static final String FALLBACK_FONT = ", sans-serif";

  private PlotWriter() {}

  /**
   * Writes {@code base.png} and {@code base.svg}.
   *
   * @param chart what to draw
   * @param base path without an ending; its folder is made if need be
   * @param size of the pictures
   * @return the files written
   * @throws IOException if a file cannot be written
   * @throws PlotException if this machine cannot draw
   */
  public static List<Path> write(JFreeChart chart, Path base, PlotSize size) throws IOException {
    Path png = base.resolveSibling(base.getFileName() + PNG);
    Path svg = base.resolveSibling(base.getFileName() + SVG);
    BufferedImage image = Display.guarded(() -> image(chart, size));
    String text = Display.guarded(() -> svg(chart, size));
    write(png, image);
    write(svg, text);
    return List.of(png, svg);
  }

  /**
   * Writes the one file of this name if it ends in {@code .png} or {@code .svg}, and both, with
   * their endings added, if it does not.
   *
   * @param chart what to draw
   * @param file path; its folder is made if need be
   * @param size of the picture
   * @return the files written
   * @throws IOException if a file cannot be written
   * @throws PlotException if this machine cannot draw
   */
  public static List<Path> writeByEnding(JFreeChart chart, Path file, PlotSize size)
      throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    // A device or a pipe has no name to which endings could be added.
    if (name.endsWith(PNG) || WholeFile.isSpecial(file)) {
      write(file, Display.guarded(() -> image(chart, size)));
    } else if (name.endsWith(SVG)) {
      write(file, Display.guarded(() -> svg(chart, size)));
    } else {
      return write(chart, file, size);
    }
    return List.of(file);
  }

  private static void write(Path file, BufferedImage image) throws IOException {
    WholeFile.write(
        file,
        out -> {
          if (!ImageIO.write(image, "png", out)) {
            throw new IOException("this Java cannot write PNG files");
          }
        });
  }

  private static void write(Path file, String svg) throws IOException {
    WholeFile.write(file, out -> out.write(svg.getBytes(StandardCharsets.UTF_8)));
  }

  /** Draws a chart into an image. */
  static BufferedImage image(JFreeChart chart, PlotSize size) {
    BufferedImage image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    try {
      g2.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g2.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      chart.draw(g2, new Rectangle2D.Double(0, 0, size.width(), size.height()));
    } finally {
      g2.dispose();
    }
    return image;
  }

  /** Draws a chart as an SVG document. */
  static String svg(JFreeChart chart, PlotSize size) {
    SVGGraphics2D g2 = new SVGGraphics2D(size.width(), size.height());
    g2.setDefsKeyPrefix("hillock-"); // by default the time of day
    g2.setGeomDoubleConverter(PlotWriter::hundredths);
    g2.setTransformDoubleConverter(PlotWriter::hundredths);
    g2.setFontFunction(family -> family + FALLBACK_FONT); // goes into an attribute: no quotes
    chart.draw(g2, new Rectangle2D.Double(0, 0, size.width(), size.height()));
    return g2.getSVGDocument();
  }

  /** A coordinate to a hundredth of a pixel, which is finer than any device. */
  private static String hundredths(double value) {
    double rounded = Math.rint(value * 100) / 100;
    return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e9
        ? Long.toString((long) rounded)
        : Double.toString(rounded);
  }
}
