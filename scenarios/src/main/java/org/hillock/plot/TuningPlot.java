package org.hillock.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hillock.analysis.LabelledTrial;
import org.hillock.analysis.TrialCounts;
import org.hillock.analysis.Tuning;
import org.hillock.record.Spikes;
import org.jfree.chart.JFreeChart;

/**
 * Mean rates over what was shown, or over the phases of a protocol, with bars of one standard
 * deviation over trials; a panel for each population, or, of one with few neurons, a curve for each
 * of them. Labels that end with numbers stand at these numbers.
 */
final class TuningPlot {

  private static final int MOST_CURVES = 8;

  private TuningPlot() {}

  static JFreeChart of(PlotData data) {
    List<LabelledTrial> trials = Trials.labelled(data);
    List<String> labels = new ArrayList<>(TrialCounts.labels(trials));
    boolean numbers =
        labels.stream().map(Tuning::angle).filter(x -> !Double.isNaN(x)).distinct().count()
            == labels.size();
    if (numbers) {
      labels.sort(Comparator.comparingDouble(Tuning::angle));
    } else if (!Trials.ofImages(data)) {
      labels = new ArrayList<>(Trials.byName(data).keySet()); // in the order of the protocol
    }
    String what = Trials.ofImages(data) ? "label" : "phase";
    List<PlotData.Group> groups =
        data.groups().stream().filter(group -> data.spikesOf(group).isPresent()).toList();
    if (labels.isEmpty() || groups.isEmpty()) {
      return PlotTheme.empty(
          data, PlotTheme.horizontal(what), "rate [Hz]", "no trial is whole in this time");
    }
    boolean each = groups.size() == 1 && groups.get(0).size() <= MOST_CURVES;
    int curves = each ? groups.get(0).size() : 1;
    List<SweepData.Axis> axes = new ArrayList<>();
    List<Double> places = numbers ? labels.stream().map(Tuning::angle).toList() : List.of();
    axes.add(new SweepData.Axis(what + (numbers ? ", its number" : ""), what, labels, places));
    if (each) {
      List<String> neurons = new ArrayList<>();
      for (int i = 0; i < curves; i++) {
        neurons.add(Integer.toString(groups.get(0).from() + i));
      }
      axes.add(new SweepData.Axis("neuron", groups.get(0).name(), neurons, List.of()));
    }
    List<SweepData.Panel> panels = new ArrayList<>();
    for (PlotData.Group group : groups) {
      panels.add(panel(data.spikesOf(group).orElseThrow(), group, trials, labels, curves));
    }
    String all = data.details().subtitle();
    String bars = "bars: 1 sd over trials" + (each ? "" : " of the mean over neurons");
    return SweepCurves.of(
        new SweepData(
            data.title(), all.isEmpty() ? bars : "set: " + all + "; " + bars, axes, panels));
  }

  private static SweepData.Panel panel(
      Spikes spikes,
      PlotData.Group group,
      List<LabelledTrial> trials,
      List<String> labels,
      int curves) {
    TrialCounts counts = TrialCounts.of(spikes, group.from(), group.to(), trials, labels);
    double[] sum = new double[labels.size() * curves];
    double[] squares = new double[sum.length];
    int[] n = new int[sum.length];
    for (int trial = 0; trial < trials.size(); trial++) {
      double[] rates = new double[curves];
      double[] own = counts.counts()[trial];
      for (int neuron = 0; neuron < own.length; neuron++) {
        double share = 1000 * own[neuron] / trials.get(trial).time().duration();
        rates[curves == 1 ? 0 : neuron] += curves == 1 ? share / own.length : share;
      }
      for (int curve = 0; curve < curves; curve++) {
        int at = counts.classes()[trial] * curves + curve;
        sum[at] += rates[curve];
        squares[at] += rates[curve] * rates[curve];
        n[at]++;
      }
    }
    double[] mean = new double[sum.length];
    double[] sd = new double[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mean[i] = sum[i] / n[i];
      sd[i] = Math.sqrt(Math.max(0, squares[i] / n[i] - mean[i] * mean[i]));
    }
    return new SweepData.Panel("rate of " + group.name() + " [Hz]", mean, sd);
  }
}
