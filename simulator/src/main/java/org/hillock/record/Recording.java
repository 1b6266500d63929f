package org.hillock.record;

import java.util.Arrays;
import java.util.List;
import org.hillock.network.NeuronRange;

/**
 * What to record, after the warm-up.
 *
 * @param spikes ranges of neurons whose spikes are kept
 * @param traces state variables to sample
 * @param weights plastic or static weights to sample
 * @param rates population rates to keep as binned counts
 * @param structure whether to keep how many synapses and synaptic elements there are after each
 *     change of the wiring
 * @param modulators what modulating neurons leave behind, to sample
 * @param streamed whether what is recorded goes to files while the run goes on, and takes memory
 *     only on its way there
 */
public record Recording(
    List<NeuronRange> spikes,
    List<Trace> traces,
    List<Weights> weights,
    List<Rate> rates,
    boolean structure,
    List<Modulators> modulators,
    boolean streamed) {

  /** Times that are as near as this are the same but for rounding [ms]. */
  private static final double SAME_MOMENT = 1e-6;

  /** Copies the lists. */
  public Recording {
    spikes = List.copyOf(spikes);
    traces = List.copyOf(traces);
    weights = List.copyOf(weights);
    rates = List.copyOf(rates);
    modulators = List.copyOf(modulators);
  }

  /** Into memory. */
  public Recording(
      List<NeuronRange> spikes,
      List<Trace> traces,
      List<Weights> weights,
      List<Rate> rates,
      boolean structure,
      List<Modulators> modulators) {
    this(spikes, traces, weights, rates, structure, modulators, false);
  }

  /** The same, streamed. */
  public Recording asStream() {
    return new Recording(spikes, traces, weights, rates, structure, modulators, true);
  }

  /** The same without spikes and samples. */
  public Recording withoutSpikesAndSamples() {
    return new Recording(List.of(), List.of(), weights, rates, structure, modulators, streamed);
  }

  /** The same, into memory. */
  public Recording inMemory() {
    return new Recording(spikes, traces, weights, rates, structure, modulators, false);
  }

  /** The same of a part of the run, after a moment and up to another [ms]. */
  public Recording between(double begin, double end) {
    return new Recording(
        spikes,
        traces,
        weights.stream()
            .map(
                each ->
                    new Weights(each.projection(), within(each.times(), begin, end), each.states()))
            .toList(),
        rates,
        structure,
        modulators.stream()
            .map(each -> new Modulators(each.projection(), within(each.times(), begin, end)))
            .toList(),
        streamed);
  }

  private static List<Double> within(List<Double> times, double begin, double end) {
    return times.stream()
        .filter(time -> time > begin + SAME_MOMENT && time < end - SAME_MOMENT)
        .toList();
  }

  /** Nothing of what modulating neurons leave behind. */
  public Recording(
      List<NeuronRange> spikes,
      List<Trace> traces,
      List<Weights> weights,
      List<Rate> rates,
      boolean structure) {
    this(spikes, traces, weights, rates, structure, List.of());
  }

  /** Nothing of what there is after changes of the wiring. */
  public Recording(
      List<NeuronRange> spikes, List<Trace> traces, List<Weights> weights, List<Rate> rates) {
    this(spikes, traces, weights, rates, false);
  }

  /** Whether spikes of some neurons of a population are kept. */
  public boolean keepsSpikesOf(String population) {
    return spikes.stream().anyMatch(range -> range.population().equals(population));
  }

  /**
   * Of which neurons of a slice of a population spikes are kept.
   *
   * @param population its name
   * @param first index of the first neuron of the slice
   * @param count neurons of the slice
   */
  public boolean[] keepsSpikesOf(String population, int first, int count) {
    boolean[] kept = new boolean[count];
    for (NeuronRange range : spikes) {
      int from = Math.max(range.from() - first, 0);
      int to = Math.min(range.to() - first, count);
      if (range.population().equals(population) && from < to) {
        Arrays.fill(kept, from, to, true);
      }
    }
    return kept;
  }

  /** Nothing at all. */
  public static Recording nothing() {
    return new Recording(List.of(), List.of(), List.of(), List.of());
  }

  /** Only the spikes of these ranges. */
  public static Recording spikesOf(List<NeuronRange> ranges) {
    return new Recording(ranges, List.of(), List.of(), List.of());
  }

  /**
   * State variables of some neurons at regular times.
   *
   * @param neurons whose state
   * @param variables names such as {@code V_m}
   * @param interval between samples [ms], a multiple of the step
   */
  public record Trace(NeuronRange neurons, List<String> variables, double interval) {
    /** Copies the list. */
    public Trace {
      variables = List.copyOf(variables);
    }
  }

  /**
   * All weights of the projections of one name.
   *
   * @param projection name of one or more projections
   * @param times when to read them [ms], ascending; the end of the run is always added
   * @param states whether to read what else the synapses keep, too
   */
  public record Weights(String projection, List<Double> times, boolean states) {
    /** Copies the list. */
    public Weights {
      times = List.copyOf(times);
    }

    /** Weights alone. */
    public Weights(String projection, List<Double> times) {
      this(projection, times, false);
    }
  }

  /**
   * What the spikes of the modulating neurons of a projection leave behind, as its synapses feel
   * it.
   *
   * @param projection its name
   * @param times when to read it [ms], ascending; the end of the run is always added
   */
  public record Modulators(String projection, List<Double> times) {
    /** Copies the list. */
    public Modulators {
      times = List.copyOf(times);
    }
  }

  /**
   * Spikes of a population counted in bins.
   *
   * @param population whose spikes
   * @param bin width [ms], a multiple of the step
   */
  public record Rate(String population, double bin) {}
}
