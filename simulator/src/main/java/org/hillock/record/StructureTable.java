package org.hillock.record;

import java.util.Arrays;
import java.util.List;

/**
 * How the wiring changed: what there was after each change.
 *
 * @param times when the wiring changed [ms]; 0 for the beginning
 * @param synapses how many each growing projection had
 * @param calcium of the populations that grow
 * @param elements of each kind of synaptic element
 * @param wiring the synapses that there are at the end, of each growing projection
 */
public record StructureTable(
    double[] times,
    List<Synapses> synapses,
    List<Calcium> calcium,
    List<Elements> elements,
    List<WiringTable> wiring) {

  /** Without the synapses of the end. */
  public StructureTable(
      double[] times, List<Synapses> synapses, List<Calcium> calcium, List<Elements> elements) {
    this(times, synapses, calcium, elements, List.of());
  }

  /** Nothing, since it was not asked for or nothing grows. */
  public static StructureTable nothing() {
    return new StructureTable(new double[0], List.of(), List.of(), List.of());
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return synapses.isEmpty();
  }

  /** The samples from one place to another, exclusive. */
  public StructureTable between(int from, int to) {
    return new StructureTable(
        Arrays.copyOfRange(times, from, to),
        synapses.stream()
            .map(
                one ->
                    new Synapses(
                        one.projection(),
                        one.source(),
                        one.target(),
                        Arrays.copyOfRange(one.counts(), from, to)))
            .toList(),
        calcium.stream()
            .map(one -> new Calcium(one.population(), Arrays.copyOfRange(one.means(), from, to)))
            .toList(),
        elements.stream()
            .map(
                one ->
                    new Elements(
                        one.population(),
                        one.element(),
                        Arrays.copyOfRange(one.means(), from, to),
                        Arrays.copyOfRange(one.connected(), from, to)))
            .toList());
  }

  /**
   * Synapses of a projection.
   *
   * @param projection its name
   * @param source name of the source population
   * @param target name of the target population
   * @param counts at each of the times
   */
  public record Synapses(String projection, String source, String target, long[] counts) {}

  /**
   * Calcium of a population.
   *
   * @param population its name
   * @param means over its neurons, at each of the times
   */
  public record Calcium(String population, double[] means) {}

  /**
   * Synaptic elements of one kind of a population, per neuron.
   *
   * @param population its name
   * @param element the kind
   * @param means how many there are, at each of the times
   * @param connected how many of them are part of a synapse
   */
  public record Elements(String population, String element, double[] means, double[] connected) {}
}
