package org.hillock.plot;

import java.awt.BorderLayout;
import java.awt.GraphicsEnvironment;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;

/**
 * A window with a tab for each chart. Drag to the right to zoom in, to the left to zoom out; the
 * mouse wheel zooms, too; drag with Ctrl held (Alt on a Mac) to pan.
 */
public final class PlotWindow {

  private static final int LARGEST = 10_000; // [px], beyond which a chart would be stretched

  private PlotWindow() {}

  /**
   * Shows the charts and waits until the window is closed. {@link Display#prepare} must have been
   * told of the window before the charts were drawn.
   *
   * @param charts one tab each
   * @throws PlotException if there is no screen
   * @throws InterruptedException if the waiting thread is interrupted; the window is closed
   */
  public static void show(List<JFreeChart> charts) throws InterruptedException {
    if (GraphicsEnvironment.isHeadless()) {
      throw noScreen(new java.awt.HeadlessException("Java runs without a screen"));
    }
    CountDownLatch closed = new CountDownLatch(1);
    JFrame[] frame = new JFrame[1];
    try {
      SwingUtilities.invokeAndWait(() -> frame[0] = open(charts, closed));
    } catch (InvocationTargetException e) {
      throw noScreen(e.getCause() == null ? e : e.getCause());
    } catch (LinkageError | java.awt.AWTError e) {
      throw noScreen(e);
    }
    try {
      closed.await();
    } finally {
      SwingUtilities.invokeLater(() -> frame[0].dispose());
    }
  }

  private static PlotException noScreen(Throwable cause) {
    return new PlotException(
        "No window can be opened: " + Display.reason(cause) + ".",
        "Log in with a graphical session (ssh -X), or leave out the window and look at the files.",
        cause);
  }

  private static JFrame open(List<JFreeChart> charts, CountDownLatch closed) {
    JTabbedPane tabs = new JTabbedPane();
    for (JFreeChart chart : charts) {
      tabs.addTab(chart.getID() == null ? "plot" : chart.getID(), panel(chart));
    }
    JFrame frame = new JFrame("Hillock");
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent event) {
            closed.countDown();
          }
        });
    frame.add(tabs, BorderLayout.CENTER);
    frame.add(
        new JLabel("  Drag right: zoom in.  Drag left: zoom out.  Wheel: zoom.  Ctrl-drag: pan."),
        BorderLayout.SOUTH);
    frame.pack();
    frame.setLocationByPlatform(true);
    frame.setVisible(true);
    return frame;
  }

  private static ChartPanel panel(JFreeChart chart) {
    PlotSize size = PlotSize.STANDARD;
    ChartPanel panel =
        new ChartPanel(
            chart,
            size.width(),
            size.height(),
            200,
            150,
            LARGEST,
            LARGEST,
            true,
            true,
            true,
            true,
            true,
            false);
    panel.setMouseWheelEnabled(true);
    return panel;
  }
}
