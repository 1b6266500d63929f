package org.hillock.report.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.plot.PlotData;
import org.hillock.report.Markup;
import org.hillock.report.Section;
import org.hillock.report.Table;

/**
 * What was shown, lot by lot.
 *
 * @param shown all of it, in the order of time
 */
record ShownSection(List<PlotData.Shown> shown) implements Section {

  /** Labels that are listed of a lot. */
  private static final int MOST = 20;

  @Override
  public String id() {
    return "shown";
  }

  @Override
  public String title() {
    return "What was shown";
  }

  @Override
  public void write(Markup page) {
    Map<String, List<PlotData.Shown>> lots = new LinkedHashMap<>();
    shown.forEach(each -> lots.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each));
    Table table =
        Table.open(page, 2, List.of("lot", "labels", "presentations", "from [ms]", "to [ms]"));
    lots.forEach(
        (name, its) ->
            table.row(
                List.of(
                    name,
                    labels(its),
                    Values.count(its.size()),
                    Values.text(its.get(0).begin()),
                    Values.text(its.get(its.size() - 1).end()))));
    table.close();
    page.element("p", "presentations.csv tells of each.", "class", "soft");
  }

  private static String labels(List<PlotData.Shown> its) {
    Set<String> labels = new LinkedHashSet<>();
    its.stream().map(PlotData.Shown::label).sorted().forEach(labels::add);
    return labels.size() > MOST ? labels.size() + " different ones" : String.join(", ", labels);
  }
}
