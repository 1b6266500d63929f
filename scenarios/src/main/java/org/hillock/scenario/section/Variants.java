package org.hillock.scenario.section;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Puts the chosen variants of a scenario into it before it is read:
 *
 * <pre>
 *   variants:
 *     synapses:                     # chosen by --set synapses=conductance; the first if not
 *       current: {}
 *       conductance: {parameters: {w: 6 nS}, neurons: {exc: {model: iaf_cond_exp, …}}}
 * </pre>
 *
 * <p>A map of the variant is laid over that of the scenario, key by key; one that says another
 * model, type or rule takes the place of the whole, and so do lists and values.
 */
public final class Variants {

  /** What a map is of: with another, nothing of the old one fits. */
  private static final Set<String> KINDS = Set.of("model", "type", "rule");

  private static final String KEY = "variants";

  private final Problems problems;

  public Variants(Problems problems) {
    this.problems = problems;
  }

  /**
   * A scenario with its variants chosen.
   *
   * @param scenario without {@code variants}
   * @param sets what is left of the values given on the command line
   */
  public record Chosen(Item.Mapping scenario, Map<String, String> sets) {}

  /**
   * Chooses.
   *
   * @param top the scenario
   * @param sets values given on the command line; those that choose a variant are taken out
   */
  public Chosen choose(Item.Mapping top, Map<String, String> sets) {
    Item.Field section = top.fields().get(KEY);
    Map<String, String> left = new LinkedHashMap<>(sets);
    if (section == null) {
      return new Chosen(top, left);
    }
    Map<String, Item.Field> fields = new LinkedHashMap<>(top.fields());
    fields.remove(KEY);
    Item.Mapping scenario = new Item.Mapping(top.place(), top.path(), fields);
    Item.Mapping variants =
        Fields.mapping(section.value(), "variants by name, each with its choices", problems);
    if (variants == null) {
      return new Chosen(scenario, left);
    }
    for (Map.Entry<String, Item.Field> variant : variants.fields().entrySet()) {
      Item.Mapping choices =
          Fields.mapping(
              variant.getValue().value(), "choices by name, the usual one first", problems);
      String wanted = left.remove(variant.getKey());
      Item.Mapping chosen = choices == null ? null : choice(variant, choices, wanted);
      scenario = chosen == null ? scenario : laid(scenario, chosen);
    }
    return new Chosen(scenario, left);
  }

  private Item.@Nullable Mapping choice(
      Map.Entry<String, Item.Field> variant, Item.Mapping choices, @Nullable String wanted) {
    List<String> names = List.copyOf(choices.fields().keySet());
    if (names.isEmpty()) {
      problems.add(choices, "found no choice", "expected at least one");
      return null;
    }
    String name = wanted == null ? names.get(0) : wanted.strip();
    Item.Field choice = choices.fields().get(name);
    if (choice == null) {
      problems.unknown(variant.getValue().keyPlace(), choices.path(), "choice", name, names);
      return null;
    }
    return Fields.mapping(choice.value(), "what the choice changes, or {}", problems);
  }

  private static Item.Mapping laid(Item.Mapping below, Item.Mapping above) {
    Map<String, Item.Field> fields = new LinkedHashMap<>(below.fields());
    above
        .fields()
        .forEach(
            (key, field) -> {
              Item.Field old = fields.get(key);
              boolean merges =
                  old != null
                      && old.value() instanceof Item.Mapping oldMap
                      && field.value() instanceof Item.Mapping newMap
                      && sameKind(oldMap, newMap);
              fields.put(
                  key,
                  merges
                      ? new Item.Field(
                          old.keyPlace(),
                          laid((Item.Mapping) old.value(), (Item.Mapping) field.value()))
                      : field);
            });
    return new Item.Mapping(below.place(), below.path(), fields);
  }

  private static boolean sameKind(Item.Mapping below, Item.Mapping above) {
    return KINDS.stream()
        .noneMatch(kind -> below.fields().containsKey(kind) && above.fields().containsKey(kind));
  }
}
