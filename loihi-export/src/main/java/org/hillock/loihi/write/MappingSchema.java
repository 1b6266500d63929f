package org.hillock.loihi.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published form of {@code mapping.json}: a JSON Schema, draft 2020-12. */
public final class MappingSchema {

  private MappingSchema() {}

  /** The schema as JSON text. */
  public static String json() {
    try (InputStream in = MappingSchema.class.getResourceAsStream("mapping.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("the schema is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
