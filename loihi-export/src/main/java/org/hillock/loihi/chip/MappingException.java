package org.hillock.loihi.chip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A network that the chip cannot take: which part of it, which limit, how much is needed, how much
 * there is, and what would help. Of several such parts the first is in the fields, and all are in
 * the message and in {@link #all}.
 */
public final class MappingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What helps where weights cannot learn; a run has no such option. */
  public static final String FIXED_WEIGHTS =
      "weights that stay as they are (no plasticity, or --freeze-plasticity of hillock export)";

  private final String where;
  private final String limit;
  private final String needed;
  private final String available;
  private final String remedy;
  private final List<MappingException> parts;

  /**
   * @param where the population, projection or input, such as {@code neurons.exc}
   * @param limit what is short, such as {@code input axons per core}
   * @param needed the amount needed
   * @param available the amount that the chip has
   * @param remedy what would help
   */
  public MappingException(
      String where, String limit, String needed, String available, String remedy) {
    super(
        where
            + ": "
            + limit
            + ": needs "
            + needed
            + ", and the chip has "
            + available
            + ".\nWhat would help: "
            + remedy
            + ".");
    this.where = where;
    this.limit = limit;
    this.needed = needed;
    this.available = available;
    this.remedy = remedy;
    this.parts = List.of();
  }

  private MappingException(List<MappingException> all) {
    super(together(all));
    MappingException first = all.get(0);
    this.where = first.where;
    this.limit = first.limit;
    this.needed = first.needed;
    this.available = first.available;
    this.remedy = first.remedy;
    this.parts = List.copyOf(all);
  }

  /** All messages; parts that are refused alike share one. */
  private static String together(List<MappingException> all) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (MappingException one : all) {
      String complaint = one.getMessage().substring(one.where.length());
      places.computeIfAbsent(complaint, key -> new ArrayList<>()).add(one.where);
    }
    return places.entrySet().stream()
        .map(one -> String.join(", ", one.getValue()) + one.getKey())
        .collect(Collectors.joining("\n"));
  }

  /**
   * Several refusals in one.
   *
   * @param all one or more
   */
  public static MappingException of(List<MappingException> all) {
    return all.size() == 1 ? all.get(0) : new MappingException(all);
  }

  /** Each that it consists of; itself if it is one. */
  public List<MappingException> all() {
    return parts.isEmpty() ? List.of(this) : parts;
  }

  /** The population, projection or input. */
  public String where() {
    return where;
  }

  /** What is short. */
  public String limit() {
    return limit;
  }

  /** The amount needed. */
  public String needed() {
    return needed;
  }

  /** The amount that the chip has. */
  public String available() {
    return available;
  }

  /** What would help. */
  public String remedy() {
    return remedy;
  }
}
