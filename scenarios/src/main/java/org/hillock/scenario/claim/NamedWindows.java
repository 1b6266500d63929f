package org.hillock.scenario.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hillock.analysis.LabelledTrial;
import org.hillock.analysis.TimeWindow;
import org.hillock.scenario.formula.Evaluator;
import org.hillock.scenario.formula.Expression;
import org.hillock.scenario.formula.ExpressionException;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of a run that claims may call by name: the phases of a protocol, and the times in which
 * images are shown; several may have one name, and are its trials.
 *
 * @param windows one after the other
 * @param unrecorded phases of which nothing is kept
 * @param known whether all of the protocol was understood
 */
public record NamedWindows(List<Window> windows, List<TimeWindow> unrecorded, boolean known) {

  /**
   * A stretch.
   *
   * @param label what is shown in it; null if nothing is, or nobody knows
   */
  public record Window(String name, TimeWindow time, @Nullable String label) {}

  /** Copies the list. */
  public NamedWindows {
    windows = List.copyOf(windows);
    unrecorded = List.copyOf(unrecorded);
  }

  /**
   * Those that the last argument of a measure names: all of a name, or one trial, such as {@code
   * test[2]}; none if it names none.
   */
  List<TimeWindow> named(List<Expression> arguments, Evaluator evaluator, Measure measure)
      throws ExpressionException {
    if (!known && !measure.accepts(arguments.size())) {
      throw ExpressionException.follows();
    }
    if (windows.isEmpty() || arguments.size() <= measure.neededBeforePhase()) {
      return List.of();
    }
    Expression last = arguments.get(arguments.size() - 1);
    if (last instanceof Expression.Elements elements && elements.single()) {
      List<TimeWindow> trials = called(elements.name());
      return trials.isEmpty() ? trials : List.of(trial(elements, trials, evaluator));
    }
    if (!(last instanceof Expression.Name plain)) {
      return List.of();
    }
    List<TimeWindow> trials = called(plain.name());
    if (trials.isEmpty() && !isParameter(plain, evaluator)) {
      List<String> names = windows.stream().map(Window::name).distinct().toList();
      throw MeasurementResolver.unknown(last, "phase", plain.name(), names);
    }
    return trials;
  }

  /** The trials of a name, of which must be known what was shown. */
  List<LabelledTrial> labelled(Expression argument) throws ExpressionException {
    if (!(argument instanceof Expression.Name plain)) {
      throw new ExpressionException(
          argument.at(), "found no name", "expected the name of images that are shown");
    }
    List<LabelledTrial> trials = new ArrayList<>();
    for (Window window : windows) {
      if (window.name().equals(plain.name()) && window.label() != null) {
        trials.add(new LabelledTrial(window.time(), window.label()));
      }
    }
    if (trials.isEmpty() && !called(plain.name()).isEmpty()) {
      throw new ExpressionException(
          argument.at(),
          "nobody knows what is shown in '" + plain.name() + "'",
          "expected images with labels");
    }
    if (trials.isEmpty()) {
      List<String> names =
          windows.stream()
              .filter(window -> window.label() != null)
              .map(Window::name)
              .distinct()
              .toList();
      throw MeasurementResolver.unknown(argument, "lot of images", plain.name(), names);
    }
    return trials;
  }

  /**
   * The trials that a word stands for: those of a phase or lot of this name, or one of them, such
   * as {@code test[2]}; else those with this label.
   *
   * @param lot whose labels are meant, or null for all
   */
  List<LabelledTrial> pattern(Expression argument, @Nullable Expression lot, Evaluator evaluator)
      throws ExpressionException {
    if (windows.isEmpty() && !known) {
      throw ExpressionException.follows();
    }
    if (lot == null
        && argument instanceof Expression.Elements elements
        && elements.single()
        && !called(elements.name()).isEmpty()) {
      TimeWindow one = trial(elements, called(elements.name()), evaluator);
      return List.of(new LabelledTrial(one, elements.name()));
    }
    String word = word(argument);
    List<LabelledTrial> all =
        lot == null ? windows.stream().map(NamedWindows::withLabelOrName).toList() : labelled(lot);
    boolean named = lot == null && !called(word).isEmpty();
    List<LabelledTrial> trials =
        named
            ? called(word).stream().map(time -> new LabelledTrial(time, word)).toList()
            : all.stream().filter(trial -> trial.label().equals(word)).toList();
    if (trials.isEmpty()) {
      List<String> words = new ArrayList<>();
      if (lot == null) {
        windows.stream().map(Window::name).distinct().forEach(words::add);
      }
      all.stream().map(LabelledTrial::label).distinct().forEach(words::add);
      throw MeasurementResolver.unknown(
          argument, "phase or label", word, words.stream().distinct().toList());
    }
    return oneAfterTheOther(trials, argument.at());
  }

  private static LabelledTrial withLabelOrName(Window window) {
    return new LabelledTrial(
        window.time(), window.label() == null ? window.name() : window.label());
  }

  private static String word(Expression argument) throws ExpressionException {
    if (argument instanceof Expression.Name plain) {
      return plain.name();
    }
    if (argument instanceof Expression.Quoted quoted) {
      return quoted.text();
    }
    throw new ExpressionException(
        argument.at(),
        "found no name",
        "expected the name of a phase, or a label of what is shown");
  }

  /** A stretch of which nothing is kept, if some time reaches into one. */
  Optional<TimeWindow> unrecordedWithin(TimeWindow time) {
    return unrecorded.stream()
        .filter(
            gap ->
                gap.start() < time.stop() - TimeWindow.ROUNDING
                    && time.start() < gap.stop() - TimeWindow.ROUNDING)
        .findFirst();
  }

  /** All of them, with their names as what is shown. */
  List<LabelledTrial> conditions(int at) throws ExpressionException {
    if (windows.isEmpty() && !known) {
      throw ExpressionException.follows();
    }
    if (windows.isEmpty()) {
      throw new ExpressionException(
          at,
          "nothing is shown and there are no phases",
          "expected images with labels, or a protocol");
    }
    return oneAfterTheOther(
        windows.stream().map(window -> new LabelledTrial(window.time(), window.name())).toList(),
        at);
  }

  private static List<LabelledTrial> oneAfterTheOther(List<LabelledTrial> some, int at)
      throws ExpressionException {
    List<LabelledTrial> trials =
        some.stream().sorted(Comparator.comparingDouble(trial -> trial.time().start())).toList();
    for (int i = 1; i < trials.size(); i++) {
      double before = trials.get(i - 1).time().stop();
      if (trials.get(i).time().start() < before - TimeWindow.ROUNDING) {
        throw new ExpressionException(
            at, "phases and images go on at the same time", "expected the name of a lot of images");
      }
    }
    return trials;
  }

  private List<TimeWindow> called(String name) {
    return windows.stream().filter(window -> window.name().equals(name)).map(Window::time).toList();
  }

  private static TimeWindow trial(
      Expression.Elements named, List<TimeWindow> trials, Evaluator evaluator)
      throws ExpressionException {
    int trial = MeasurementResolver.synapse(named, evaluator);
    if (trial >= trials.size()) {
      throw new ExpressionException(
          named.at(),
          "found trial " + trial + " of '" + named.name() + "'",
          "expected one from 0 to " + (trials.size() - 1));
    }
    return trials.get(trial);
  }

  private static boolean isParameter(Expression.Name name, Evaluator evaluator) {
    try {
      evaluator.evaluate(name);
      return true;
    } catch (ExpressionException e) {
      return false;
    }
  }
}
