package org.hillock.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hillock.analysis.TimeWindow;
import org.hillock.engine.run.RunSettings;
import org.hillock.scenario.claim.Expectation;
import org.hillock.scenario.claim.NamedWindows;
import org.hillock.scenario.claim.ResultScope;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.section.ProtocolReader.Step;
import org.hillock.scenario.section.ValueReader;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.stimulus.Presentation;
import org.jspecify.annotations.Nullable;

/** Reads {@code expect:}, of a run that may record less than its file says. */
final class ClaimReader {

  private final ValueReader values;
  private final Problems problems;
  private final RunSettings run;
  private final @Nullable RunSettings whole;
  private final Function<RunSettings, ResultScope> scopes;

  /**
   * @param run what is run
   * @param whole what the file says
   * @param scopes what names mean in a claim about a run
   */
  ClaimReader(
      ValueReader values,
      Problems problems,
      RunSettings run,
      RunSettings whole,
      Function<RunSettings, ResultScope> scopes) {
    this.values = values;
    this.problems = problems;
    this.run = run;
    this.whole = whole.equals(run) ? null : whole;
    this.scopes = scopes;
  }

  /** All claims; those that make no sense are reported. */
  List<Expectation> read(@Nullable Item item) {
    List<Expectation> expectations = new ArrayList<>();
    if (item == null) {
      return expectations;
    }
    if (!(item instanceof Item.Listing listing)) {
      problems.add(
          item,
          "found " + item.phrase(),
          "expected a list, such as [\"rate(exc) within 10% of 8 Hz\"]");
      return expectations;
    }
    ResultScope here = scopes.apply(run);
    ResultScope everywhere = whole == null ? null : scopes.apply(whole);
    for (Item element : listing.items()) {
      Item.Scalar claim =
          values.scalar(element, "a claim, such as \"rate(exc) within 10% of 8 Hz\"");
      if (claim != null) {
        try {
          expectations.add(Expectation.parse(claim.text(), claim.placeOf(0), here, everywhere));
        } catch (ExpressionException e) {
          ValueReader.report(problems, claim, e);
        }
      }
    }
    return List.copyOf(expectations);
  }

  /**
   * The stretches of a run that claims may call by name: phases and images that are whole.
   *
   * @param steps all phases of the protocol; the first begins with the recording of what is run
   * @param shown all that is shown
   * @param span what is recorded
   * @param known whether all of the protocol was understood
   */
  static NamedWindows windows(
      List<Step> steps, double begin, List<Presentation> shown, RunSettings span, boolean known) {
    List<NamedWindows.Window> windows = new ArrayList<>();
    List<TimeWindow> unrecorded = new ArrayList<>();
    double end = span.warmup() + span.duration();
    for (ProtocolTimes.Timed phase : ProtocolTimes.of(steps, begin, end)) {
      if (phase.whole()) {
        Step step = phase.step();
        windows.add(new NamedWindows.Window(step.name(), phase.time(), step.label()));
      }
      if (!phase.step().recorded()) {
        unrecorded.add(phase.time());
      }
    }
    for (Presentation each : within(shown, span)) {
      TimeWindow time = new TimeWindow(each.begin(), each.end());
      windows.add(new NamedWindows.Window(each.name(), time, each.label()));
    }
    return new NamedWindows(windows, unrecorded, known);
  }

  /** The phases of which is known what is shown in them. */
  static List<Presentation> labelled(List<Step> steps, RunSettings span) {
    double end = span.warmup() + span.duration();
    return ProtocolTimes.of(steps, span.warmup(), end).stream()
        .filter(phase -> phase.step().recorded() && phase.step().label() != null)
        .map(
            phase ->
                new Presentation(
                    phase.step().name(),
                    0,
                    phase.step().label(),
                    phase.time().start(),
                    phase.time().stop()))
        .toList();
  }

  /** Those that are shown from beginning to end while a run is recorded. */
  static List<Presentation> within(List<Presentation> shown, RunSettings span) {
    double end = span.warmup() + span.duration() + TimeWindow.ROUNDING;
    return shown.stream()
        .filter(each -> each.begin() >= span.warmup() - TimeWindow.ROUNDING)
        .filter(each -> each.end() <= end)
        .toList();
  }
}
