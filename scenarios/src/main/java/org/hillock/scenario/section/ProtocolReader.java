package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hillock.scenario.quantity.Nanoseconds;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/** Reads {@code protocol:}, the order of phases and of trials. */
public final class ProtocolReader {

  /** More phases nobody waits for. */
  static final int MOST_PHASES = 1_000_000;

  private static final List<String> ORDERS = List.of("in_turn", "shuffled");

  /** What a phase may give other values. */
  private static final List<String> SECTIONS =
      List.of("parameters", "neurons", "inputs", "synapses");

  private final ValueReader values;
  private final Problems problems;
  private final long seed;

  /**
   * A phase as it is written.
   *
   * @param name what it is called
   * @param label what is shown in it; null if nothing is, or nobody knows
   * @param duration [ms]
   * @param sets other values, by parameter or path
   * @param resets populations and projections that begin anew, or all, or weights
   * @param recorded whether its spikes and samples are kept
   * @param item where it is written
   */
  public record Step(
      String name,
      @Nullable String label,
      double duration,
      Map<String, Item.Field> sets,
      List<String> resets,
      boolean recorded,
      Item.Mapping item) {

    /** The same, with values that hold where it gives none of its own. */
    Step within(Map<String, Item.Field> outer) {
      Map<String, Item.Field> all = new LinkedHashMap<>(outer);
      all.putAll(sets);
      return new Step(name, label, duration, all, resets, recorded, item);
    }
  }

  /**
   * @param values on the grid, if there is one
   * @param seed by which trials are shuffled
   */
  public ProtocolReader(ValueReader values, long seed) {
    this.values = values;
    this.problems = values.problems();
    this.seed = seed;
  }

  /** All phases, in their order; none after a mistake was reported. */
  public List<Step> read(Item item) {
    int before = problems.count();
    List<Step> steps = new ArrayList<>();
    if (item instanceof Item.Listing listing && !listing.items().isEmpty()) {
      Random order = new Random(seed);
      listing.items().forEach(element -> steps.addAll(entry(element, order)));
    } else {
      problems.add(
          item,
          "found " + item.phrase(),
          "expected a list of phases, such as [{phase: train, duration: 1 s}]");
    }
    return problems.count() == before ? steps : List.of();
  }

  /** How long some phases are together [ms]. */
  public static double duration(List<Step> steps) {
    return Nanoseconds.rounded(steps.stream().mapToDouble(Step::duration).sum());
  }

  private List<Step> entry(Item element, Random order) {
    Item.Mapping mapping =
        Fields.mapping(element, "a phase, such as {phase: train, duration: 1 s}", problems);
    if (mapping == null) {
      return List.of();
    }
    return mapping.fields().containsKey("trials")
        ? trials(Fields.check(mapping, "key", Keys.TRIALS, "", problems), order)
        : phase(Fields.check(mapping, "key", Keys.PHASE, "", problems));
  }

  private List<Step> phase(Fields fields) {
    Item nameItem = fields.get("phase");
    String name = nameItem == null ? null : values.text(nameItem);
    if (nameItem != null && name != null) {
      Names.illegal("phase", name).ifPresent(fault -> problems.add(nameItem, fault, Names.ALLOWED));
    }
    Item labelItem = fields.get("label");
    String label = labelItem == null ? null : values.text(labelItem);
    Item durationItem = fields.get("duration");
    Double duration = durationItem == null ? null : values.multiple(durationItem, false);
    int repeat = repeat(fields);
    Map<String, Item.Field> sets = sets(fields.get("set"));
    Item recordItem = fields.get("record");
    Boolean recorded = recordItem == null ? Boolean.TRUE : values.truth(recordItem);
    if (name == null || duration == null || recorded == null) {
      return List.of();
    }
    double rounded = Nanoseconds.rounded(duration);
    if (durationItem != null && rounded == 0) {
      problems.add(durationItem, "found " + durationItem.phrase(), "expected at least 1 ns");
    }
    return Collections.nCopies(
        repeat,
        new Step(
            name, label, rounded, sets, resets(fields.get("reset")), recorded, fields.mapping()));
  }

  private Map<String, Item.Field> sets(@Nullable Item item) {
    Item.Mapping mapping =
        item == null
            ? null
            : Fields.mapping(item, "a map of other values, such as {rate: 20 Hz}", problems);
    if (mapping == null) {
      return Map.of();
    }
    mapping
        .fields()
        .forEach(
            (key, field) -> {
              String first = key.split("[.\\[]", 2)[0];
              boolean path = !first.equals(key) || Keys.isTop(key);
              if (path && !SECTIONS.contains(first)) {
                problems.add(
                    field.keyPlace(),
                    mapping.pathOf(key),
                    "found '" + key + "', which holds for the whole run",
                    "expected a parameter, or a path into " + String.join(", ", SECTIONS),
                    null);
              }
            });
    return new LinkedHashMap<>(mapping.fields());
  }

  private List<String> resets(@Nullable Item item) {
    List<Item> items =
        item == null
            ? List.of()
            : item instanceof Item.Listing listing ? listing.items() : List.of(item);
    if (item != null && items.isEmpty()) {
      problems.add(item, "found an empty list", "expected names, or no reset");
    }
    List<String> names = new ArrayList<>();
    for (Item element : items) {
      String name = values.text(element);
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private int repeat(Fields fields) {
    Item item = fields.get("repeat");
    Long number = item == null ? null : values.integer(item, 1, MOST_PHASES);
    return number == null ? 1 : number.intValue();
  }

  private List<Step> trials(Fields fields, Random random) {
    Item phases = fields.get("trials");
    List<List<Step>> once = new ArrayList<>();
    if (phases instanceof Item.Listing listing && !listing.items().isEmpty()) {
      listing.items().forEach(element -> once.add(entry(element, random)));
    } else if (phases != null) {
      problems.add(
          phases, "found " + phases.phrase(), "expected a list of phases, the same for each trial");
    }
    Map<String, Item.Field> sets = sets(fields.get("set"));
    if (!sets.isEmpty()) {
      once.replaceAll(steps -> steps.stream().map(step -> step.within(sets)).toList());
    }
    int repeat = repeat(fields);
    Item orderItem = fields.get("order");
    String order = orderItem == null ? "in_turn" : values.choice(orderItem, "order", ORDERS);
    long all = (long) repeat * once.stream().mapToInt(List::size).sum();
    if (all > MOST_PHASES) {
      problems.add(
          fields.mapping(),
          "found " + all + " phases",
          "expected at most " + MOST_PHASES + " in all");
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    for (int trial = 0; trial < repeat; trial++) {
      if ("shuffled".equals(order)) {
        Collections.shuffle(once, random);
      }
      once.forEach(steps::addAll);
    }
    return steps;
  }
}
