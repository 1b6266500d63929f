package org.hillock.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hillock.analysis.LabelledTrial;
import org.hillock.analysis.TrialCounts;
import org.hillock.analysis.Tuning;
import org.hillock.record.Spikes;
import org.jfree.chart.JFreeChart;

/**
 * Mean rates over what was shown, or over the phases of a protocol, with bars of one standard
 * deviation over trials; a panel for each population, or, of one with few neurons, for each of
 * them. Labels that end with numbers stand at these numbers.
 */
final class TuningPlot {

  private static final int MOST_NEURONS = 8;

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
    boolean each = groups.size() == 1 && groups.get(0).size() <= MOST_NEURONS;
    List<SweepData.Axis> axes = new ArrayList<>();
    List<Double> places = numbers ? labels.stream().map(Tuning::angle).toList() : List.of();
    axes.add(new SweepData.Axis(what + (numbers ? ", by its number" : ""), what, labels, places));
    List<SweepData.Panel> panels = new ArrayList<>();
    for (PlotData.Group group : groups) {
      Spikes spikes = data.spikesOf(group).orElseThrow();
      if (!each) {
        panels.add(panel("rate of " + group.name() + " [Hz]", spikes, group, trials, labels));
      }
      for (int neuron = group.from(); each && neuron < group.to(); neuron++) {
        String name = group.name() + "[" + neuron + "] [Hz]";
        PlotData.Group one = new PlotData.Group(group.name(), neuron, neuron + 1);
        panels.add(panel(name, spikes, one, trials, labels));
      }
    }
    String all = data.details().subtitle();
    String bars = "bars: 1 sd over trials" + (each ? "" : " of the mean over neurons");
    return SweepCurves.of(
        new SweepData(
            data.title(), all.isEmpty() ? bars : "set: " + all + "; " + bars, axes, panels));
  }

  private static SweepData.Panel panel(
      String name,
      Spikes spikes,
      PlotData.Group group,
      List<LabelledTrial> trials,
      List<String> labels) {
    TrialCounts counts = TrialCounts.of(spikes, group.from(), group.to(), trials, labels);
    double[] sum = new double[labels.size()];
    double[] squares = new double[sum.length];
    int[] n = new int[sum.length];
    for (int trial = 0; trial < trials.size(); trial++) {
      double seconds = trials.get(trial).time().duration() / 1000;
      double rate = Arrays.stream(counts.counts()[trial]).sum() / group.size() / seconds;
      int at = counts.classes()[trial];
      sum[at] += rate;
      squares[at] += rate * rate;
      n[at]++;
    }
    double[] mean = new double[sum.length];
    double[] sd = new double[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mean[i] = sum[i] / n[i];
      sd[i] = Math.sqrt(Math.max(0, squares[i] / n[i] - mean[i] * mean[i]));
    }
    return new SweepData.Panel(name, mean, sd);
  }
}
