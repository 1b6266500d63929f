package org.hillock.io;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a comparison found, as its folder keeps it in {@code manifest.json}.
 *
 * @param hillock version of the program
 * @param a name of the first run
 * @param b name of the second run
 * @param identical whether every spike is the same
 * @param lines what was printed
 * @param notes what was left out
 */
public record StoredComparison(
    String hillock, String a, String b, boolean identical, List<String> lines, List<String> notes) {

  private static final String KIND = "comparison";

  /** Whether a folder is that of a comparison. */
  public static boolean isOne(Path folder) throws IOException {
    Path file = folder.resolve(OwnFiles.MANIFEST);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    JsonFields fields = JsonFields.read(file);
    return fields.has("kind") && fields.text("kind").equals(KIND);
  }

  /**
   * Reads it.
   *
   * @throws ResultFormatException if a field is missing or not what it should be
   */
  public static StoredComparison read(Path folder) throws IOException {
    JsonFields fields = JsonFields.read(folder.resolve(OwnFiles.MANIFEST));
    return new StoredComparison(
        fields.text("hillock"),
        fields.text("a"),
        fields.text("b"),
        fields.truth("identical"),
        fields.texts("lines"),
        fields.texts("notes"));
  }

  /** As JSON. */
  public String json() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent("  ");
      json.setHtmlSafe(false);
      json.beginObject();
      json.name("hillock").value(hillock);
      json.name("kind").value(KIND);
      json.name("a").value(a);
      json.name("b").value(b);
      json.name("identical").value(identical);
      list(json, "lines", lines);
      list(json, "notes", notes);
      json.endObject();
    }
    return text + "\n";
  }

  private static void list(JsonWriter json, String name, List<String> texts) throws IOException {
    json.name(name).beginArray();
    for (String text : texts) {
      json.value(text);
    }
    json.endArray();
  }
}
