package org.hillock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/**
 * Where the phases of a protocol begin: a line through all panels over time, with its name, or what
 * is shown in it.
 */
final class PhaseLines {

  /** More lines would hide what is below. */
  private static final int MOST_LINES = 60;

  private PhaseLines() {}

  /**
   * Draws them, unless there are too many.
   *
   * @param panels over a common axis of time [ms]
   */
  static CombinedDomainXYPlot in(CombinedDomainXYPlot panels, PlotData data) {
    List<PlotData.Phase> phases =
        data.details().phases().stream()
            .filter(phase -> phase.begin() < data.stop() && phase.end() > data.start())
            .map(phase -> labelled(phase, data.details().shown()))
            .toList();
    if (phases.size() >= 2 && phases.size() <= MOST_LINES) {
      boolean named = true;
      for (Object panel : panels.getSubplots()) {
        ((XYPlot) panel).addAnnotation(new Lines(phases, named));
        named = false;
      }
    }
    return panels;
  }

  private static PlotData.Phase labelled(PlotData.Phase phase, List<PlotData.Shown> shown) {
    return shown.stream()
        .filter(one -> one.name().equals(phase.name()) && one.begin() == phase.begin())
        .findFirst()
        .map(one -> new PlotData.Phase(one.label(), phase.begin(), phase.end(), phase.recorded()))
        .orElse(phase);
  }

  /** Lines through one panel, above what else is drawn there. */
  private static final class Lines extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1;

    private static final Color PAPER = new Color(255, 255, 255, 215);
    private static final int MARGIN = 4;

    private final transient List<PlotData.Phase> phases;
    private final boolean named;

    Lines(List<PlotData.Phase> phases, boolean named) {
      this.phases = phases;
      this.named = named;
    }

    @Override
    public void draw(
        Graphics2D g,
        XYPlot plot,
        Rectangle2D area,
        ValueAxis domain,
        ValueAxis range,
        int index,
        PlotRenderingInfo info) {
      g.setStroke(new BasicStroke(0.8f));
      g.setFont(PlotTheme.font(PlotTheme.TICK_SIZE));
      for (PlotData.Phase phase : phases) {
        double begin = domain.valueToJava2D(phase.begin(), area, plot.getDomainAxisEdge());
        double end = domain.valueToJava2D(phase.end(), area, plot.getDomainAxisEdge());
        double left = Math.max(begin, area.getMinX());
        g.setPaint(PlotTheme.FRAME);
        if (begin > area.getMinX() && begin < area.getMaxX()) {
          g.draw(new Line2D.Double(begin, area.getMinY(), begin, area.getMaxY()));
        }
        Rectangle2D size = g.getFontMetrics().getStringBounds(phase.label(), g);
        double room = Math.min(end, area.getMaxX()) - left;
        if (named && size.getWidth() + 2 * MARGIN <= room) {
          double top = area.getMinY() + MARGIN;
          g.setPaint(PAPER);
          g.fill(
              new Rectangle2D.Double(
                  left + MARGIN - 2, top, size.getWidth() + MARGIN, size.getHeight()));
          g.setPaint(PlotTheme.SUBTITLE);
          g.drawString(phase.label(), (float) (left + MARGIN), (float) (top - size.getMinY()));
        }
      }
    }
  }
}
