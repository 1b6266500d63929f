package org.hillock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.hillock.plot.Display;
import org.hillock.plot.PlotData;
import org.hillock.plot.PlotException;
import org.hillock.plot.PlotKind;
import org.hillock.plot.PlotSize;
import org.hillock.plot.PlotWindow;
import org.hillock.plot.PlotWriter;
import org.jfree.chart.JFreeChart;

/** Draws plots by name. */
final class Drawing {

  private Drawing() {}

  /**
   * Writes plots that apply to the data. Where the machine cannot draw, a sentence says what is
   * missing and the run goes on.
   *
   * @return the files written
   */
  static List<Path> write(PlotData data, List<String> names, Path folder, PrintWriter err)
      throws IOException {
    return write(data, names, folder, PlotSize.STANDARD, err);
  }

  static List<Path> write(
      PlotData data, List<String> names, Path folder, PlotSize size, PrintWriter err)
      throws IOException {
    List<Path> files = new ArrayList<>();
    // A cache on disk would ask for a shutdown hook, which there is not while the program ends.
    ImageIO.setUseCache(false);
    try {
      for (String name : names) {
        PlotKind kind = PlotKind.named(name).orElseThrow();
        if (kind.appliesTo(data)) {
          files.addAll(PlotWriter.write(kind.draw(data), folder.resolve(name), size));
        } else {
          err.println("no plot '" + name + "': what it shows was not recorded");
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

  /** Shows plots in a window and waits until it is closed. */
  static void show(PlotData data, List<String> names) throws IOException {
    try {
      Display.prepare(true);
      List<JFreeChart> charts = new ArrayList<>();
      for (String name : names) {
        PlotKind kind = PlotKind.named(name).orElseThrow();
        if (kind.appliesTo(data)) {
          charts.add(kind.draw(data));
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
