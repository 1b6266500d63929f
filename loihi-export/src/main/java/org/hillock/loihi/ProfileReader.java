package org.hillock.loihi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads chip profiles: those that ship, by name, and a user's own, by path. The keys of the file
 * are the components of {@link ChipProfile}, all of them required.
 */
public final class ProfileReader {

  /** The chips that ship, and the file of each. */
  private static final Map<String, String> SHIPPED = Map.of("loihi", "loihi1", "loihi1", "loihi1");

  private final String profile;

  private ProfileReader(String profile) {
    this.profile = profile;
  }

  /** The names of the profiles that ship. */
  public static List<String> names() {
    return SHIPPED.keySet().stream().sorted().toList();
  }

  /**
   * The profile of a name, or of a file.
   *
   * @throws ProfileException if there is neither, or the file is not a profile
   */
  public static ChipProfile find(String nameOrPath) throws IOException {
    String shipped = SHIPPED.get(nameOrPath);
    if (shipped != null) {
      return shipped(shipped);
    }
    Path path = Path.of(nameOrPath);
    if (Files.isRegularFile(path)) {
      return parse(nameOrPath, Files.readString(path));
    }
    throw new ProfileException(
        nameOrPath,
        "",
        "no such chip; known are "
            + String.join(", ", names())
            + ", and a profile of your own is given by its path, such as ./mychip.json");
  }

  private static ChipProfile shipped(String name) {
    try (InputStream in = ProfileReader.class.getResourceAsStream("chips/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the profile " + name + " is not in the jar");
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a profile.
   *
   * @param name how messages call it
   * @param json its text
   * @throws ProfileException naming the first key that is missing, unknown or wrong
   */
  public static ChipProfile parse(String name, String json) {
    JsonElement root;
    try {
      root = JsonParser.parseString(json);
    } catch (JsonSyntaxException e) {
      throw new ProfileException(name, "", "not JSON: " + e.getMessage());
    }
    return new ProfileReader(name).read(ChipProfile.class, root, "");
  }

  private <R extends Record> R read(Class<R> type, JsonElement element, String path) {
    if (!element.isJsonObject()) {
      throw new ProfileException(profile, path, "found " + element + ", expected an object");
    }
    JsonObject object = element.getAsJsonObject();
    RecordComponent[] components = type.getRecordComponents();
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    for (String key : object.keySet()) {
      if (!names.contains(key)) {
        throw new ProfileException(
            profile, join(path, key), "an unknown key; known are " + String.join(", ", names));
      }
    }
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String key = join(path, components[i].getName());
      JsonElement value = object.get(components[i].getName());
      if (value == null) {
        throw new ProfileException(profile, key, "missing");
      }
      values[i] = value(components[i], value, key);
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object value(RecordComponent component, JsonElement value, String key) {
    Class<?> type = component.getType();
    if (type == int.class) {
      ChipProfile.Allowed allowed = component.getAnnotation(ChipProfile.Allowed.class);
      return integer(value, key, allowed.min(), allowed.max());
    }
    if (type == List.class) {
      return ascending(value, key);
    }
    if (type == String.class) {
      if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
        throw new ProfileException(profile, key, "found " + value + ", expected a text");
      }
      return value.getAsString();
    }
    return read(type.asSubclass(Record.class), value, key);
  }

  private int integer(JsonElement value, String key, int min, int max) {
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
      double number = value.getAsDouble();
      if (number == Math.rint(number) && number >= min && number <= max) {
        return (int) number;
      }
    }
    throw new ProfileException(
        profile, key, "found " + value + ", expected a whole number from " + min + " to " + max);
  }

  private List<Integer> ascending(JsonElement value, String key) {
    String expected = "found " + value + ", expected ascending whole numbers from 1 to 16";
    if (!(value instanceof JsonArray array) || array.isEmpty()) {
      throw new ProfileException(profile, key, expected);
    }
    List<Integer> numbers = new ArrayList<>();
    for (JsonElement item : array) {
      int number = integer(item, key, 1, 16);
      if (!numbers.isEmpty() && number <= numbers.get(numbers.size() - 1)) {
        throw new ProfileException(profile, key, expected);
      }
      numbers.add(number);
    }
    return List.copyOf(numbers);
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
