package org.hillock.nir;

import java.util.Locale;
import java.util.Map;
import org.hillock.format.FormatException;

/**
 * Refuses neurons whose metadata say that a spike subtracts the threshold from v, or leaves v as it
 * is. NIR itself knows only a reset to v_reset, and so do the models here.
 */
final class ResetCheck {

  private ResetCheck() {}

  /**
   * @throws FormatException naming the node
   */
  static void check(NirGraph graph) {
    check(graph, "the graph");
  }

  private static void check(NirGraph graph, String where) {
    texts(graph.metadata(), where);
    graph
        .nodes()
        .forEach(
            (name, node) -> {
              if (node instanceof NirGraph inner) {
                check(inner, "node '" + name + "'");
              } else {
                texts(node.metadata(), "node '" + name + "'");
              }
            });
  }

  private static void texts(NirMetadata metadata, String where) {
    for (Map.Entry<String, String> text : metadata.texts().entrySet()) {
      String key = text.getKey().toLowerCase(Locale.ROOT);
      String value = text.getValue().toLowerCase(Locale.ROOT);
      boolean other = value.contains("subtract") || value.equals("soft") || value.equals("none");
      if (key.contains("reset") && other) {
        throw new FormatException(
            where + ", metadata '" + text.getKey() + "'",
            "found '" + text.getValue() + "', and neurons here are set to v_reset by a spike",
            "a model trained with reset to a value ('zero'), and v_reset of that value");
      }
    }
  }
}
