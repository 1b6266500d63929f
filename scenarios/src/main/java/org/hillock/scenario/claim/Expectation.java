package org.hillock.scenario.claim;

import java.util.OptionalDouble;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Network;
import org.hillock.scenario.claim.Verdict.Outcome;
import org.hillock.scenario.formula.Evaluator;
import org.hillock.scenario.formula.Expression;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.formula.ExpressionParser;
import org.hillock.scenario.formula.Tokens.Kind;
import org.hillock.scenario.formula.Tokens.Token;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * A claim that can be checked after the run:
 *
 * <pre>
 *   left within tolerance of right     the tolerance in percent of the right side, or as a quantity
 *   left between low and high          both included
 *   left &lt; right, &lt;=, &gt;, &gt;=, ==
 * </pre>
 *
 * <p>The sides are expressions over parameters and over measures of the results, see {@link
 * Measure}.
 */
public final class Expectation {

  private final String text;
  private final int line;
  private final int column;
  private final ResultScope scope;
  private final String relation;
  private final Expression left;
  private final Expression right;
  private final @Nullable Expression third;
  private final boolean relative;
  private final int wordAt;
  private final boolean outside;

  private Expectation(
      String text,
      int wordAt,
      Place place,
      ResultScope scope,
      String relation,
      Expression left,
      Expression right,
      @Nullable Expression third,
      boolean relative,
      boolean outside) {
    this.text = text;
    this.wordAt = wordAt;
    this.line = place.line();
    this.column = place.column();
    this.scope = scope;
    this.relation = relation;
    this.left = left;
    this.right = right;
    this.third = third;
    this.relative = relative;
    this.outside = outside;
  }

  /** As written. */
  public String text() {
    return text;
  }

  /** What it says something of: the left side. */
  public MeasuredExpression measured() {
    try {
      String side = text.substring(0, wordAt).strip();
      return MeasuredExpression.of(side, left, scope, !outside);
    } catch (ExpressionException e) {
      throw new IllegalStateException(e); // it was evaluated when the claim was read
    }
  }

  /** What it says of that, such as {@code within 10% of 8 Hz}. */
  public String expected() {
    return text.substring(wordAt).strip();
  }

  /** Line in the scenario file, from 1. */
  public int line() {
    return line;
  }

  /** Column in the scenario file, from 1. */
  public int column() {
    return column;
  }

  /**
   * Reads an expectation of a run that may record less than its file says. What makes sense of the
   * whole only is outside of the run: {@link #check} will tell so, and not measure it.
   *
   * @param scope of the run, without results
   * @param whole of all that the file says; null if that is the run
   * @throws ExpressionException if it does not make sense of the whole either
   */
  public static Expectation parse(
      String text, Place place, ResultScope scope, @Nullable ResultScope whole)
      throws ExpressionException {
    if (whole == null) {
      return parse(text, place, scope);
    }
    try {
      return parse(text, place, scope);
    } catch (ExpressionException e) {
      return parse(text, place, whole, true);
    }
  }

  /**
   * Reads an expectation and checks that it makes sense.
   *
   * @param scope without results
   */
  public static Expectation parse(String text, Place place, ResultScope scope)
      throws ExpressionException {
    return parse(text, place, scope, false);
  }

  private static Expectation parse(String text, Place place, ResultScope scope, boolean outside)
      throws ExpressionException {
    ExpressionParser parser = new ExpressionParser(text, scope.names()::contains);
    Expression left = parser.sum();
    Token word = parser.tokens().take();
    Expression right;
    Expression third = null;
    boolean relative = false;
    int at = word.at();
    if (word.isName("within")) {
      third = parser.sum();
      relative = third instanceof Expression.Literal literal && literal.percent();
      keyword(parser, "of", "left within 10% of right");
      right = parser.sum();
    } else if (word.isName("between")) {
      right = parser.sum();
      keyword(parser, "and", "left between low and high");
      third = parser.sum();
    } else if (word.kind() == Kind.SYMBOL && "< <= > >= ==".contains(word.text())) {
      right = parser.sum();
    } else {
      throw new ExpressionException(
          Math.min(at, Math.max(0, text.length() - 1)),
          word.kind() == Kind.END ? "no comparison" : "unexpected '" + word.text() + "'",
          "expected 'within 10% of', 'between ... and ...', or one of < <= > >= ==");
    }
    parser.expectEnd();
    Expectation expectation =
        new Expectation(text, at, place, scope, word.text(), left, right, third, relative, outside);
    expectation.checkKinds();
    return expectation;
  }

  private static void keyword(ExpressionParser parser, String keyword, String form)
      throws ExpressionException {
    Token token = parser.tokens().take();
    if (!token.isName(keyword)) {
      throw new ExpressionException(
          token.at(),
          token.kind() == Kind.END
              ? "'" + keyword + "' is missing"
              : "found '" + token.text() + "' instead of '" + keyword + "'",
          "expected " + form);
    }
  }

  private void checkKinds() throws ExpressionException {
    Evaluator evaluator = new Evaluator(scope);
    Quantity value = evaluator.quantity(left);
    Quantity other = evaluator.quantity(right);
    if (!value.dimension().equals(other.dimension())) {
      throw new ExpressionException(
          right.at(), "cannot compare " + value.phrase() + " with " + other.phrase(), "");
    }
    if (third != null) {
      Quantity last = evaluator.quantity(third);
      if (!relative && !last.dimension().equals(value.dimension())) {
        String percent = relation.equals("within") ? "a percentage such as 10%, or " : "";
        throw new ExpressionException(
            third.at(), "found " + last.phrase(), "expected " + percent + value.phrase());
      }
      if (relation.equals("within") && !(last.value() >= 0) && !Double.isNaN(last.value())) {
        throw new ExpressionException(third.at(), "a negative tolerance", "");
      }
    }
  }

  /** Whether it is about what the run does not record, though its file does. */
  public boolean outside() {
    return outside;
  }

  /**
   * The rate that is claimed for a population [Hz], if the claim is about that and the number is
   * known before the run.
   */
  public OptionalDouble claimedRate(String population) {
    boolean about =
        left instanceof Expression.Call call
            && call.function().equals("rate")
            && call.arguments().get(0) instanceof Expression.Name name
            && name.name().equals(population);
    if (!about || !(relation.equals("within") || relation.equals("between"))) {
      return OptionalDouble.empty();
    }
    try {
      Evaluator evaluator = new Evaluator(scope);
      Quantity first = evaluator.quantity(right);
      MeasurementUnit hertz = MeasurementUnit.canonical(first.dimension());
      double rate =
          relation.equals("within") || third == null
              ? first.in(hertz)
              : (first.in(hertz) + evaluator.quantity(third).in(hertz)) / 2;
      return rate >= 0 && Double.isFinite(rate) ? OptionalDouble.of(rate) : OptionalDouble.empty();
    } catch (ExpressionException e) {
      return OptionalDouble.empty();
    }
  }

  /**
   * Checks the claim against the results of a run. What cannot be measured, such as the mean
   * interval of a neuron that never fired, never passes; nor does what is infinite. What is outside
   * of a run that records less than its file says neither passes nor fails.
   *
   * @param result what the run gave
   * @param network that was run
   * @param settings how it was run
   */
  public Verdict check(RunResult result, Network network, RunSettings settings) {
    return check(Findings.of(result), network, settings);
  }

  /** The same, of a run whose record may be in files. */
  public Verdict check(Findings result, Network network, RunSettings settings) {
    if (outside) {
      return Verdict.outside(text);
    }
    try {
      Evaluator evaluator = new Evaluator(scope.with(result, network, settings));
      Quantity value = evaluator.quantity(left);
      Quantity other = evaluator.quantity(right);
      Quantity last = third == null ? value : evaluator.quantity(third);
      MeasurementUnit unit = MeasurementUnit.canonical(value.dimension());
      double number = value.in(unit);
      boolean passed = Double.isFinite(number) && holds(value, other, last);
      Outcome outcome = passed ? Outcome.HOLDS : Outcome.FAILS;
      return new Verdict(text, number, Numbers.rounded(number, unit), outcome);
    } catch (ExpressionException e) {
      return new Verdict(text, Double.NaN, "no value: " + e.found(), Outcome.FAILS);
    }
  }

  private boolean holds(Quantity value, Quantity other, Quantity last) {
    switch (relation) {
      case "within":
        MeasurementUnit unit = MeasurementUnit.canonical(value.dimension());
        double expected = other.in(unit);
        double tolerance = relative ? last.plain() * Math.abs(expected) : last.in(unit);
        return Math.abs(value.in(unit) - expected) <= tolerance;
      case "between":
        return Evaluator.compare(">=", value, other) && Evaluator.compare("<=", value, last);
      default:
        return Evaluator.compare(relation, value, other);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
