package org.hillock.scenario;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hillock.network.Network;
import org.hillock.scenario.quantity.Nanoseconds;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a scenario's protocol.
 *
 * @param name as the scenario calls it
 * @param label what is shown in it; null if nothing is, or nobody knows
 * @param trial which of the phases of that name it is, from 0 on
 * @param begin it takes the time after this moment [ms], warm-up included
 * @param end and up to this one [ms]
 * @param resets populations whose state variables, and projections whose weights, take their
 *     initial values again as it begins
 * @param recorded whether its spikes and samples are kept
 * @param network with the values that hold in it; its neurons are those of the scenario
 */
public record Phase(
    String name,
    @Nullable String label,
    int trial,
    double begin,
    double end,
    Set<String> resets,
    boolean recorded,
    Network network) {

  /** Copies the names. */
  public Phase {
    resets = Collections.unmodifiableSet(new LinkedHashSet<>(resets));
  }

  /** How long it is [ms], without what rounding has added to its ends. */
  public double duration() {
    return Nanoseconds.rounded(end - begin);
  }

  /** The same, or as much of it as is over by then [ms]. */
  Phase until(double time) {
    return new Phase(name, label, trial, begin, Math.min(end, time), resets, recorded, network);
  }

  /**
   * The longest time of which the beginnings and ends of all phases are multiples [ms]: in
   * continuous time they are where windows end.
   */
  public static double commonDivisor(List<Phase> phases) {
    return Nanoseconds.time(
        phases.stream()
            .flatMap(phase -> Stream.of(phase.begin(), phase.end()))
            .mapToLong(Nanoseconds::of)
            .reduce(0, Phase::commonDivisor));
  }

  private static long commonDivisor(long a, long b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }
}
