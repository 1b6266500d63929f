package org.hillock.scenario;

import java.util.List;
import org.hillock.model.GridTime;
import org.hillock.network.Network;
import org.hillock.record.Recording;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;

/** Looks whether what is recorded fits the phases of a protocol. */
final class ProtocolCheck {

  /** Windows of continuous time that are shorter would take forever [ms]. */
  private static final double SHORTEST_STAGE = 0.01;

  private ProtocolCheck() {}

  /**
   * Reports what does not.
   *
   * @param protocol where the phases are written
   * @param continuous whether the run has no grid
   */
  static void check(
      Item protocol,
      List<Phase> phases,
      Network network,
      Recording recording,
      boolean continuous,
      Problems problems) {
    double stage = Phase.commonDivisor(phases);
    if (continuous && !phases.isEmpty() && stage < SHORTEST_STAGE) {
      problems.add(
          protocol,
          "found phases that begin or end at times of which the common divisor is "
              + Numbers.rounded(stage, MeasurementUnit.MILLISECOND),
          "expected at least "
              + Numbers.rounded(SHORTEST_STAGE, MeasurementUnit.MILLISECOND)
              + " in continuous time: the end of the warm-up and the durations in whole multiples of"
              + " 0.1 ms, say");
    }
    if (network.projections().stream().anyMatch(each -> each.rewiring() != null)) {
      problems.add(
          protocol,
          "found a protocol beside synapses that form and vanish",
          "expected structural plasticity in a run of one piece; 'hillock run --from' goes on with"
              + " a run under other values");
    }
    if (!recording.modulators().isEmpty()) {
      problems.add(
          protocol,
          "found a protocol beside record.modulators",
          "expected modulators to be recorded in a run of one piece; their traces at synapses can"
              + " be recorded with weights: {states: true}");
    }
    recording
        .traces()
        .forEach(trace -> fits(protocol, phases, "samples", trace.interval(), problems));
    recording.rates().forEach(rate -> fits(protocol, phases, "bins", rate.bin(), problems));
  }

  private static void fits(
      Item protocol, List<Phase> phases, String what, double interval, Problems problems) {
    // The last one may end anywhere, as a run may.
    for (Phase phase : phases.subList(0, Math.max(0, phases.size() - 1))) {
      double length = phase.end() - phase.begin();
      if (interval > 0 && !GridTime.onGrid(length, interval)) {
        problems.add(
            protocol,
            "found a phase '"
                + phase.name()
                + "' of "
                + Numbers.rounded(length, MeasurementUnit.MILLISECOND)
                + ", and "
                + what
                + " of "
                + Numbers.rounded(interval, MeasurementUnit.MILLISECOND),
            "expected phases of whole " + what);
        return;
      }
    }
  }
}
