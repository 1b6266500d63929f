package org.hillock.cause;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hillock.record.TraceTable;

/**
 * Where the potential of a neuron came from, at the moment of a spike, before its reset.
 *
 * @param neuron such as {@code exc[17]}
 * @param time of the spike [ms]
 * @param potential V - E_L [mV]
 * @param threshold the potential at which it fires, relative to rest [mV]; empty if it moves
 * @param contributions of spikes that arrived, in order of arrival, as far as anything is left of
 *     them
 * @param rest the potential of rest, E_L [mV]
 * @param others what else made something of it, by name: currents, the beginning, resets [mV]
 * @param weightUnit unit of the weights of what arrived, such as pA
 * @param misfit by how much the same account of the last sample before differs from what was
 *     recorded [mV]
 * @param trace V_m as it was recorded
 */
public record Explanation(
    String neuron,
    double time,
    double potential,
    double rest,
    OptionalDouble threshold,
    List<Contribution> contributions,
    Map<String, Double> others,
    String weightUnit,
    double misfit,
    TraceTable trace) {

  /**
   * Spikes of one way and receptor together.
   *
   * @param way the projection or input
   * @param receptor empty where there is only one
   * @param spikes how many; of those from outside, in how many moments
   * @param potential what all of them made [mV]
   */
  public record Sum(String way, String receptor, int spikes, double potential) {}

  /** Sums by way and receptor, those that made most first, in either direction. */
  public List<Sum> sums() {
    Map<String, Sum> sums = new LinkedHashMap<>();
    for (Contribution each : contributions) {
      sums.merge(
          each.way() + "\n" + each.receptor(),
          new Sum(each.way(), each.receptor(), 1, each.potential()),
          (a, b) -> new Sum(a.way, a.receptor, a.spikes + b.spikes, a.potential + b.potential));
    }
    List<Sum> ordered = new ArrayList<>(sums.values());
    ordered.sort((a, b) -> Double.compare(Math.abs(b.potential), Math.abs(a.potential)));
    return ordered;
  }

  /** The spikes that made most, in either direction. */
  public List<Contribution> largest(int most) {
    List<Contribution> ordered = new ArrayList<>(contributions);
    ordered.sort((a, b) -> Double.compare(Math.abs(b.potential()), Math.abs(a.potential())));
    return ordered.subList(0, Math.min(most, ordered.size()));
  }
}
