package org.hillock.plot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.analysis.PartOfSpikes;
import org.hillock.analysis.SpikeTrainIndex;
import org.hillock.analysis.TimeWindow;
import org.hillock.network.Positions;
import org.hillock.record.ModulatorTable;
import org.hillock.record.RateTable;
import org.hillock.record.Spikes;
import org.hillock.record.StructureTable;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;

/**
 * What is to be drawn.
 *
 * @param title above the picture; empty for none
 * @param start beginning of the recorded window [ms]
 * @param stop end of the recorded window [ms]
 * @param groups the recorded neurons, in the order of display from top to bottom
 * @param spikes at most one record of spikes for each group, found by the name of the population
 * @param traces sampled variables
 * @param weights sampled weights
 * @param rates binned counts; where there is one for a group it goes before the group's spikes
 * @param thresholds firing threshold of populations by name [mV], where known
 * @param units units of traced variables and of the weights of projections, by name, where known
 * @param details what a plot can do without
 */
public record PlotData(
    String title,
    double start,
    double stop,
    List<Group> groups,
    List<? extends Spikes> spikes,
    List<TraceTable> traces,
    List<WeightTable> weights,
    List<RateTable> rates,
    Map<String, Double> thresholds,
    Map<String, String> units,
    Details details) {

  /**
   * What a plot can do without.
   *
   * @param subtitle under the title; empty for none
   * @param step of the grid [ms]; 0 in continuous time
   * @param shifts by how much later the postsynaptic spike meets the presynaptic one at the synapse
   *     than it was fired after it [ms], by the name of the projection, where it is the same for
   *     all of its synapses
   * @param structure how the wiring changed
   * @param modulators what modulating neurons left behind
   * @param phases of the protocol; empty if there is none
   * @param places where neurons are, by the name of the population; of those that say it
   * @param shown what was shown when, of images; empty if nothing was
   * @param sources whom recorded projections come from, by their names, where it is known
   */
  public record Details(
      String subtitle,
      double step,
      Map<String, Double> shifts,
      StructureTable structure,
      List<ModulatorTable> modulators,
      List<Phase> phases,
      Map<String, Positions> places,
      List<Shown> shown,
      Map<String, Group> sources) {

    /** Nothing is known. */
    public static final Details NONE = new Details("", 0, Map.of());

    /** Of a run without modulators whose wiring did not change. */
    public Details(String subtitle, double step, Map<String, Double> shifts) {
      this(
          subtitle,
          step,
          shifts,
          StructureTable.nothing(),
          List.of(),
          List.of(),
          Map.of(),
          List.of(),
          Map.of());
    }

    /** The same with a wiring that changed. */
    public Details with(StructureTable changes) {
      return new Details(
          subtitle, step, shifts, changes, modulators, phases, places, shown, sources);
    }

    /** The same with what modulating neurons left behind. */
    public Details with(List<ModulatorTable> left) {
      return new Details(subtitle, step, shifts, structure, left, phases, places, shown, sources);
    }

    /** The same with the phases of a protocol. */
    public Details in(List<Phase> protocol) {
      return new Details(
          subtitle, step, shifts, structure, modulators, protocol, places, shown, sources);
    }

    /** The same with the places of neurons. */
    public Details at(Map<String, Positions> positions) {
      return new Details(
          subtitle, step, shifts, structure, modulators, phases, positions, shown, sources);
    }

    /** The same with what was shown. */
    public Details showing(List<Shown> images) {
      return new Details(
          subtitle, step, shifts, structure, modulators, phases, places, images, sources);
    }

    /** The same with whom recorded projections come from. */
    public Details from(Map<String, Group> known) {
      return new Details(
          subtitle, step, shifts, structure, modulators, phases, places, shown, known);
    }

    /** Copies what can be copied. */
    public Details {
      modulators = List.copyOf(modulators);
      phases = List.copyOf(phases);
      shown = List.copyOf(shown);
      shifts = Map.copyOf(shifts);
      places = Map.copyOf(places);
      sources = Map.copyOf(sources);
    }
  }

  /**
   * A stretch of a protocol.
   *
   * @param name its name
   * @param begin when it begins [ms]
   * @param end and ends [ms]
   * @param recorded whether spikes and samples were kept
   */
  public record Phase(String name, double begin, double end, boolean recorded) {

    /** One that was recorded. */
    public Phase(String name, double begin, double end) {
      this(name, begin, end, true);
    }

    /** What pictures call it. */
    public String label() {
      return recorded ? name : name + ", not recorded";
    }
  }

  /**
   * A time in which something was shown.
   *
   * @param name of the lot
   * @param label what was shown; that of the lot if nobody knows
   * @param begin when it begins [ms]
   * @param end and ends [ms]
   */
  public record Shown(String name, String label, double begin, double end) {}

  /** Without details. */
  public PlotData(
      String title,
      double start,
      double stop,
      List<Group> groups,
      List<? extends Spikes> spikes,
      List<TraceTable> traces,
      List<WeightTable> weights,
      List<RateTable> rates,
      Map<String, Double> thresholds,
      Map<String, String> units) {
    this(
        title,
        start,
        stop,
        groups,
        spikes,
        traces,
        weights,
        rates,
        thresholds,
        units,
        Details.NONE);
  }

  /** Copies the lists. */
  public PlotData {
    groups = List.copyOf(groups);
    spikes = List.copyOf(spikes);
    traces = List.copyOf(traces);
    weights = List.copyOf(weights);
    rates = List.copyOf(rates);
    thresholds = Map.copyOf(thresholds);
    units = Map.copyOf(units);
  }

  /** Spikes alone. */
  public static PlotData ofSpikes(
      String title, double start, double stop, List<Group> groups, List<? extends Spikes> spikes) {
    return new PlotData(
        title, start, stop, groups, spikes, List.of(), List.of(), List.of(), Map.of(), Map.of());
  }

  /**
   * Recorded neurons {@code from} to {@code to - 1} of a population.
   *
   * @param name of the population
   * @param from first neuron
   * @param to one past the last neuron
   */
  public record Group(String name, int from, int to) {

    /**
     * @throws IllegalArgumentException if there is no neuron
     */
    public Group {
      if (to <= from) {
        throw new IllegalArgumentException(name + "[" + from + ":" + to + "] holds no neuron");
      }
    }

    /** All neurons of a population. */
    public static Group all(String name, int size) {
      return new Group(name, 0, size);
    }

    /** Number of neurons. */
    public int size() {
      return to - from;
    }
  }

  /**
   * The part of the data in a shorter window: spikes in (start, stop], samples in [start, stop] and
   * the bins that lie within.
   *
   * @param from where the window begins [ms]
   * @param to where it ends [ms]
   */
  public PlotData between(double from, double to) {
    return new PlotData(
        title,
        from,
        to,
        groups,
        spikes.stream().map(list -> PartOfSpikes.within(list, new TimeWindow(from, to))).toList(),
        traces.stream().map(table -> Cut.trace(table, from, to)).toList(),
        weights.stream().map(table -> Cut.weights(table, from, to)).toList(),
        rates.stream().map(table -> Cut.rates(table, from, to)).toList(),
        thresholds,
        units,
        details
            .with(Cut.structure(details.structure(), from, to))
            .with(
                details.modulators().stream()
                    .map(table -> Cut.modulators(table, from, to))
                    .toList()));
  }

  /**
   * The part of the data that concerns some neurons: their spikes and samples. What modulators left
   * is of no neuron and stays; binned counts and weights are kept of populations of which all or
   * any neuron is among them.
   *
   * @param neurons one range a population, in the order of display; all if empty
   */
  public PlotData of(List<Group> neurons) {
    return neurons.isEmpty() ? this : Selection.of(this, neurons);
  }

  /** The spikes of a group; none if they were not recorded. */
  public Optional<Spikes> spikesOf(Group group) {
    return spikesOf(group.name());
  }

  /** The spikes of a population; none if they were not recorded. */
  Optional<Spikes> spikesOf(String population) {
    for (Spikes one : spikes) {
      if (one.population().equals(population)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** The spikes of a neuron [ms]; none if they were not recorded. */
  double[] train(String population, int neuron) {
    return spikesOf(population)
        .map(list -> SpikeTrainIndex.of(list, neuron, neuron + 1).train(neuron))
        .orElse(new double[0]);
  }

  /** The binned counts of a group; none if they were not recorded. */
  public Optional<RateTable> ratesOf(Group group) {
    return rates.stream().filter(table -> table.population().equals(group.name())).findFirst();
  }

  /** Place of a population in the order of display, which decides its colour. */
  int place(String population) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).name().equals(population)) {
        return i;
      }
    }
    return groups.size();
  }
}
