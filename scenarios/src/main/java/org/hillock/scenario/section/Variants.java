package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Place;
import org.hillock.scenario.source.Problems;
import org.hillock.text.Names;
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
   * @param names of all variants
   */
  public record Chosen(Item.Mapping scenario, Map<String, String> sets, Set<String> names) {}

  /**
   * Chooses.
   *
   * @param top the scenario
   * @param sets values given on the command line; those that choose a variant are taken out
   */
  public Chosen choose(Item.Mapping top, Map<String, String> sets) {
    Item.Field section = top.fields().get(KEY);
    Map<String, String> left = new LinkedHashMap<>();
    sets.forEach((key, value) -> left.put(key.strip(), value));
    left.entrySet().removeIf(set -> leadsInto(set.getKey(), set.getValue(), section));
    if (section == null) {
      return new Chosen(top, left, Set.of());
    }
    Map<String, Item.Field> fields = new LinkedHashMap<>(top.fields());
    fields.remove(KEY);
    Item.Mapping scenario = new Item.Mapping(top.place(), top.path(), fields);
    Item.Mapping variants =
        Fields.mapping(section.value(), "variants by name, each with its choices", problems);
    if (variants == null) {
      return new Chosen(scenario, left, Set.of());
    }
    for (Map.Entry<String, Item.Field> variant : variants.fields().entrySet()) {
      Item.Mapping choices =
          Fields.mapping(
              variant.getValue().value(), "choices by name, the usual one first", problems);
      refuseName(variant, top);
      String wanted = left.remove(variant.getKey());
      Item.Mapping chosen = choices == null ? null : choice(variant, choices, wanted);
      scenario = chosen == null ? scenario : laid(scenario, chosen);
    }
    return new Chosen(scenario, left, variants.fields().keySet());
  }

  /** What to set for each choice of each variant that is not the usual one, one at a time. */
  public static List<Map<String, String>> unusual(Item.Mapping top) {
    List<Map<String, String>> all = new ArrayList<>();
    choices(top)
        .forEach(
            (name, choices) ->
                choices.stream().skip(1).forEach(choice -> all.add(Map.of(name, choice))));
    return all;
  }

  /** What to set so that each variant that has a choice of this name takes it. */
  public static Map<String, String> taking(Item.Mapping top, String choice) {
    Map<String, String> sets = new LinkedHashMap<>();
    choices(top)
        .forEach(
            (name, choices) -> {
              if (choices.contains(choice)) {
                sets.put(name, choice);
              }
            });
    return sets;
  }

  /** The choices of each variant, as far as they were understood. */
  private static Map<String, Set<String>> choices(Item.Mapping top) {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    Item.Field section = top.fields().get(KEY);
    if (section != null && section.value() instanceof Item.Mapping variants) {
      variants
          .fields()
          .forEach(
              (name, field) -> {
                if (field.value() instanceof Item.Mapping choices) {
                  all.put(name, choices.fields().keySet());
                }
              });
    }
    return all;
  }

  /** Whether a key is a path into the variants, where nothing can be set; says what to do. */
  private boolean leadsInto(String key, String value, Item.@Nullable Field section) {
    boolean whole = key.equals(KEY);
    if (!whole && !key.startsWith(KEY + ".") && !key.startsWith(KEY + "[")) {
      return false;
    }
    Map<String, Item.Field> variants =
        section != null && section.value() instanceof Item.Mapping mapping
            ? mapping.fields()
            : Map.of();
    String remedy = "the scenario has no variants";
    if (!variants.isEmpty()) {
      String meant = whole ? "" : key.substring(KEY.length() + 1);
      String name = variants.containsKey(meant) ? meant : variants.keySet().iterator().next();
      boolean chosen =
          variants.get(name).value() instanceof Item.Mapping choices
              && choices.fields().containsKey(value.strip());
      remedy =
          "a variant is chosen by its name alone: --set "
              + name
              + "="
              + (chosen ? value.strip() : "CHOICE");
    }
    problems.add(
        new Place("--set " + key, 0, 0),
        "",
        "found a path into " + KEY + ", where nothing can be set",
        remedy,
        null);
    return true;
  }

  /** One --set could not tell which of the two it means. */
  private void refuseName(Map.Entry<String, Item.Field> variant, Item.Mapping top) {
    String name = variant.getKey();
    Item.Field parameters = top.fields().get("parameters");
    boolean parameter =
        parameters != null
            && parameters.value() instanceof Item.Mapping mapping
            && mapping.fields().containsKey(name);
    boolean value =
        Keys.TOP.stream()
            .filter(key -> key.shape() == Key.Shape.TEXT || key.shape() == Key.Shape.FORMULA)
            .anyMatch(key -> key.name().equals(name));
    Optional<String> illegal = Names.illegal("variant", name);
    if (illegal.isPresent()) {
      problems.add(
          variant.getValue().keyPlace(), KEY + "." + name, illegal.get(), Names.ALLOWED, null);
    } else if (parameter || value) {
      problems.add(
          variant.getValue().keyPlace(),
          KEY + "." + name,
          "found a variant with the name of "
              + (parameter ? "a parameter" : "a value of the scenario"),
          "expected another name, since --set " + name + "=… could mean either",
          null);
    }
  }

  private Item.@Nullable Mapping choice(
      Map.Entry<String, Item.Field> variant, Item.Mapping choices, @Nullable String wanted) {
    refuseNested(choices);
    List<String> names = List.copyOf(choices.fields().keySet());
    if (names.isEmpty()) {
      problems.add(choices, "found no choice", "expected at least one");
      return null;
    }
    String name = wanted == null ? names.get(0) : wanted.strip();
    Item.Field choice = choices.fields().get(name);
    if (choice == null) {
      Place place = new Place("--set " + variant.getKey(), 0, 0);
      problems.unknown(place, choices.path(), "choice", name, names);
      return null;
    }
    return Fields.mapping(choice.value(), "what the choice changes, or {}", problems);
  }

  /** Variants of variants would never be chosen from. */
  private void refuseNested(Item.Mapping choices) {
    for (Item.Field choice : choices.fields().values()) {
      Item.Field nested =
          choice.value() instanceof Item.Mapping mapping ? mapping.fields().get(KEY) : null;
      if (nested != null) {
        problems.add(
            nested.keyPlace(),
            choice.value().path() + "." + KEY,
            "found variants within a choice",
            "expected all variants at the top of the scenario",
            null);
      }
    }
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
