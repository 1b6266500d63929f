package org.hillock.report.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The resolved scenario as it is written: every value is a text with its unit. */
final class ResolvedText {

  /** Longer values, such as lists of spike times, are cut. */
  private static final int LONGEST = 90; // characters

  private static final int SEVERAL = 4;

  private ResolvedText() {}

  /**
   * The sections of a scenario by name.
   *
   * @param yaml a scenario that was read before, so that it is one; or empty
   */
  static Map<String, Object> read(String yaml) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    Map<String, Object> sections = new LinkedHashMap<>();
    if (yaml.isBlank()) {
      return sections;
    }
    if (new Load(settings).loadFromString(yaml) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> sections.put(String.valueOf(name), value));
    }
    return sections;
  }

  /** A value on one line, cut if it is long; of many lists, such as trains, how much there is. */
  static String line(Object value) {
    if (value instanceof List<?> list && list.size() > SEVERAL && lists(list)) {
      long values = list.stream().mapToLong(each -> ((List<?>) each).size()).sum();
      return list.size() + " lists, " + values + " values in all";
    }
    StringBuilder text = new StringBuilder();
    append(value, text);
    return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text.toString();
  }

  private static boolean lists(List<?> list) {
    return list.stream().allMatch(each -> each instanceof List);
  }

  private static void append(Object value, StringBuilder text) {
    if (text.length() > LONGEST) {
      return;
    }
    if (value instanceof List<?> list) {
      String joint = "";
      for (Object element : list) {
        append(element, text.append(joint));
        joint = ", ";
      }
    } else if (value instanceof Map<?, ?> map) {
      String joint = "";
      for (Map.Entry<?, ?> field : map.entrySet()) {
        append(field.getValue(), text.append(joint).append(field.getKey()).append(": "));
        joint = ", ";
      }
    } else {
      text.append(value);
    }
  }
}
