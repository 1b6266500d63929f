package org.hillock.loihi.chip;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a chip profile as JSON, by the letter of RFC 8259: no comments, no key twice, nothing
 * after the end. Says where the text is wrong in words of its own.
 */
public final class ProfileText {

  private static final Pattern PLACE = Pattern.compile("line (\\d+) column");

  private final String profile;

  private ProfileText(String profile) {
    this.profile = profile;
  }

  /**
   * Parses a profile.
   *
   * @throws ProfileException if the text is not JSON
   */
  public static JsonElement parse(String profile, String text) {
    return new ProfileText(profile).parse(text);
  }

  private JsonElement parse(String text) {
    if (text.isBlank()) {
      throw new ProfileException(profile, "", "empty, expected a profile as a JSON object");
    }
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement root = element(reader, "");
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new ProfileException(
            profile, "", "not JSON" + place(reader) + ": text after the end");
      }
      return root;
    } catch (EOFException e) {
      throw new ProfileException(
          profile, "", "not JSON: the text ends where a value, a quote or a bracket is missing");
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw new ProfileException(
          profile,
          "",
          "not JSON"
              + place(String.valueOf(e.getMessage()))
              + ": look for a comma, colon, quote or bracket too many or too few, or a comment");
    } catch (StackOverflowError e) {
      throw new ProfileException(profile, "", "not a profile: brackets within brackets, too deep");
    }
  }

  private JsonElement element(JsonReader reader, String path) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT:
        return object(reader, path);
      case BEGIN_ARRAY:
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
          array.add(element(reader, path));
        }
        reader.endArray();
        return array;
      case STRING:
        return new JsonPrimitive(reader.nextString());
      case NUMBER:
        return new JsonPrimitive(new BigDecimal(reader.nextString()));
      case BOOLEAN:
        return new JsonPrimitive(reader.nextBoolean());
      default:
        reader.nextNull();
        return JsonNull.INSTANCE;
    }
  }

  private JsonObject object(JsonReader reader, String path) throws IOException {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      String key = path.isEmpty() ? name : path + "." + name;
      if (object.has(name)) {
        throw new ProfileException(profile, key, "given twice" + place(reader));
      }
      object.add(name, element(reader, key));
    }
    reader.endObject();
    return object;
  }

  private static String place(JsonReader reader) {
    return place(reader.toString());
  }

  private static String place(String message) {
    Matcher place = PLACE.matcher(message);
    return place.find() ? ", line " + place.group(1) : "";
  }
}
