package org.hillock.cli.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.plot.PlotData;
import org.hillock.text.MistakeException;

/** Ranges of neurons on the command line: {@code exc}, {@code exc[7]}, {@code exc[0:50]}. */
public final class NeuronRanges {

  private static final Pattern RANGE =
      Pattern.compile("([^\\[\\]]+)(?:\\[([0-9]{0,9})(:?)([0-9]{0,9})\\])?");

  private NeuronRanges() {}

  /**
   * The ranges, one a population.
   *
   * @param sizes of all populations by name
   * @throws MistakeException if there are no such neurons
   */
  public static List<PlotData.Group> parse(
      String option, List<String> texts, Map<String, Integer> sizes) {
    Map<String, PlotData.Group> ranges = new LinkedHashMap<>();
    for (String text : texts) {
      PlotData.Group range = range(option, text.strip(), sizes);
      if (ranges.put(range.name(), range) != null) {
        throw new MistakeException(
            option + ": two ranges of '" + range.name() + "': expected one for each population");
      }
    }
    return new ArrayList<>(ranges.values());
  }

  private static PlotData.Group range(String option, String text, Map<String, Integer> sizes) {
    Matcher matcher = RANGE.matcher(text);
    boolean brackets = text.endsWith("]");
    if (!matcher.matches() || (brackets && text.endsWith("[]"))) {
      throw new MistakeException(
          option + " " + text + ": expected neurons, such as exc, exc[7] or exc[0:50]");
    }
    String name = matcher.group(1);
    Integer size = sizes.get(name);
    if (size == null) {
      throw MistakeException.unknown("population", name, sizes.keySet());
    }
    if (!brackets) {
      return PlotData.Group.all(name, size);
    }
    int from = matcher.group(2).isEmpty() ? 0 : Integer.parseInt(matcher.group(2));
    int to =
        matcher.group(3).isEmpty()
            ? from + 1
            : matcher.group(4).isEmpty() ? size : Integer.parseInt(matcher.group(4));
    if (from >= to || to > size) {
      throw new MistakeException(
          option + " " + text + ": '" + name + "' has the neurons [0:" + size + "]");
    }
    return new PlotData.Group(name, from, to);
  }
}
