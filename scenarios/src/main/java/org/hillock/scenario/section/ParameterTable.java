package org.hillock.scenario.section;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.scenario.formula.Evaluator;
import org.hillock.scenario.formula.Expression;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.formula.ExpressionException.Kind;
import org.hillock.scenario.formula.ExpressionParser;
import org.hillock.scenario.formula.Scope;
import org.hillock.scenario.quantity.Value;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/**
 * The {@code parameters:} of a scenario. They may use each other in any order; each is evaluated
 * once, when it is first needed.
 */
public final class ParameterTable implements Scope {

  private final Map<String, Item.Scalar> entries = new LinkedHashMap<>();

  /** Words of formulas, which no name may take the meaning of. */
  static final Set<String> WORDS = Set.of("true", "false", "pi", "if");

  /** Why nothing can be called like one of these words. */
  static final String OTHER_MEANING = "this word has another meaning in a scenario";

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Set<String> failed = new HashSet<>();
  private final Deque<String> underWay = new ArrayDeque<>();
  private final Problems problems;

  /**
   * @param section the map under {@code parameters}, or null
   */
  public ParameterTable(Item.@Nullable Mapping section, Problems problems) {
    this.problems = problems;
    if (section == null) {
      return;
    }
    section
        .fields()
        .forEach(
            (name, field) -> {
              Optional<String> illegal = Names.illegal("parameter", name);
              if (WORDS.contains(name)) {
                problems.add(
                    field.keyPlace(),
                    section.pathOf(name),
                    "the parameter name '" + name + "'",
                    OTHER_MEANING,
                    null);
                failed.add(name);
              } else if (illegal.isPresent()) {
                problems.add(
                    field.keyPlace(), section.pathOf(name), illegal.get(), Names.ALLOWED, null);
                failed.add(name);
              } else if (field.value() instanceof Item.Scalar scalar) {
                entries.put(name, scalar);
              } else {
                problems.add(
                    field.value(),
                    "found " + field.value().phrase(),
                    "expected one value, such as 10 ms");
                failed.add(name);
              }
            });
  }

  /** Evaluates what was not needed yet, so that every mistake is found. */
  public void evaluateAll() {
    for (String name : entries.keySet()) {
      try {
        value(name, 0);
      } catch (ExpressionException e) {
        // reported where the parameter stands
        assert e.kind() == Kind.FOLLOWS;
      }
    }
  }

  /** All parameters that have a value, in the order of the file. */
  public Map<String, Value> values() {
    Map<String, Value> ordered = new LinkedHashMap<>();
    for (String name : entries.keySet()) {
      Value value = values.get(name);
      if (value != null) {
        ordered.put(name, value);
      }
    }
    return ordered;
  }

  @Override
  public Collection<String> names() {
    return entries.keySet();
  }

  @Override
  public @Nullable Value value(String name, int at) throws ExpressionException {
    Value known = values.get(name);
    if (known != null) {
      return known;
    }
    if (failed.contains(name)) {
      throw ExpressionException.follows();
    }
    Item.Scalar entry = entries.get(name);
    if (entry == null) {
      return null;
    }
    if (underWay.contains(name)) {
      throw cycle(name, at);
    }
    underWay.addLast(name);
    try {
      Value value = evaluate(entry);
      values.put(name, value);
      return value;
    } catch (ExpressionException e) {
      ValueReader.report(problems, entry, e);
      failed.add(name);
      throw ExpressionException.follows();
    } finally {
      underWay.removeLast();
    }
  }

  private Value evaluate(Item.Scalar entry) throws ExpressionException {
    if (entry.empty()) {
      throw new ExpressionException(0, "found nothing", "expected a value, such as 10 ms");
    }
    Expression expression = ExpressionParser.parse(entry.text(), entries::containsKey);
    try {
      return new Evaluator(this).evaluate(expression);
    } catch (ExpressionException e) {
      boolean lonely = expression instanceof Expression.Name;
      if (lonely && e.kind() == Kind.MISTAKE && Names.LEGAL.matcher(entry.text()).matches()) {
        boolean choice = !entries.containsKey(entry.text());
        if (choice) {
          return new Value.Word(entry.text());
        }
      }
      throw e;
    }
  }

  private ExpressionException cycle(String name, int at) {
    StringBuilder circle = new StringBuilder();
    boolean inside = false;
    for (String link : underWay) {
      inside |= link.equals(name);
      if (inside) {
        circle.append(link).append(" -> ");
      }
    }
    return new ExpressionException(
        at, "parameters that depend on each other in a circle: " + circle + name, "");
  }
}
