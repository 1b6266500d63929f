package org.hillock.loihi.chip;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hillock.file.NotTextException;
import org.hillock.file.SpecialFileException;
import org.hillock.file.TextFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads chip profiles: those that ship, by name, and a user's own, by path. The keys of the file
 * are the components of {@link ChipProfile}, all of them required but {@code neuronForms}, which is
 * {@link ChipForm#USUAL} in files that are older than it, and what has a value {@code otherwise}.
 */
public final class ProfileReader {

  private static final String FOLDER = "/org/hillock/loihi/chips/";

  /** The chips that ship, and the file of each: the lines of an index, {@code name = file}. */
  private static final Map<String, String> SHIPPED = index();

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  /** Tiles in a row or column of the whole board. */
  private static final int MOST_TILES = Short.MAX_VALUE;

  private final List<ProfileException.Mistake> mistakes = new ArrayList<>();

  private ProfileReader() {}

  /** The names of the profiles that ship. */
  public static List<String> names() {
    return List.copyOf(SHIPPED.keySet());
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
    Path path = path(nameOrPath);
    if (path != null && Files.isDirectory(path)) {
      throw new ProfileException(nameOrPath, "", "a folder, expected a file");
    }
    if (path != null && Files.exists(path)) {
      return parse(nameOrPath, text(nameOrPath, path));
    }
    throw new ProfileException(
        nameOrPath,
        "",
        "no such chip; known are "
            + String.join(", ", names())
            + ", and a profile of your own is given by its path, such as ./mychip.json");
  }

  private static @Nullable Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static String text(String name, Path path) {
    try {
      return TextFile.read(path);
    } catch (SpecialFileException e) {
      throw new ProfileException(name, "", SpecialFileException.FAULT);
    } catch (NotTextException e) {
      throw new ProfileException(name, "", e.sentence());
    } catch (AccessDeniedException e) {
      throw new ProfileException(name, "", "may not be read; its permissions forbid it");
    } catch (IOException e) {
      throw new ProfileException(name, "", "cannot be read: " + e.getMessage());
    }
  }

  /**
   * The chips that ship, other than one, whose programme runs a form of neurons; by name, each
   * once.
   */
  public static List<String> taking(ChipForm form, String other) {
    return SHIPPED.values().stream()
        .distinct()
        .filter(name -> shipped(name).neuronForms().contains(form))
        .filter(name -> !name.equals(other))
        .sorted()
        .toList();
  }

  private static ChipProfile shipped(String name) {
    return parse(name, resource(name + ".json"));
  }

  private static Map<String, String> index() {
    Map<String, String> files = new TreeMap<>();
    for (String line : resource("index.txt").lines().toList()) {
      String[] parts = line.strip().split(" = ", 2);
      files.put(parts[0], parts[parts.length - 1]);
    }
    return Collections.unmodifiableMap(files);
  }

  private static String resource(String file) {
    try (InputStream in = ProfileReader.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a profile.
   *
   * @param name how messages call it
   * @param json its text
   * @throws ProfileException naming every key that is missing, unknown or wrong
   */
  public static ChipProfile parse(String name, String json) {
    ProfileReader reader = new ProfileReader();
    JsonElement root = ProfileText.parse(name, json);
    ChipProfile profile = reader.read(ChipProfile.class, root, "");
    if (profile != null) {
      reader.check(profile);
    }
    if (profile == null || !reader.mistakes.isEmpty()) {
      throw new ProfileException(name, reader.mistakes);
    }
    return profile;
  }

  /** What no key says alone. */
  private void check(ChipProfile profile) {
    if (!NAME.matcher(profile.name()).matches()) {
      mistake(
          "name",
          "found \""
              + profile.name()
              + "\", expected letters, digits, '.', '_' and '-', since folders are called by it");
    }
    ChipProfile.Mesh mesh = profile.mesh();
    int onMesh = mesh.columns() * mesh.rows() * mesh.coresPerTile();
    if (onMesh != profile.coresPerChip()) {
      mistake(
          "mesh",
          String.format(
              Locale.ROOT,
              "%d columns × %d rows × %d cores a tile are %d cores, but coresPerChip is %d",
              mesh.columns(),
              mesh.rows(),
              mesh.coresPerTile(),
              onMesh,
              profile.coresPerChip()));
    }
    int widest =
        Math.max(
            mesh.columns() * Math.min(mesh.chipColumns(), profile.chips()),
            mesh.rows() * ((profile.chips() + mesh.chipColumns() - 1) / mesh.chipColumns()));
    if (widest > MOST_TILES) {
      mistake(
          "mesh",
          String.format(
              Locale.ROOT,
              "%,d tiles in a row or column of all chips; expected at most %,d",
              widest,
              MOST_TILES));
    }
    if (profile.costs().barrierTiles().size() != profile.costs().barrierNs().size()) {
      mistake("costs.barrierNs", "expected as many numbers as barrierTiles has");
    }
    checkDevices(profile.synapse());
    if (profile.neuronForms().contains(ChipForm.IZHIKEVICH)
        && profile.neuron().stateBits() > Programme.MOST_SQUARED_BITS) {
      mistake(
          "neuron.stateBits",
          "found "
              + profile.neuron().stateBits()
              + ", expected at most "
              + Programme.MOST_SQUARED_BITS
              + " where neuronForms has "
              + ChipForm.IZHIKEVICH.text()
              + ", which squares v");
    }
  }

  private void checkDevices(ChipProfile.Synapse synapse) {
    int full = 1 << synapse.fullWeightBits();
    int levels = synapse.levels();
    if (levels != 0 && (levels < 2 || levels > full || Integer.bitCount(levels) != 1)) {
      mistake(
          "synapse.levels",
          "found " + levels + ", expected 0, or a power of two from 2 to " + full);
    }
    if (synapse.weightNoise() > 1) {
      mistake(
          "synapse.weightNoise", "found " + synapse.weightNoise() + ", expected a number up to 1");
    }
    if (synapse.weightNoise() > 0 && synapse.axonTypes() > 0) {
      mistake(
          "synapse.weightNoise", "expected 0 where axonTypes is not, since types share weights");
    }
  }

  private void mistake(String key, String sentence) {
    mistakes.add(new ProfileException.Mistake(key, sentence));
  }

  /** A record, or null if anything in it is a mistake. */
  private <R extends Record> @Nullable R read(Class<R> type, JsonElement element, String path) {
    if (!element.isJsonObject()) {
      mistake(path, "found " + element + ", expected an object");
      return null;
    }
    JsonObject object = element.getAsJsonObject();
    RecordComponent[] components = type.getRecordComponents();
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    int before = mistakes.size();
    for (String key : object.keySet()) {
      if (!names.contains(key)) {
        mistake(join(path, key), "an unknown key; " + nearest(key, names));
      }
    }
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String key = join(path, components[i].getName());
      JsonElement value = object.get(components[i].getName());
      if (value == null && components[i].getType() == Set.class) {
        values[i] = ChipForm.USUAL;
      } else if (value == null && optional(components[i])) {
        values[i] = components[i].getAnnotation(ChipProfile.Allowed.class).otherwise();
      } else if (value == null) {
        mistake(key, "missing");
      } else {
        values[i] = value(components[i], value, key);
      }
    }
    if (mistakes.size() > before) {
      return null;
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a file need not say it. */
  static boolean optional(RecordComponent component) {
    ChipProfile.Allowed allowed = component.getAnnotation(ChipProfile.Allowed.class);
    return allowed != null && allowed.otherwise() >= allowed.min();
  }

  private @Nullable Object value(RecordComponent component, JsonElement value, String key) {
    Class<?> type = component.getType();
    if (type == int.class) {
      ChipProfile.Allowed allowed = component.getAnnotation(ChipProfile.Allowed.class);
      return integer(value, key, allowed.min(), allowed.max());
    }
    if (type == double.class) {
      return number(value, key);
    }
    if (type == boolean.class) {
      return truth(value, key);
    }
    if (type == List.class) {
      ChipProfile.Allowed allowed = component.getAnnotation(ChipProfile.Allowed.class);
      return ascending(value, key, allowed.min(), allowed.max());
    }
    if (type == Set.class) {
      return forms(value, key);
    }
    if (type == String.class) {
      if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
        mistake(key, "found " + value + ", expected a text");
        return null;
      }
      return value.getAsString();
    }
    return read(type.asSubclass(Record.class), value, key);
  }

  private @Nullable Integer integer(JsonElement value, String key, int min, int max) {
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
      double number = value.getAsDouble();
      if (number == Math.rint(number) && number >= min && number <= max) {
        return (int) number;
      }
    }
    mistake(key, "found " + value + ", expected a whole number from " + min + " to " + max);
    return null;
  }

  private @Nullable Boolean truth(JsonElement value, String key) {
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()) {
      return value.getAsBoolean();
    }
    mistake(key, "found " + value + ", expected true or false");
    return null;
  }

  private @Nullable Double number(JsonElement value, String key) {
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
      double number = value.getAsDouble();
      if (number >= 0 && number <= 1e12) {
        return number;
      }
    }
    mistake(key, "found " + value + ", expected a number from 0 to 1e12");
    return null;
  }

  private @Nullable List<Integer> ascending(JsonElement value, String key, int min, int max) {
    String expected =
        "found " + value + ", expected ascending whole numbers from " + min + " to " + max;
    if (!(value instanceof JsonArray array) || array.isEmpty()) {
      mistake(key, expected);
      return null;
    }
    List<Integer> numbers = new ArrayList<>();
    for (JsonElement item : array) {
      Integer number = integer(item, key, min, max);
      if (number == null) {
        return null;
      }
      if (!numbers.isEmpty() && number <= numbers.get(numbers.size() - 1)) {
        mistake(key, expected);
        return null;
      }
      numbers.add(number);
    }
    return List.copyOf(numbers);
  }

  private @Nullable Set<ChipForm> forms(JsonElement value, String key) {
    if (!(value instanceof JsonArray array) || array.isEmpty()) {
      mistake(
          key, "found " + value + ", expected a list of " + String.join(", ", ChipForm.names()));
      return null;
    }
    Set<ChipForm> forms = EnumSet.noneOf(ChipForm.class);
    int before = mistakes.size();
    for (int i = 0; i < array.size(); i++) {
      JsonElement item = array.get(i);
      String name =
          item.isJsonPrimitive() && item.getAsJsonPrimitive().isString() ? item.getAsString() : "";
      ChipForm form = ChipForm.named(name).orElse(null);
      String place = key + "[" + i + "]";
      if (form == null) {
        mistake(place, "found " + item + "; " + nearest(name, ChipForm.names()));
      } else if (!forms.add(form)) {
        mistake(place, "found " + item + " a second time");
      }
    }
    return mistakes.size() > before ? null : Collections.unmodifiableSet(forms);
  }

  /** The known name with the fewest letters to change, or all of them if none is near. */
  private static String nearest(String key, List<String> names) {
    String best = "";
    int fewest = Integer.MAX_VALUE;
    for (String name : names) {
      int changes = changes(key.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (changes < fewest) {
        fewest = changes;
        best = name;
      }
    }
    String known = "known are " + String.join(", ", names);
    return fewest <= Math.max(2, key.length() / 3)
        ? "the nearest is " + best + "; " + known
        : known;
  }

  /** Letters to insert, remove or replace (Levenshtein 1966). */
  private static int changes(String from, String to) {
    int[] above = new int[to.length() + 1];
    Arrays.setAll(above, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], above[j]));
      }
      above = row;
    }
    return above[to.length()];
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
