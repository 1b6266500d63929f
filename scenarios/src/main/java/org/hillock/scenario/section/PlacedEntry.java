package org.hillock.scenario.section;

import java.util.List;
import java.util.Objects;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.GridTime;
import org.hillock.network.ByPlace;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Interval;
import org.hillock.network.Mask;
import org.hillock.network.NeuronRange;
import org.hillock.network.Positions;
import org.hillock.network.Profile;
import org.hillock.network.Reach;
import org.hillock.scenario.formula.PlaceFormula;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What one entry of {@code synapses} says of places, for each of its pairs of source and target:
 * these may have other places, so that the same formula has other bounds.
 */
final class PlacedEntry {

  private static final MeasurementUnit MS = MeasurementUnit.MILLISECOND;

  private final Fields fields;
  private final @Nullable Mask mask;
  private final Targets targets;
  private final Problems problems;
  private final double step;
  private @Nullable Chosen chance;
  private @Nullable Chosen weight;
  private @Nullable Chosen delay;

  /**
   * A value that follows from places.
   *
   * @param item where it stands
   * @param formula of the way
   * @param drawn what it multiplies
   */
  record Chosen(Item item, PlaceFormula formula, Distribution drawn) {}

  PlacedEntry(Fields fields, @Nullable Mask mask, Targets targets, Problems problems, double step) {
    this.fields = fields;
    this.mask = mask;
    this.targets = targets;
    this.problems = problems;
    this.step = step;
  }

  void chance(Chosen chosen) {
    chance = chosen;
  }

  void weight(Chosen chosen) {
    weight = chosen;
  }

  void delay(Chosen chosen) {
    delay = chosen;
  }

  /** Whether there are places for all that is said of them; reports if not. */
  boolean leads(List<NeuronRange> from, List<NeuronRange> to) {
    Item maskItem = fields.get(PlaceKeys.MASK.name());
    if (maskItem != null && !leads(maskItem, "a mask", from, to)) {
      return false;
    }
    boolean led = true;
    for (Chosen chosen : new @Nullable Chosen[] {chance, weight, delay}) {
      led &= chosen == null || leads(chosen.item(), "a distance", from, to) && axes(chosen, from);
    }
    return led;
  }

  private boolean leads(Item item, String what, List<NeuronRange> from, List<NeuronRange> to) {
    for (NeuronRange source : from) {
      for (NeuronRange target : to) {
        String fault = fault(item, what, source.population(), target.population());
        if (fault != null) {
          return false;
        }
      }
    }
    return true;
  }

  private @Nullable String fault(Item item, String what, String from, String to) {
    Positions sources = targets.positions(from);
    Positions reached = targets.positions(to);
    String found = null;
    String allowed = "";
    if (sources == null || reached == null) {
      String placeless = sources == null ? from : to;
      found = "found " + what + ", but " + placeless + " has no positions";
      allowed =
          "expected 'positions' in neurons."
              + placeless
              + ", such as {grid: [5, 5], extent: [1 mm, 1"
              + " mm]}";
    } else if (sources.dimensions() != reached.dimensions()) {
      found =
          "found "
              + what
              + " between "
              + from
              + " in "
              + sources.dimensions()
              + " and "
              + to
              + " in "
              + reached.dimensions()
              + " dimensions";
      allowed = "expected positions of as many coordinates";
    } else if (!Objects.equals(sources.period(), reached.period())) {
      found = "found " + what + " between " + from + " and " + to + " with different borders";
      allowed = "expected the same extent, center and edge_wrap in the positions of both";
    } else if (mask != null && !mask.has(sources.dimensions())) {
      found =
          "found a "
              + mask.shape()
              + " mask, but "
              + from
              + " has positions of "
              + sources.dimensions()
              + (sources.dimensions() == 1 ? " coordinate" : " coordinates");
      allowed = "expected a mask of as many dimensions";
    }
    if (found != null) {
      problems.add(item, found, allowed);
    }
    return found;
  }

  private boolean axes(Chosen chosen, List<NeuronRange> from) {
    for (NeuronRange source : from) {
      Positions sources = targets.positions(source.population());
      if (sources != null && sources.dimensions() < chosen.formula().axes()) {
        problems.add(
            chosen.item(),
            "found "
                + PlaceFormula.NAMES.get(chosen.formula().axes())
                + ", but "
                + source.population()
                + " has positions of "
                + sources.dimensions()
                + (sources.dimensions() == 1 ? " coordinate" : " coordinates"),
            "expected d, the distance, or a part of the way that there is");
        return false;
      }
    }
    return true;
  }

  private Reach reach(NeuronRange source, NeuronRange target, Profile profile) {
    Positions sources = Objects.requireNonNull(targets.positions(source.population()));
    Positions reached = Objects.requireNonNull(targets.positions(target.population()));
    return new Reach(sources, source, reached, target, mask, profile);
  }

  /** The rule between two ranges. */
  ConnectionRule rule(ConnectionRule plain, NeuronRange source, NeuronRange target) {
    Chosen chosen = chance;
    return chosen == null && mask == null
        ? plain
        : plain.within(reach(source, target, chosen == null ? Profile.ONE : chosen.formula()));
  }

  /** The weight of synapses between two ranges. */
  Distribution weight(Distribution plain, NeuronRange source, NeuronRange target) {
    return value(weight, plain, source, target);
  }

  /** The delay of synapses between two ranges. */
  Distribution delay(Distribution plain, NeuronRange source, NeuronRange target) {
    return value(delay, plain, source, target);
  }

  private Distribution value(
      @Nullable Chosen chosen, Distribution plain, NeuronRange source, NeuronRange target) {
    return chosen == null
        ? plain
        : new ByPlace(chosen.drawn(), reach(source, target, chosen.formula()));
  }

  /**
   * Between which bounds the weights of all pairs lie, as a distribution by which they can be
   * checked; null after a problem was reported.
   */
  @Nullable Distribution weights(List<NeuronRange> from, List<NeuronRange> to) {
    return weight == null ? null : span(weight, "weights", from, to);
  }

  /** The same of delays, which have to fit the grid. */
  @Nullable Distribution delays(List<NeuronRange> from, List<NeuronRange> to) {
    Distribution span = delay == null ? null : span(delay, "delays", from, to);
    if (delay == null || span == null) {
      return null;
    }
    double least = step == 0 ? 0 : step;
    double most = step == 0 ? Double.POSITIVE_INFINITY : RunSettings.MAX_DELAY_STEPS * step;
    boolean tooShort = step == 0 ? span.min() < 0 : GridTime.index(span.min(), step) < 1;
    if (tooShort || span.max() > most) {
      problems.add(
          delay.item(),
          "found delays from "
              + Numbers.rounded(span.min(), MS)
              + " to "
              + Numbers.rounded(span.max(), MS)
              + " over the distances that there are",
          tooShort
              ? "expected at least "
                  + Numbers.text(least, MS)
                  + "; max("
                  + Numbers.text(least, MS)
                  + ", ...) keeps them there"
              : "expected at most "
                  + RunSettings.MAX_DELAY_STEPS
                  + " steps, "
                  + Numbers.rounded(most, MS));
      return null;
    }
    return span;
  }

  private @Nullable Distribution span(
      Chosen chosen, String what, List<NeuronRange> from, List<NeuronRange> to) {
    Interval span = null;
    for (NeuronRange source : from) {
      for (NeuronRange target : to) {
        Interval bounds = reach(source, target, chosen.formula()).bounds();
        if (!bounds.finite()) {
          problems.add(
              chosen.item(),
              "found "
                  + what
                  + " that are not finite for all distances between "
                  + source
                  + " and "
                  + target,
              "expected finite " + what + "; max(d, 1 um) keeps a distance above 0");
          return null;
        }
        Distribution drawn = chosen.drawn();
        Interval values = bounds.times(new Interval(drawn.min(), drawn.max()));
        span = span == null ? values : span.with(values);
      }
    }
    return span == null
        ? null
        : span.low() == span.high()
            ? Distribution.of(span.low())
            : new Distribution.Uniform(span.low(), span.high());
  }
}
