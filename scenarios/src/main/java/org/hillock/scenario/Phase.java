package org.hillock.scenario;

import java.util.List;
import java.util.stream.Stream;
import org.hillock.network.Network;

/**
 * A stretch of a scenario's protocol.
 *
 * @param name as the scenario calls it
 * @param trial which of the phases of that name it is, from 0 on
 * @param begin it takes the time after this moment [ms], warm-up included
 * @param end and up to this one [ms]
 * @param network with the values that hold in it; its neurons are those of the scenario
 */
public record Phase(String name, int trial, double begin, double end, Network network) {

  private static final double NANOSECONDS = 1e6; // in a millisecond

  /**
   * The longest time of which the beginnings and ends of all phases are multiples [ms]: in
   * continuous time they are where windows end.
   */
  public static double commonDivisor(List<Phase> phases) {
    return phases.stream()
            .flatMap(phase -> Stream.of(phase.begin(), phase.end()))
            .mapToLong(time -> Math.round(time * NANOSECONDS))
            .reduce(0, Phase::commonDivisor)
        / NANOSECONDS;
  }

  private static long commonDivisor(long a, long b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }
}
