package org.hillock.loihi.quantise;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes do with the synapse formats that a core has. Pathways that happen to agree share a format;
 * if there are still too many, they are made to agree: first in the range of delays, then, among
 * weights of the same signs, in the exponent, which costs the smaller weights precision.
 */
public final class FormatTable {

  private FormatTable() {}

  /**
   * The formats to use.
   *
   * @param wanted one a pathway
   * @param most how many different ones there may be
   * @return one a pathway
   */
  public static List<WeightFormat> fit(List<WeightFormat> wanted, int most, int fullBits) {
    if (different(wanted) <= most) {
      return wanted;
    }
    int delay = wanted.stream().mapToInt(WeightFormat::delayMax).max().orElse(0);
    List<WeightFormat> sameDelays = new ArrayList<>();
    for (WeightFormat format : wanted) {
      sameDelays.add(format.withDelayMax(delay));
    }
    if (different(sameDelays) <= most) {
      return sameDelays;
    }
    List<WeightFormat> sameExponents = new ArrayList<>();
    for (WeightFormat format : sameDelays) {
      int exponent =
          sameDelays.stream()
              .filter(other -> other.learning() == null)
              .filter(other -> other.signMode() == format.signMode())
              .mapToInt(WeightFormat::exponent)
              .max()
              .orElse(0);
      sameExponents.add(
          format.learning() != null
              ? format
              : new WeightFormat(exponent, fullBits, format.signMode(), delay)
                  .withCoarseBits(format.coarseBits()));
    }
    return sameExponents;
  }

  private static long different(List<WeightFormat> formats) {
    return formats.stream().distinct().count();
  }
}
