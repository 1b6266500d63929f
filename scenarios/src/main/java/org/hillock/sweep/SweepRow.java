package org.hillock.sweep;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came out at a point.
 *
 * @param index of the point
 * @param measured by the label of what was measured; not a number where there was nothing to
 *     measure
 * @param claims whether what the scenario expects holds, by its text; nothing of a claim about what
 *     is outside of a shorter run
 * @param error why there is no result, a sentence; empty if there is one
 */
public record SweepRow(
    int index, Map<String, Double> measured, Map<String, Boolean> claims, String error) {

  /** Copies what could change. */
  public SweepRow {
    measured = Collections.unmodifiableMap(new LinkedHashMap<>(measured));
    claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
  }

  /** Of a run that failed. */
  public static SweepRow failed(int index, String why) {
    return new SweepRow(index, Map.of(), Map.of(), why.strip().replaceAll("\\s+", " "));
  }

  /** Whether there is no result. */
  public boolean failed() {
    return !error.isEmpty();
  }

  /** As a line of a file, without its end. */
  String json() {
    JsonObject row = new JsonObject();
    row.addProperty("point", index);
    JsonObject values = new JsonObject();
    measured.forEach((label, value) -> values.add(label, number(value)));
    row.add("measured", values);
    JsonObject held = new JsonObject();
    claims.forEach(held::addProperty);
    row.add("claims", held);
    row.addProperty("error", error);
    return new GsonBuilder().serializeNulls().disableHtmlEscaping().create().toJson(row);
  }

  private static JsonElement number(double value) {
    return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
  }

  /**
   * Reads it back.
   *
   * @throws RuntimeException if it is no row; which one is up to the reader of JSON
   */
  static SweepRow of(JsonObject row) {
    Map<String, Double> measured = new LinkedHashMap<>();
    row.getAsJsonObject("measured")
        .asMap()
        .forEach(
            (label, value) ->
                measured.put(label, value.isJsonNull() ? Double.NaN : value.getAsDouble()));
    Map<String, Boolean> claims = new LinkedHashMap<>();
    row.getAsJsonObject("claims")
        .asMap()
        .forEach((claim, held) -> claims.put(claim, held.getAsBoolean()));
    return new SweepRow(
        row.get("point").getAsInt(), measured, claims, row.get("error").getAsString());
  }
}
