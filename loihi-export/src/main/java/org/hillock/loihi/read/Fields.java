package org.hillock.loihi.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON object whose keys are asked for by kind; what is not there or of another kind is said. */
final class Fields {

  private static final int[] NONE = {};

  private final String where;
  private final String inside;
  private final JsonObject json;

  /** A whole file. */
  static Fields ofFile(String name, JsonElement json) {
    return new Fields(name, name + ": ", json);
  }

  /** A part of a file, at a path. */
  Fields(String where, JsonElement json) {
    this(where, where + ".", json);
  }

  private Fields(String where, String inside, JsonElement json) {
    this.where = where;
    this.inside = inside;
    if (!json.isJsonObject()) {
      throw new MappingFormatException(where, "expected an object, found " + brief(json));
    }
    this.json = json.getAsJsonObject();
  }

  String where() {
    return where;
  }

  JsonObject json() {
    return json;
  }

  boolean has(String key) {
    return json.has(key);
  }

  int integer(String key) {
    return asInteger(key, get(key));
  }

  int integer(String key, int otherwise) {
    return json.has(key) ? integer(key) : otherwise;
  }

  /** A whole number of up to 64 bits. */
  long whole(String key) {
    asNumber(key, get(key));
    try {
      return get(key).getAsBigDecimal().longValueExact();
    } catch (ArithmeticException e) {
      throw mistake(key, "a whole number of 64 bits", get(key));
    }
  }

  double positive(String key) {
    double number = asNumber(key, get(key));
    if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
      throw mistake(key, "a number above 0", get(key));
    }
    return number;
  }

  double number(String key, double otherwise) {
    return json.has(key) ? asNumber(key, get(key)) : otherwise;
  }

  boolean flag(String key) {
    JsonElement value = get(key);
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
      throw mistake(key, "true or false", value);
    }
    return value.getAsBoolean();
  }

  String text(String key) {
    JsonElement value = get(key);
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw mistake(key, "a text", value);
    }
    return value.getAsString();
  }

  String text(String key, String otherwise) {
    return json.has(key) ? text(key) : otherwise;
  }

  Fields object(String key) {
    return new Fields(inside + key, get(key));
  }

  /** The objects of a list. */
  List<Fields> list(String key) {
    JsonElement value = get(key);
    if (!value.isJsonArray()) {
      throw mistake(key, "a list", value);
    }
    List<Fields> all = new ArrayList<>();
    for (JsonElement element : value.getAsJsonArray()) {
      all.add(new Fields(inside + key + "[" + all.size() + "]", element));
    }
    return all;
  }

  /** The whole numbers of a list; none if there is no such key. */
  int[] integers(String key) {
    JsonElement value = json.get(key);
    if (value == null) {
      return NONE;
    }
    if (!value.isJsonArray()) {
      throw mistake(key, "a list of whole numbers", value);
    }
    int[] numbers = new int[value.getAsJsonArray().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = asInteger(key, value.getAsJsonArray().get(i));
    }
    return numbers;
  }

  private int asInteger(String key, JsonElement value) {
    double number = asNumber(key, value);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw mistake(key, "a whole number of 32 bits", value);
    }
    return (int) number;
  }

  private double asNumber(String key, JsonElement value) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      throw mistake(key, "a number", value);
    }
    return value.getAsDouble();
  }

  private JsonElement get(String key) {
    JsonElement value = json.get(key);
    if (value == null) {
      throw new MappingFormatException(inside + key, "missing");
    }
    return value;
  }

  private MappingFormatException mistake(String key, String expected, @Nullable JsonElement found) {
    return new MappingFormatException(
        inside + key, "expected " + expected + ", found " + brief(found));
  }

  private static String brief(@Nullable JsonElement json) {
    String text = String.valueOf(json);
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }
}
