package org.hillock.loihi.write;

import java.util.EnumMap;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.stream.IntStream;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.Limit;

/**
 * How much of a resource the cores in use take.
 *
 * @param min of the emptiest core
 * @param mean over cores
 * @param max of the fullest core
 */
public record Usage(long min, double mean, long max) {

  /** The usage of every resource that the chip has. */
  public static Map<Limit, Usage> of(Mapping mapping) {
    Map<Limit, Usage> all = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.of(mapping.profile())) {
      LongSummaryStatistics statistics =
          IntStream.range(0, mapping.cores())
              .mapToLong(core -> mapping.used(core, limit))
              .summaryStatistics();
      all.put(limit, new Usage(statistics.getMin(), statistics.getAverage(), statistics.getMax()));
    }
    return all;
  }
}
