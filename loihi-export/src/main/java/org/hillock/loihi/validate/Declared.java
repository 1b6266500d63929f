package org.hillock.loihi.validate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.read.MappingFile;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says that it was asked for besides its network: biases that were calibrated, and
 * plasticity that was frozen. What is damaged counts as not said.
 */
final class Declared {

  private final Map<String, Double> calibration = new HashMap<>();
  private final boolean plastic;

  Declared(MappingFile file) {
    for (JsonObject one : objects(file.quantisation().get("populations"))) {
      JsonPrimitive name = primitive(one.get("population"));
      JsonPrimitive value = primitive(one.get("calibration_mV"));
      if (name != null && value != null && value.isNumber()) {
        calibration.put(name.getAsString(), value.getAsDouble());
      }
    }
    plastic =
        objects(file.quantisation().get("pathways")).stream()
            .map(one -> primitive(one.get("plastic")))
            .anyMatch(flag -> flag != null && flag.isBoolean() && flag.getAsBoolean());
  }

  private static List<JsonObject> objects(@Nullable JsonElement list) {
    List<JsonObject> objects = new ArrayList<>();
    if (list instanceof JsonArray array) {
      array.forEach(
          one -> {
            if (one instanceof JsonObject object) {
              objects.add(object);
            }
          });
    }
    return objects;
  }

  private static @Nullable JsonPrimitive primitive(@Nullable JsonElement element) {
    return element instanceof JsonPrimitive primitive ? primitive : null;
  }

  /** What was added to where V of a population goes without spikes [mV]. */
  double calibration(String population) {
    return calibration.getOrDefault(population, 0.0);
  }

  /** Whether any weight learns; if none does, all are frozen. */
  boolean plastic() {
    return plastic;
  }
}
