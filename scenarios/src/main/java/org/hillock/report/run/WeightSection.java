package org.hillock.report.run;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.hillock.plot.PlotData;
import org.hillock.record.WeightTable;
import org.hillock.report.Markup;
import org.hillock.report.Numerals;
import org.hillock.report.Section;
import org.hillock.report.Table;

/** How the recorded weights began, and how they ended. */
record WeightSection(PlotData data) implements Section {

  private static final List<String> HEADINGS =
      List.of("projection", "unit", "at [ms]", "synapses", "mean", "sd", "least", "most");

  @Override
  public String id() {
    return "weights";
  }

  @Override
  public String title() {
    return "Weights";
  }

  @Override
  public void write(Markup page) {
    Table rows = Table.open(page, 2, HEADINGS);
    for (WeightTable table : data.weights()) {
      int last = table.times().length - 1;
      if (last >= 0) {
        row(rows, table, 0);
      }
      if (last > 0) {
        row(rows, table, last);
      }
    }
    rows.close();
    page.element("p", "At the first and at the last sample, to five digits.", "class", "soft");
  }

  private void row(Table rows, WeightTable table, int sample) {
    double[] weights = WeightCurves.present(table.weights()[sample]);
    DescriptiveStatistics all = new DescriptiveStatistics(weights);
    rows.row(
        List.of(
            table.projection(),
            data.units().getOrDefault(table.projection(), ""),
            Values.text(table.times()[sample]),
            Numerals.count(weights.length),
            number(all.getMean()),
            number(all.getStandardDeviation()),
            number(all.getMin()),
            number(all.getMax())));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : Numerals.significant(value, 5);
  }
}
