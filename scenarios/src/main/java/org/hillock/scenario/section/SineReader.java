package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.List;
import org.hillock.network.SineWaves;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;

/** Reads {@code waves:} of an input of sines. */
final class SineReader {

  private static final int LEAST = 2;
  private static final int MOST = 3;

  private final ValueReader values;
  private final Problems problems;

  SineReader(ValueReader values) {
    this.values = values;
    this.problems = values.problems();
  }

  /**
   * The waves; none after a problem was reported.
   *
   * @param unit of their amplitudes
   */
  List<SineWaves.Wave> read(Item item, MeasurementUnit unit) {
    List<SineWaves.Wave> waves = new ArrayList<>();
    if (!(item instanceof Item.Listing listing) || listing.items().isEmpty()) {
      problems.add(
          item,
          "found " + item.phrase(),
          "expected [[amplitude, period, phase], ...], one or more");
      return waves;
    }
    boolean whole = true;
    for (Item element : listing.items()) {
      List<Item> parts = element instanceof Item.Listing wave ? wave.items() : List.of();
      if (parts.size() < LEAST || parts.size() > MOST) {
        problems.add(
            element,
            "found " + element.phrase(),
            "expected amplitude, period and phase in rad, such as [0.5, 200 ms, 1.2]");
        whole = false;
        continue;
      }
      Double amplitude = values.number(parts.get(0), unit);
      Double period = values.number(parts.get(1), MeasurementUnit.MILLISECOND);
      Double phase =
          parts.size() < MOST ? (Double) 0.0 : values.number(parts.get(2), MeasurementUnit.NONE);
      if (period != null && !(period > 0)) {
        problems.add(parts.get(1), "found " + parts.get(1).phrase(), "expected more than 0 ms");
        period = null;
      }
      whole &= amplitude != null && period != null && phase != null;
      if (amplitude != null && period != null && phase != null) {
        waves.add(new SineWaves.Wave(amplitude, period, phase));
      }
    }
    return whole ? waves : List.of();
  }
}
