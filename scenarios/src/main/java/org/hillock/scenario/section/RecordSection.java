package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.NeuronModel;
import org.hillock.model.StateVariable;
import org.hillock.network.NeuronRange;
import org.hillock.network.Projection;
import org.hillock.record.Recording;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads {@code record:}. */
public final class RecordSection {

  /** How often state is sampled in continuous time if the file does not say [ms]. */
  private static final double SAMPLING = 0.1;

  private final ValueReader values;
  private final Problems problems;
  private final RangeReader ranges;
  private final Targets targets;
  private final SampleReader samples;
  private final boolean projectionsKnown;
  private final boolean rewired;
  private final RunSettings settings;

  /**
   * @param projectionsKnown whether all synapses were understood
   */
  public RecordSection(
      ValueReader values,
      RangeReader ranges,
      Targets targets,
      List<Projection> projections,
      boolean projectionsKnown,
      RunSettings settings) {
    this.projectionsKnown = projectionsKnown;
    this.values = values;
    this.problems = values.problems();
    this.ranges = ranges;
    this.targets = targets;
    this.samples = new SampleReader(values, projections, projectionsKnown, settings);
    this.rewired = projections.stream().anyMatch(projection -> projection.rewiring() != null);
    this.settings = settings;
  }

  /** What to record; all spikes if nothing is said. */
  public Recording read(@Nullable Item item, List<NeuronRange> everybody) {
    Item.Mapping mapping =
        item == null
            ? null
            : Fields.mapping(item, "a map, such as {spikes: all, V_m: \"exc[0:3]\"}", problems);
    if (mapping == null) {
      return Recording.spikesOf(everybody).asStream();
    }
    // Longer lists have more variables than people are shown.
    SortedSet<String> known = new TreeSet<>(RecordKeys.stateVariables());
    known.addAll(variables(mapping));
    Fields fields = Fields.check(mapping, "key", RecordKeys.record(known), "", problems);
    return new Recording(
        spikes(fields.get("spikes"), everybody),
        traces(fields),
        samples.weights(fields.get("weights")),
        rates(fields.get("rates"), everybody),
        structure(fields.get(RecordKeys.STRUCTURE)),
        samples.modulators(fields.get(RecordKeys.MODULATOR)),
        true);
  }

  private boolean structure(@Nullable Item item) {
    Boolean wanted = item == null ? null : values.truth(item);
    if (item == null || wanted == null || !wanted) {
      return false;
    }
    if (!rewired && projectionsKnown) {
      problems.add(
          item,
          "found structure, but no synapses form or vanish",
          "expected an entry of synapses with structural, or leave it out");
    }
    return true;
  }

  private List<NeuronRange> spikes(@Nullable Item item, List<NeuronRange> everybody) {
    if (item == null || (item instanceof Item.Scalar all && all.text().equals("all"))) {
      return everybody;
    }
    if (item instanceof Item.Scalar none && none.text().equals("none")) {
      return List.of();
    }
    return disjoint(item, ranges.ranges(item));
  }

  private List<NeuronRange> disjoint(Item item, @Nullable List<NeuronRange> found) {
    List<NeuronRange> kept = new ArrayList<>();
    if (found == null) {
      return kept;
    }
    for (NeuronRange range : found) {
      for (NeuronRange other : kept) {
        if (range.overlaps(other)) {
          problems.add(
              item, "found both " + other + " and " + range, "expected each neuron at most once");
          return kept;
        }
      }
      kept.add(range);
    }
    return kept;
  }

  private List<Recording.Trace> traces(Fields fields) {
    Item intervalItem = fields.get("interval");
    Double given = intervalItem == null ? null : values.multiple(intervalItem, false);
    double interval = given != null ? given : settings.continuous() ? SAMPLING : settings.step();
    Map<NeuronRange, List<String>> variables = new LinkedHashMap<>();
    for (String variable : variables(fields.mapping())) {
      Item item = fields.get(variable);
      List<NeuronRange> found = item == null ? null : ranges.ranges(item);
      if (item != null && found != null) {
        for (NeuronRange range : disjoint(item, found)) {
          if (has(range, variable, item)) {
            variables.computeIfAbsent(range, key -> new ArrayList<>()).add(variable);
          }
        }
      }
    }
    List<Recording.Trace> traces = new ArrayList<>();
    variables.forEach((range, names) -> traces.add(new Recording.Trace(range, names, interval)));
    if (intervalItem != null && variables(fields.mapping()).isEmpty()) {
      problems.add(
          intervalItem,
          "found an interval, but no state to sample",
          "expected a state variable beside it, such as V_m: exc[0]");
    }
    return traces;
  }

  /** The state variables that are named, in the order of their names. */
  private static SortedSet<String> variables(Item.Mapping mapping) {
    SortedSet<String> named = new TreeSet<>(mapping.fields().keySet());
    named.removeIf(name -> !RecordKeys.isStateVariable(name));
    return named;
  }

  private boolean has(NeuronRange range, String variable, Item item) {
    NeuronModel model = targets.model(range.population());
    if (model == null) {
      return false;
    }
    List<String> names = model.stateVariables().stream().map(StateVariable::name).toList();
    if (!names.contains(variable)) {
      problems.add(
          item,
          range.population() + " is of model " + model.name() + ", which has no " + variable,
          names.isEmpty() ? "it has no state to record" : "known: " + String.join(", ", names));
      return false;
    }
    return true;
  }

  private List<Recording.Rate> rates(@Nullable Item item, List<NeuronRange> everybody) {
    List<Recording.Rate> rates = new ArrayList<>();
    Item.Mapping mapping =
        item == null ? null : Fields.mapping(item, "a map, such as {bin: 1 ms}", problems);
    if (mapping == null) {
      return rates;
    }
    Fields fields = Fields.check(mapping, "key", RecordKeys.RATES, "", problems);
    Item binItem = fields.get("bin");
    Double bin = binItem == null ? null : values.multiple(binItem, false);
    Item of = fields.get("of");
    List<String> populations =
        of == null
            ? everybody.stream().map(NeuronRange::population).toList()
            : values.names(of, "population", new LinkedHashSet<>(ranges.names()));
    if (bin != null) {
      populations.forEach(population -> rates.add(new Recording.Rate(population, bin)));
    }
    return rates;
  }
}
