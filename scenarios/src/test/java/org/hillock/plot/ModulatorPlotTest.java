package org.hillock.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Paint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.record.ModulatorTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.junit.jupiter.api.Test;

class ModulatorPlotTest {

  private static ModulatorTable table(String projection, String... traces) {
    double[] times = {0, 10, 20};
    double[][] values = new double[traces.length][times.length];
    return new ModulatorTable(projection, List.of(traces), times, values);
  }

  @Test
  void givesEveryTraceOfEveryPanelAColourAndANameOfItsOwn() {
    List<ModulatorTable> tables = List.of(table("a", "r", "r_mean"), table("b", "r", "r_mean"));
    PlotData.Details details = new PlotData.Details("", 0.1, Map.of()).with(tables);
    JFreeChart chart =
        ModulatorPlot.of(
            new PlotData(
                "", 0, 20, List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(),
                Map.of(), details));
    LegendItemCollection legend = chart.getPlot().getLegendItems();
    Set<Paint> colours = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < legend.getItemCount(); i++) {
      colours.add(legend.get(i).getLinePaint());
      names.add(legend.get(i).getLabel());
    }
    assertEquals(Set.of("a: r", "a: r_mean", "b: r", "b: r_mean"), names);
    assertEquals(4, colours.size());
  }
}
