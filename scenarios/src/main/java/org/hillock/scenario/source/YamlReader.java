package org.hillock.scenario.source;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Turns YAML text into {@link Item}s. Keeps every value as text: what it means, the scenario's own
 * rules decide. What aliases expand to is bounded, so that a few lines cannot fill the memory.
 */
public final class YamlReader {

  private static final int MAX_DEPTH = 40;
  private static final int MAX_FROM_ALIASES = 100_000;
  private static final Set<Tag> TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP, Tag.MERGE);

  private final String file;
  private final Problems problems;
  private final @Nullable Place fixedPlace;
  private final Map<Node, Boolean> seen = new IdentityHashMap<>();
  private int fromAliases;

  private YamlReader(String file, Problems problems, @Nullable Place fixedPlace) {
    this.file = file;
    this.problems = problems;
    this.fixedPlace = fixedPlace;
  }

  /** The text as items, or null if it is no YAML or empty. */
  public static @Nullable Item read(String file, String text, Problems problems) {
    return new YamlReader(file, problems, null).item(text, "");
  }

  /** A value given on the command line. */
  public static @Nullable Item readOption(
      Place option, String text, String path, Problems problems) {
    return new YamlReader(option.file(), problems, option).item(text, path);
  }

  private @Nullable Item item(String text, String path) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setMaxAliasesForCollections(1000)
            .setCodePointLimit((int) ScenarioSource.MAX_BYTES)
            .setBufferSize(1024)
            .build();
    Place start = fixedPlace == null ? new Place(file, 1, 1) : fixedPlace;
    try {
      Optional<Node> root = compose(settings, text);
      if (root.isEmpty()) {
        problems.add(
            start,
            path,
            "found nothing",
            fixedPlace == null
                ? "expected a scenario, which begins with 'scenario: NAME'"
                : "expected a value",
            null);
        return null;
      }
      return convert(root.get(), path, 0, false);
    } catch (MarkedYamlEngineException e) {
      Place place = e.getProblemMark().or(e::getContextMark).map(this::place).orElse(start);
      problems.add(place, path, "not valid YAML: " + explain(e), "", null);
    } catch (YamlEngineException e) {
      problems.add(start, path, "not valid YAML: " + firstLine(e.getMessage()), "", null);
    } catch (StackOverflowError e) {
      problems.add(start, path, "lists or maps nested too deeply", "", null);
    }
    return null;
  }

  /** The library reports a few kinds of broken tags as illegal arguments. */
  private static Optional<Node> compose(LoadSettings settings, String text) {
    try {
      return new Compose(settings).composeString(text);
    } catch (IllegalArgumentException e) {
      throw new YamlEngineException(String.valueOf(e.getMessage()));
    }
  }

  private static String explain(MarkedYamlEngineException e) {
    String problem = firstLine(e.getProblem());
    if (problem.contains("mapping values are not allowed")) {
      return "a ': ' where none can be; put values that contain it in quotes, and check the"
          + " indentation";
    }
    if (problem.contains("found another document")) {
      return "a second document; a scenario is one, without a line '---' inside";
    }
    if (problem.contains("\\t")) {
      return "a tab character; indent with spaces";
    }
    if (problem.contains("undefined alias")) {
      return problem + "; a value that begins with * must be in quotes";
    }
    String context = firstLine(e.getContext());
    String since =
        e.getContextMark().map(mark -> " that begins in line " + (mark.getLine() + 1)).orElse("");
    return context.isEmpty() ? problem : problem + ", " + context + since;
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }

  private Place place(Mark mark) {
    return fixedPlace != null
        ? fixedPlace
        : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Place place(Node node) {
    return node.getStartMark().map(this::place).orElse(new Place(file, 1, 1));
  }

  private @Nullable Item convert(Node node, String path, int depth, boolean inAlias) {
    Place place = place(node);
    boolean alias = inAlias || seen.put(node, true) != null;
    if (alias && ++fromAliases >= MAX_FROM_ALIASES) {
      if (fromAliases == MAX_FROM_ALIASES) {
        problems.add(
            place, "", "aliases that expand to more than 100000 values", "write them out", null);
      }
      return null;
    }
    if (depth > MAX_DEPTH) {
      problems.add(place, "", "lists or maps nested more than 40 deep", "", null);
      return null;
    }
    if (!TAGS.contains(node.getTag())) {
      problems.add(
          place, path, "the YAML tag " + node.getTag().getValue(), "expected a plain value", null);
      return null;
    }
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar, place, path);
    } else if (node instanceof SequenceNode sequence) {
      List<Item> items = new ArrayList<>();
      for (Node element : sequence.getValue()) {
        Item item = convert(element, path + "[" + items.size() + "]", depth + 1, alias);
        if (item == null) {
          return null;
        }
        items.add(item);
      }
      return new Item.Listing(place, path, items);
    }
    return mapping((MappingNode) node, place, path, depth, alias);
  }

  private @Nullable Item mapping(
      MappingNode node, Place place, String path, int depth, boolean alias) {
    Map<String, Item.Field> fields = new LinkedHashMap<>();
    Item.Mapping mapping = new Item.Mapping(place, path, fields);
    List<NodeTuple> merged = new ArrayList<>();
    for (NodeTuple tuple : node.getValue()) {
      Place keyPlace = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(keyPlace, path, "a list or map as a key", "expected a name", null);
        continue;
      }
      String name = key.getValue();
      if (name.equals("<<") && key.isPlain()) {
        merged.add(tuple);
        continue;
      }
      Item value = convert(tuple.getValueNode(), mapping.pathOf(name), depth + 1, alias);
      if (value == null) {
        return null;
      }
      Item.Field first = fields.putIfAbsent(name, new Item.Field(keyPlace, value));
      if (first != null) {
        problems.add(
            keyPlace,
            mapping.pathOf(name),
            "a second '" + name + "'",
            "the first is in line " + first.keyPlace().line(),
            null);
      }
    }
    for (NodeTuple tuple : merged) {
      merge(tuple.getValueNode(), place(tuple.getKeyNode()), mapping, depth);
    }
    return mapping;
  }

  /** Merge keys are refused, but followed, so that nothing else seems to be missing. */
  private void merge(Node value, Place keyPlace, Item.Mapping mapping, int depth) {
    problems.add(
        keyPlace,
        mapping.path(),
        "the merge key '<<', which YAML 1.2 no longer has",
        "write 'like: NAME' for a population, or write the keys out",
        null);
    if (convert(value, mapping.path(), depth + 1, true) instanceof Item.Mapping other) {
      other.fields().forEach(mapping.fields()::putIfAbsent);
    }
  }

  private Item scalar(ScalarNode node, Place place, String path) {
    String text = node.getValue();
    boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
    boolean quoted =
        node.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
            || node.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
    int offset = -1;
    Mark start = node.getStartMark().orElse(null);
    Mark end = node.getEndMark().orElse(null);
    if (start != null && end != null && start.getLine() == end.getLine()) {
      int length = end.getColumn() - start.getColumn();
      if (plain && length == text.length()) {
        offset = 0;
      } else if (quoted && length == text.length() + 2) {
        offset = 1;
      }
    }
    boolean nothing = node.getTag().equals(Tag.NULL) || text.equals("~");
    boolean empty = text.isBlank() || (plain && nothing);
    return new Item.Scalar(place, path, text, offset, empty);
  }
}
