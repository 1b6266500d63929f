package org.hillock.loihi.chip;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;

/** A chip profile as JSON, in the form in which {@link ProfileReader} reads it. */
public final class ProfileJson {

  private ProfileJson() {}

  public static JsonObject of(Record profile) {
    JsonObject object = new JsonObject();
    for (RecordComponent component : profile.getClass().getRecordComponents()) {
      Object value;
      try {
        value = component.getAccessor().invoke(profile);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
      // What a file need not say goes without saying, and so mappings need not carry it.
      if (ProfileReader.optional(component)
          && value.equals(component.getAnnotation(ChipProfile.Allowed.class).otherwise())) {
        continue;
      }
      if (value instanceof Number number) {
        object.addProperty(component.getName(), number);
      } else if (value instanceof Boolean truth) {
        object.addProperty(component.getName(), truth);
      } else if (value instanceof List<?> list) {
        JsonArray array = new JsonArray();
        list.forEach(item -> array.add((Integer) item));
        object.add(component.getName(), array);
      } else if (value instanceof Set<?> forms) {
        if (!forms.equals(ChipForm.USUAL)) {
          JsonArray array = new JsonArray();
          forms.forEach(form -> array.add(((ChipForm) form).text()));
          object.add(component.getName(), array);
        }
      } else if (value instanceof Record record) {
        object.add(component.getName(), of(record));
      } else {
        object.addProperty(component.getName(), String.valueOf(value));
      }
    }
    return object;
  }
}
