package org.hillock.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.analysis.LabelledTrial;
import org.hillock.analysis.TimeWindow;

/**
 * Stretches of a run of one kind: times in which images were shown, or, where there were none,
 * phases of a protocol; only those that lie wholly in what is drawn.
 */
final class Trials {

  private Trials() {}

  /** Whether there are any in the whole run. */
  static boolean any(PlotData data) {
    return ofImages(data) || !data.details().phases().isEmpty();
  }

  /** Trials by the name of the phase or lot, in the order in which the first of each comes. */
  static Map<String, List<TimeWindow>> byName(PlotData data) {
    Map<String, List<TimeWindow>> trials = new LinkedHashMap<>();
    for (PlotData.Shown one : all(data)) {
      trials
          .computeIfAbsent(one.name(), name -> new ArrayList<>())
          .add(new TimeWindow(one.begin(), one.end()));
    }
    return trials;
  }

  /** Trials with what was shown in them. */
  static List<LabelledTrial> labelled(PlotData data) {
    return all(data).stream()
        .map(one -> new LabelledTrial(new TimeWindow(one.begin(), one.end()), one.label()))
        .toList();
  }

  /** Images with what they show, by the name of their lot, in the order in which lots begin. */
  static Map<String, List<LabelledTrial>> lots(PlotData data) {
    Map<String, List<LabelledTrial>> lots = new LinkedHashMap<>();
    if (ofImages(data)) {
      for (PlotData.Shown one : all(data)) {
        lots.computeIfAbsent(one.name(), name -> new ArrayList<>())
            .add(new LabelledTrial(new TimeWindow(one.begin(), one.end()), one.label()));
      }
    }
    return lots;
  }

  /** Whether images were shown. */
  static boolean ofImages(PlotData data) {
    return !data.details().shown().isEmpty();
  }

  private static List<PlotData.Shown> all(PlotData data) {
    List<PlotData.Shown> all =
        ofImages(data)
            ? data.details().shown()
            : data.details().phases().stream()
                .map(one -> new PlotData.Shown(one.name(), one.name(), one.begin(), one.end()))
                .toList();
    return all.stream()
        .filter(
            one ->
                one.begin() >= data.start() - TimeWindow.ROUNDING
                    && one.end() <= data.stop() + TimeWindow.ROUNDING)
        .sorted((a, b) -> Double.compare(a.begin(), b.begin()))
        .toList();
  }
}
