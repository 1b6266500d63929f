package org.hillock.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.analysis.LabelledTrial;
import org.hillock.analysis.ReadOut;
import org.hillock.analysis.TrialCounts;
import org.hillock.analysis.Tuning;
import org.hillock.record.Spikes;
import org.jfree.chart.JFreeChart;

/**
 * Which part of each lot of what was shown is told rightly from spike counts, by read-outs that
 * learnt from the first lot, with bars of one standard error; a panel for each population, a curve
 * for each read-out. Lots that end with numbers stand at these.
 */
final class DecodingPlot {

  private static final ReadOut.Kind[] KINDS = {
    ReadOut.Kind.NEAREST_CENTROID, ReadOut.Kind.LIKELIHOOD, ReadOut.Kind.LINEAR, ReadOut.Kind.VOTE
  };

  private static final List<String> NAMES =
      List.of("nearest mean", "likelihood", "weighted sum", "vote");

  private DecodingPlot() {}

  static JFreeChart of(PlotData data) {
    Map<String, List<LabelledTrial>> all = Trials.lots(data);
    List<String> lots = new ArrayList<>(all.keySet());
    List<PlotData.Group> groups =
        data.groups().stream().filter(group -> data.spikesOf(group).isPresent()).toList();
    if (lots.size() < 2 || groups.isEmpty()) {
      return PlotTheme.empty(
          data, PlotTheme.horizontal("lot"), "told rightly", "no lot to learn from and another");
    }
    List<LabelledTrial> learnt = all.get(lots.remove(0));
    List<Double> places = lots.stream().map(Tuning::angle).toList();
    boolean numbers =
        places.stream().filter(x -> !Double.isNaN(x)).distinct().count() == lots.size();
    List<SweepData.Axis> axes =
        List.of(
            new SweepData.Axis(
                numbers ? "lot, by its number" : "lot", "lot", lots, numbers ? places : List.of()),
            new SweepData.Axis("read-out", "read-out", NAMES, List.of()));
    List<SweepData.Panel> panels = new ArrayList<>();
    for (PlotData.Group group : groups) {
      List<List<LabelledTrial>> asked = lots.stream().map(all::get).toList();
      panels.add(panel(group, data.spikesOf(group).orElseThrow(), learnt, asked));
    }
    String set = data.details().subtitle();
    String bars = "bars: 1 standard error";
    return SweepCurves.of(
        new SweepData(
            data.title(), set.isEmpty() ? bars : "set: " + set + "; " + bars, axes, panels));
  }

  private static SweepData.Panel panel(
      PlotData.Group group,
      Spikes spikes,
      List<LabelledTrial> learnt,
      List<List<LabelledTrial>> asked) {
    List<LabelledTrial> every = new ArrayList<>(learnt);
    asked.forEach(every::addAll);
    List<String> labels = TrialCounts.labels(every);
    TrialCounts teaching = TrialCounts.of(spikes, group.from(), group.to(), learnt, labels);
    double[] part = new double[asked.size() * KINDS.length];
    double[] error = new double[part.length];
    for (int lot = 0; lot < asked.size(); lot++) {
      TrialCounts told = TrialCounts.of(spikes, group.from(), group.to(), asked.get(lot), labels);
      for (int kind = 0; kind < KINDS.length; kind++) {
        double right = KINDS[kind].accuracy(teaching, told);
        part[lot * KINDS.length + kind] = right;
        error[lot * KINDS.length + kind] = Math.sqrt(right * (1 - right) / asked.get(lot).size());
      }
    }
    return new SweepData.Panel("told rightly by " + group.name(), part, error);
  }
}
