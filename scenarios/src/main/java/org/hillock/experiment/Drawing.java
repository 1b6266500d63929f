package org.hillock.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.hillock.plot.Display;
import org.hillock.plot.PanelRoom;
import org.hillock.plot.PlotData;
import org.hillock.plot.PlotException;
import org.hillock.plot.PlotKind;
import org.hillock.plot.PlotOptions;
import org.hillock.plot.PlotSize;
import org.hillock.plot.PlotWindow;
import org.hillock.plot.PlotWriter;
import org.hillock.text.MistakeException;
import org.jfree.chart.JFreeChart;

/** Draws plots by name. */
public final class Drawing {

  private Drawing() {}

  /**
   * The plot of a name.
   *
   * @throws MistakeException if there is none
   */
  public static PlotKind kind(String name) {
    return PlotKind.named(name)
        .orElseThrow(
            () ->
                MistakeException.unknown(
                    "plot",
                    name,
                    Arrays.stream(PlotKind.values()).map(PlotKind::plotName).toList()));
  }

  /** Why a plot cannot be drawn of the data, a sentence. */
  public static String cannot(PlotKind kind) {
    return "no plot '"
        + kind.plotName()
        + "': it shows "
        + kind.needs()
        + ", which were not recorded; 'record' in the scenario says what is";
  }

  /**
   * Writes plots that apply to the data. Where the machine cannot draw, a sentence says what is
   * missing and the run goes on.
   *
   * @return the files written
   */
  static List<Path> write(
      PlotData data, Map<String, PlotOptions> plots, Path folder, PrintWriter err)
      throws IOException {
    return write(data, plots, folder, chart -> PanelRoom.of(chart, PlotSize.STANDARD), err);
  }

  public static List<Path> write(
      PlotData data,
      Map<String, PlotOptions> plots,
      Path folder,
      Function<JFreeChart, PlotSize> size,
      PrintWriter err)
      throws IOException {
    List<Path> files = new ArrayList<>();
    // A cache on disk would ask for a shutdown hook, which there is not while the program ends.
    ImageIO.setUseCache(false);
    try {
      for (Map.Entry<String, PlotOptions> plot : plots.entrySet()) {
        PlotKind kind = kind(plot.getKey());
        if (kind.appliesTo(data)) {
          JFreeChart chart = kind.draw(data, plot.getValue());
          files.addAll(PlotWriter.write(chart, folder.resolve(kind.plotName()), size.apply(chart)));
        } else {
          err.println(cannot(kind));
        }
      }
    } catch (PlotException e) {
      err.println("no plots: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      err.println("no more plots: memory ran out; allow more with HILLOCK_JAVA_OPTS=-Xmx…");
    }
    err.flush();
    return files;
  }

  /**
   * Draws the first plot that a scenario asks for and that its record gives, as one small picture.
   *
   * @param file to write, whose name ends in .png or .svg
   * @param size of it; higher where panels need it
   * @return whether there was one
   */
  public static boolean writeFirst(
      PlotData data, Map<String, PlotOptions> plots, Path file, PlotSize size) throws IOException {
    for (Map.Entry<String, PlotOptions> plot : plots.entrySet()) {
      PlotKind kind = kind(plot.getKey());
      if (kind.appliesTo(data)) {
        JFreeChart chart = kind.draw(data, plot.getValue());
        PlotWriter.writeByEnding(chart, file, PanelRoom.of(chart, size));
        return true;
      }
    }
    return false;
  }

  /** Shows plots in a window and waits until it is closed. */
  public static void show(PlotData data, Map<String, PlotOptions> plots) throws IOException {
    try {
      Display.prepare(true);
      List<JFreeChart> charts = new ArrayList<>();
      for (Map.Entry<String, PlotOptions> plot : plots.entrySet()) {
        PlotKind kind = kind(plot.getKey());
        if (kind.appliesTo(data)) {
          charts.add(kind.draw(data, plot.getValue()));
        }
      }
      PlotWindow.show(charts);
    } catch (PlotException e) {
      throw new IOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
