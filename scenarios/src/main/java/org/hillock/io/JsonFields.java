package org.hillock.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.file.TextFile;
import org.jspecify.annotations.Nullable;

/** An object of a JSON file whose fields are checked as they are read. */
final class JsonFields {

  private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

  private final Path file;
  private final String path;
  private final JsonObject object;

  private JsonFields(Path file, String path, JsonObject object) {
    this.file = file;
    this.path = path;
    this.object = object;
  }

  /**
   * The object that is a file.
   *
   * @throws ResultFormatException if it is no JSON, or another thing than an object
   */
  static JsonFields read(Path file) throws IOException {
    String text = TextFile.read(file);
    try {
      JsonElement element = JsonParser.parseString(text);
      if (element instanceof JsonObject object) {
        return new JsonFields(file, "", object);
      }
      throw new ResultFormatException(
          file, 0, "found " + phrase(element) + "; expected an object, {…}");
    } catch (JsonParseException e) {
      throw notJson(file, e);
    } catch (StackOverflowError e) {
      throw new ResultFormatException(file, 0, "not JSON: nested too deeply");
    }
  }

  /** The reader of JSON knows the place, but its sentences are for programmers. */
  private static ResultFormatException notJson(Path file, JsonParseException e) {
    Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
    if (e.getCause() instanceof EOFException || !place.find()) {
      return new ResultFormatException(
          file, 0, "not JSON: the text ends where a value, a quote or a bracket is missing");
    }
    return new ResultFormatException(
        file,
        Integer.parseInt(place.group(1)),
        "not JSON, near the column "
            + place.group(2)
            + ": look for a comma, colon, quote or bracket too many or too few");
  }

  Set<String> names() {
    return object.keySet();
  }

  boolean has(String name) {
    return object.has(name) && !object.get(name).isJsonNull();
  }

  JsonFields object(String name) throws IOException {
    return object(name, field(name));
  }

  private JsonFields object(String name, JsonElement value) throws IOException {
    if (value instanceof JsonObject inner) {
      return new JsonFields(file, pathOf(name), inner);
    }
    throw wrong(name, value, "an object, {…}");
  }

  /** The objects of a list. */
  List<JsonFields> objects(String name) throws IOException {
    List<JsonFields> objects = new ArrayList<>();
    for (JsonElement element : array(name)) {
      objects.add(object(name + "[" + objects.size() + "]", element));
    }
    return objects;
  }

  List<String> texts(String name) throws IOException {
    List<String> texts = new ArrayList<>();
    for (JsonElement element : array(name)) {
      texts.add(text(name + "[" + texts.size() + "]", element));
    }
    return texts;
  }

  private JsonArray array(String name) throws IOException {
    JsonElement value = field(name);
    if (value instanceof JsonArray array) {
      return array;
    }
    throw wrong(name, value, "a list, […]");
  }

  String text(String name) throws IOException {
    return text(name, field(name));
  }

  /** A text; the other one if there is none, or null. */
  String text(String name, String otherwise) throws IOException {
    return has(name) ? text(name) : otherwise;
  }

  private String text(String name, JsonElement value) throws IOException {
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw wrong(name, value, "a text");
  }

  boolean truth(String name) throws IOException {
    JsonElement value = field(name);
    if (value instanceof JsonPrimitive primitive && primitive.isBoolean()) {
      return primitive.getAsBoolean();
    }
    throw wrong(name, value, "true or false");
  }

  /** A finite number, 0 or more. */
  double size(String name) throws IOException {
    double number = number(name);
    if (number >= 0) {
      return number;
    }
    throw wrong(name, field(name), "0 or more");
  }

  /** A finite number. */
  double number(String name) throws IOException {
    JsonElement value = field(name);
    if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
      try {
        double number = primitive.getAsDouble();
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        // said below
      }
    }
    throw wrong(name, value, "a number");
  }

  /** A whole number as it is written, however long. */
  String digits(String name) throws IOException {
    JsonElement value = field(name);
    if (value instanceof JsonPrimitive primitive
        && primitive.isNumber()
        && primitive.getAsString().matches("-?\\d+")) {
      return primitive.getAsString();
    }
    throw wrong(name, value, "a whole number");
  }

  /** A whole number in a range, both ends included. */
  int whole(String name, int least, int most) throws IOException {
    double number = number(name);
    if (number >= least && number <= most && number == Math.rint(number)) {
      return (int) number;
    }
    throw wrong(name, field(name), "a whole number from " + least + " to " + most);
  }

  private JsonElement field(String name) throws IOException {
    JsonElement value = object.get(name);
    if (value == null) {
      throw new ResultFormatException(file, 0, "'" + pathOf(name) + "' is missing");
    }
    return value;
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  ResultFormatException wrong(String name, String expected) {
    return wrong(name, object.get(name), expected);
  }

  private ResultFormatException wrong(String name, @Nullable JsonElement value, String expected) {
    return new ResultFormatException(
        file, 0, pathOf(name) + ": found " + phrase(value) + "; expected " + expected);
  }

  private static String phrase(@Nullable JsonElement value) {
    if (value instanceof JsonObject) {
      return "an object";
    }
    if (value instanceof JsonArray) {
      return "a list";
    }
    String text = String.valueOf(value);
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
