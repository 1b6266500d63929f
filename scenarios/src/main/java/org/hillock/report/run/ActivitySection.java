package org.hillock.report.run;

import java.util.List;
import org.hillock.io.RunFacts;
import org.hillock.plot.PlotData;
import org.hillock.report.Markup;
import org.hillock.report.Numerals;
import org.hillock.report.Section;

/** Raster, rates and curves over one axis of time, which scripts draw. */
record ActivitySection(RunFacts facts, PlotData data, SpikeData spikes, Panels panels)
    implements Section {

  private static final int COLOURS = 8;

  private static final String[][] BUTTONS = {
    {"zoom-in", "+", "Zoom in"},
    {"zoom-out", "−", "Zoom out"},
    {"earlier", "←", "Earlier"},
    {"later", "→", "Later"},
    {"fewer", "↕+", "Fewer neurons, taller"},
    {"more", "↕−", "More neurons"},
    {"all", "all", "Everything"},
  };

  @Override
  public String id() {
    return "activity";
  }

  @Override
  public String title() {
    return "Activity";
  }

  @Override
  public void write(Markup page) {
    page.open("noscript")
        .element("p", "Scripts are off, so that only the plots further down are shown.")
        .close();
    page.open("div", "class", "tools", "role", "group", "aria-label", "Part that is shown");
    for (String[] button : BUTTONS) {
      page.element(
          "button",
          button[1],
          "type",
          "button",
          "data-do",
          button[0],
          "aria-label",
          button[2],
          "title",
          button[2]);
    }
    page.open("output", "id", "shown", "aria-live", "polite").close().close();
    if (spikes.recorded()) {
      legend(page, spikes.names());
      figure(page, "raster", "Spikes", rasterLabel());
      notes(page);
      figure(page, "rates", "Rates [Hz]", "Firing rate of each population over time");
    }
    for (int i = 0; i < panels.all().size(); i++) {
      Panels.Panel panel = panels.all().get(i);
      String unit = panel.unit().isEmpty() ? "" : " [" + panel.unit() + "]";
      figure(page, "curves-" + i, panel.title() + unit, panel.title() + " over time");
      legend(page, panel.curves().stream().map(Curve::name).toList());
    }
    for (String note : panels.notes()) {
      page.element("p", note, "class", "soft");
    }
    page.element(
        "p",
        "Wheel or pinch zooms, Shift with the wheel zooms neurons, dragging moves; with the keyboard:"
            + " + and − zoom, arrows move, 0 shows everything. Time is in ms from the start of the run,"
            + " warm-up included.",
        "class",
        "soft screen");
  }

  private String rasterLabel() {
    return "Raster: "
        + Numerals.counted(spikes.kept(), "spike", "spikes")
        + " of "
        + Numerals.counted(spikes.rows(), "neuron", "neurons")
        + " over time, from "
        + Values.text(data.start())
        + " to "
        + Values.text(data.stop())
        + " ms";
  }

  private void notes(Markup page) {
    if (spikes.total() == 0) {
      page.element("p", "No neuron that was recorded has fired.", "class", "notice");
    }
    if (spikes.stride() > 1) {
      page.element(
          "p",
          "Of "
              + Numerals.count(spikes.total())
              + " spikes the page holds the "
              + Numerals.count(spikes.kept())
              + " of one neuron in "
              + spikes.stride()
              + ", so that it stays small; rates are those of these neurons. spikes.csv has all.",
          "class",
          "notice");
    }
    if (data.details().step() == 0) {
      page.element("p", "Spike times are shown to a microsecond.", "class", "soft");
    }
  }

  private static void legend(Markup page, List<String> names) {
    page.open("ul", "class", "legend");
    for (int i = 0; i < names.size(); i++) {
      page.open("li").open("span", "class", "swatch s" + (i % COLOURS + 1), "aria-hidden", "true");
      page.close().text(names.get(i)).close();
    }
    page.close();
  }

  private static void figure(Markup page, String panel, String title, String label) {
    page.open("figure", "class", "drawn", "data-panel", panel);
    page.element("figcaption", title).open("div", "class", "stage");
    page.open("canvas", "tabindex", "0", "role", "img", "aria-label", label).close();
    page.open("div", "class", "mark", "hidden", "hidden").close().close();
    page.open("output", "class", "readout").close().close();
  }
}
