package org.hillock.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two runs beside each other: their spike trains neuron by neuron, the distributions over their
 * neurons, and where they part. What both recorded is compared, over the time that both cover.
 *
 * @param a the first run
 * @param b the second run
 * @param window the time that both cover
 * @param settings how they were compared
 * @param populations in the order of the first run
 * @param notes what was left out and why, a sentence each
 */
public record Comparison(
    ComparedRun a,
    ComparedRun b,
    TimeWindow window,
    ComparisonSettings settings,
    List<PopulationComparison> populations,
    List<String> notes) {

  /** Copies the lists. */
  public Comparison {
    populations = List.copyOf(populations);
    notes = List.copyOf(notes);
  }

  /**
   * Compares two runs.
   *
   * @throws IncomparableException if they have no time or no neurons in common, or a population is
   *     of another size
   */
  public static Comparison of(ComparedRun a, ComparedRun b, ComparisonSettings settings) {
    List<String> notes = new ArrayList<>();
    TimeWindow window = common(a.window(), b.window());
    String windows = "A covers " + a.window().text() + ", B " + b.window().text();
    if (!(window.duration() > 0)) {
      throw new IncomparableException(
          a.name(),
          b.name(),
          "they have no time in common (" + windows + "); give them durations that overlap");
    }
    if (!a.window().equals(b.window())) {
      notes.add(windows + "; compared: " + window.text());
    }
    Map<String, ComparedRun.Recorded> others = byName(b);
    List<PopulationComparison> populations = new ArrayList<>();
    for (ComparedRun.Recorded one : a.populations()) {
      ComparedRun.Recorded other = others.get(one.population());
      if (other == null) {
        continue;
      }
      int[] neurons = common(a, one, b, other, notes);
      if (neurons.length > 0) {
        populations.add(
            PopulationComparison.of(
                one.size(), neurons, one.spikes(), other.spikes(), window, settings));
      }
    }
    if (populations.isEmpty()) {
      throw new IncomparableException(
          a.name(),
          b.name(),
          "no neuron was recorded in both (A recorded "
              + names(a)
              + "; B recorded "
              + names(b)
              + "); compare runs of one network, and record the same neurons");
    }
    noteMissing("A", a, byName(b), notes);
    noteMissing("B", b, byName(a), notes);
    return new Comparison(a, b, window, settings, populations, notes);
  }

  private static TimeWindow common(TimeWindow a, TimeWindow b) {
    return new TimeWindow(Math.max(a.start(), b.start()), Math.min(a.stop(), b.stop()));
  }

  /** Where the runs part, if they do. */
  public Optional<Divergence> first() {
    return populations.stream()
        .flatMap(population -> Stream.ofNullable(population.first()))
        .min(Divergence.BY_TIME);
  }

  /** Whether all spikes are the same within the tolerance. */
  public boolean identical() {
    return first().isEmpty();
  }

  private static int[] common(
      ComparedRun a,
      ComparedRun.Recorded one,
      ComparedRun b,
      ComparedRun.Recorded other,
      List<String> notes) {
    if (one.size() != other.size()) {
      throw new IncomparableException(
          a.name(),
          b.name(),
          "'"
              + one.population()
              + "' has "
              + one.size()
              + " neurons in A and "
              + other.size()
              + " in B, so that neurons have no partners; compare runs of one network");
    }
    int[] neurons =
        Arrays.stream(one.neurons())
            .filter(neuron -> Arrays.binarySearch(other.neurons(), neuron) >= 0)
            .toArray();
    if (neurons.length < Math.max(one.neurons().length, other.neurons().length)) {
      notes.add(
          "'"
              + one.population()
              + "': A recorded "
              + one.neurons().length
              + " neurons, B "
              + other.neurons().length
              + "; compared: the "
              + neurons.length
              + " that both recorded");
    }
    return neurons;
  }

  private static void noteMissing(
      String side, ComparedRun run, Map<String, ComparedRun.Recorded> others, List<String> notes) {
    List<String> only =
        run.populations().stream()
            .map(ComparedRun.Recorded::population)
            .filter(name -> !others.containsKey(name))
            .map(name -> "'" + name + "'")
            .toList();
    if (!only.isEmpty()) {
      notes.add("recorded in " + side + " only, not compared: " + String.join(", ", only));
    }
  }

  private static Map<String, ComparedRun.Recorded> byName(ComparedRun run) {
    return run.populations().stream()
        .collect(Collectors.toMap(ComparedRun.Recorded::population, Function.identity()));
  }

  private static String names(ComparedRun run) {
    String names =
        run.populations().stream()
            .map(ComparedRun.Recorded::population)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "nothing" : names;
  }
}
