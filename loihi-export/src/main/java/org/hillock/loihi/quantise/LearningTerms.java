package org.hillock.loihi.quantise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.emulate.learning.LearningProfile;
import org.hillock.model.ProductForm;

/**
 * The sizes of traces and factors with which a chip's learning engine does what a sum of products
 * asks for. A term c K_pre K_post w becomes m 2^e x y w, so that m 2^e times the impulses of its
 * traces is c, times the mantissa of W_max where the weight is no factor.
 *
 * <p>A trace of the side that does not spike takes the impulse with which the largest of its terms
 * comes out exactly; other terms of it come as near as their factors go. A trace of the side that
 * spikes already holds the spike itself, so its impulse, a whole number, is taken off: {@code (y2 -
 * 16)}.
 */
final class LearningTerms {

  /** Impulses of traces whose own spikes ask for them. */
  private static final int[] OWN_IMPULSES = {16, 8, 4};

  private static final int[] MANTISSAS = {1, 3, 5, 7};
  private static final int LEAST_EXPONENT = -20;
  private static final int MOST_EXPONENT = 8;

  /** How far a term without a trace may be off. */
  private static final double MOST_ERROR_OF_CONSTANT = 0.05;

  /** How far messages look for what would go: factors of 2. */
  private static final int FARTHEST = 40;

  private final String place;
  private final int largest;
  private final double[] x = new double[LearningProfile.X];
  private final double[] y = new double[LearningProfile.Y];
  private final List<ChipTerm> terms = new ArrayList<>();

  /**
   * @param place the plasticity
   * @param largest mantissa of |W_max|
   * @throws MappingException if the chip cannot
   */
  LearningTerms(String place, ProductForm.Sum sum, int largest) {
    this.place = place;
    this.largest = largest;
    Map<List<Object>, List<ChipTerm>> groups =
        Stream.concat(
                sum.atPost().stream().map(term -> ChipTerm.of(term, true)),
                sum.atPre().stream().map(term -> ChipTerm.of(term, false)))
            .collect(
                Collectors.groupingBy(
                    term -> List.of(term.atPost(), term.other()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    groups.values().forEach(this::fit);
  }

  /** Impulses of the traces of the source, else of the target; 0 for traces without use. */
  double[] impulses(boolean ofSource) {
    return (ofSource ? x : y).clone();
  }

  /**
   * The sum in the words of the chip. Of the terms of one spike those come first that make weights
   * smaller, since the engine clips after each: a weight at W_max could not grow first and shrink
   * then by as much.
   *
   * @param inhibitory whether weights are below 0
   */
  String text(boolean inhibitory) {
    String text =
        terms.stream()
            .sorted(
                Comparator.comparing((ChipTerm term) -> !term.atPost())
                    .thenComparing(term -> term.term().coefficient() > 0))
            .map(term -> term.text(inhibitory))
            .collect(Collectors.joining(" "));
    return text.replaceFirst("^\\+ ", "").replaceFirst("^- ", "-");
  }

  /** Terms of one trace of the side that does not spike, or of none. */
  private void fit(List<ChipTerm> group) {
    if (group.get(0).other() < 0) {
      group.forEach(term -> terms.add(constant(term)));
      return;
    }
    ChipTerm main = Collections.max(group, Comparator.comparingDouble(ChipTerm::size));
    TraceFit best = best(group, main, 1);
    if (!best.good()) {
      throw impossible(group, main);
    }
    terms.addAll(best.terms());
    for (ChipTerm term : best.terms()) {
      set(term.atPost() ? x : y, term.other(), best.impulse());
      if (term.own() >= 0) {
        set(term.atPost() ? y : x, term.own(), term.ownImpulse());
      }
    }
  }

  private void set(double[] traces, int trace, double impulse) {
    if (traces[trace] != 0 && traces[trace] != impulse) {
      throw new MappingException(
          place,
          "traces",
          "one in products of different sizes",
          "one size for each",
          "a rule whose products share no traces, or " + MappingException.FIXED_WEIGHTS);
    }
    traces[trace] = impulse;
  }

  /**
   * The best choice for terms that share a trace.
   *
   * @param scale of what is wanted of all of them
   */
  private TraceFit best(List<ChipTerm> group, ChipTerm main, double scale) {
    TraceFit best = TraceFit.NONE;
    for (int own : OWN_IMPULSES) {
      for (int mantissa : MANTISSAS) {
        for (int exponent = LEAST_EXPONENT; exponent <= MOST_EXPONENT; exponent++) {
          ChipTerm chosen = main.with(mantissa, exponent, own);
          TraceFit next = TraceFit.of(group, main, chosen, scale, largest);
          best = next.loss() < best.loss() ? next : best;
        }
      }
    }
    return best;
  }

  private ChipTerm constant(ChipTerm term) {
    double wanted = term.step(largest);
    ChipTerm found = term.nearestConstant(wanted);
    if (Math.abs(found.factor() - wanted) > MOST_ERROR_OF_CONSTANT * wanted) {
      double nearest = found.factor() / wanted * term.size();
      throw new MappingException(
          place,
          "change at a spike",
          String.format(Locale.ROOT, "%s = %.4g", term.term().name(), term.size()),
          String.format(Locale.ROOT, "%.4g nearest to it", nearest),
          String.format(Locale.ROOT, "%s = %.4g", term.term().name(), nearest));
    }
    return found;
  }

  private MappingException impossible(List<ChipTerm> group, ChipTerm main) {
    double goes = 1;
    for (int i = 1; i <= FARTHEST && goes == 1; i++) {
      for (double scale : new double[] {Math.scalb(1.0, i), Math.scalb(1.0, -i)}) {
        goes = goes == 1 && best(group, main, scale).good() ? scale : goes;
      }
    }
    boolean small = goes > 1;
    double fails = small ? goes / 2 : goes * 2;
    for (int i = 0; i < FARTHEST; i++) {
      double middle = Math.sqrt(fails * goes);
      boolean good = best(group, main, middle).good();
      goes = good ? middle : goes;
      fails = good ? fails : middle;
    }
    String name = main.term().name();
    String size = small ? "small" : "large";
    return new MappingException(
        place,
        "step of a spike pair",
        String.format(Locale.ROOT, "%s = %.4g, too %s for its traces", name, main.size(), size),
        String.format(
            Locale.ROOT,
            "traces of whole numbers that jump by %.0f to %.0f",
            TraceFit.LEAST_IMPULSE,
            TraceFit.MOST_IMPULSE),
        String.format(
            Locale.ROOT, "%s of at %s %.2g", name, small ? "least" : "most", main.size() * goes));
  }
}
