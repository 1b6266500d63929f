package org.hillock.sweep;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.io.ProgramVersion;
import org.hillock.io.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What is swept, as the first line of every file of rows says it: rows of one table must be of one
 * plan.
 *
 * @param scenario its name
 * @param text of its file, which holds the choices of variants too
 * @param resolved what it came to before anything was varied, with what it reads from other files
 * @param grid the points
 * @param measures what is measured; empty for what the scenario expects
 * @param options what else changes the results, by the name of the option
 * @param words of the command as it was given, the scenario among them
 */
public record SweepPlan(
    String scenario,
    String text,
    String resolved,
    SweepGrid grid,
    List<String> measures,
    Map<String, String> options,
    List<String> words) {

  static final String WORDS = "words";
  private static final String TEXT = "scenario_sha256";
  private static final String RESOLVED = "resolved_sha256";

  /** Copies what could change. */
  public SweepPlan {
    measures = List.copyOf(measures);
    options = new LinkedHashMap<>(options);
    words = List.copyOf(words);
  }

  /** As JSON. */
  JsonObject json() {
    JsonObject plan = new JsonObject();
    plan.addProperty("hillock", ProgramVersion.number());
    plan.addProperty("scenario", scenario);
    plan.addProperty(TEXT, Sha256.of(text));
    JsonArray over = new JsonArray();
    grid.axes().forEach(axis -> over.add(axis.identity()));
    plan.add("over", over);
    plan.addProperty("first_seed", grid.firstSeed());
    plan.addProperty("seeds", grid.seeds());
    JsonArray measured = new JsonArray();
    measures.forEach(measured::add);
    plan.add("measures", measured);
    options.forEach((option, value) -> plan.add(option, new JsonPrimitive(value)));
    plan.addProperty(RESOLVED, Sha256.of(resolved));
    JsonArray given = new JsonArray();
    words.forEach(given::add);
    plan.add(WORDS, given);
    return plan;
  }

  /** What another plan says differently, by key; nothing if it is the same. */
  List<String> differences(JsonObject other) {
    JsonObject own = json();
    Set<String> keys = new LinkedHashSet<>(own.keySet());
    keys.addAll(other.keySet());
    keys.remove(WORDS); // the same can be said in many ways
    List<String> different = new ArrayList<>();
    for (String key : keys) {
      JsonElement before = other.get(key);
      JsonElement now = own.get(key);
      if (before != null && before.equals(now)) {
        continue;
      }
      if (key.equals(TEXT)) {
        different.add("the text of the scenario");
      } else if (!key.equals(RESOLVED)) {
        different.add(key(key, before, now));
      } else if (different.isEmpty()) { // else it follows from what was named
        different.add("the duration, or a file that the scenario reads");
      }
    }
    return different;
  }

  private static String key(String key, @Nullable JsonElement before, @Nullable JsonElement now) {
    return key + " (was " + said(before) + ", is " + said(now) + ")";
  }

  private static String said(@Nullable JsonElement value) {
    return value == null ? "not given" : value.toString();
  }
}
