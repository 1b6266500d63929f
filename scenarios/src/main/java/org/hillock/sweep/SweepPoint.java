package org.hillock.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One run of a sweep.
 *
 * @param index its place in the order of the grid, from 0
 * @param values what is set, by the name of the axis
 * @param seed of its random numbers
 */
public record SweepPoint(int index, Map<String, String> values, long seed) {

  /** Copies what could change. */
  public SweepPoint {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  @Override
  public String toString() {
    String set =
        values.entrySet().stream()
            .map(value -> value.getKey() + " = " + value.getValue() + ", ")
            .collect(Collectors.joining());
    return set + "seed " + seed;
  }
}
