package org.hillock.loihi;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.ProfileJson;
import org.hillock.loihi.chip.ProfileReader;

/** Chip profiles for tests. */
final class Profiles {

  private Profiles() {}

  static ChipProfile loihi() {
    try {
      return ProfileReader.find("loihi");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonObject json() {
    return JsonParser.parseString(ProfileJson.of(loihi()).toString()).getAsJsonObject();
  }

  /** Loihi 1 with another number somewhere: {@code with("core.compartments", 16)}. */
  static ChipProfile with(Object... changes) {
    JsonObject json = json();
    for (int i = 0; i < changes.length; i += 2) {
      String[] path = ((String) changes[i]).split("\\.");
      JsonObject at = json;
      for (int p = 0; p < path.length - 1; p++) {
        at = at.getAsJsonObject(path[p]);
      }
      at.add(path[path.length - 1], JsonParser.parseString(changes[i + 1].toString()));
    }
    int cores = json.get("coresPerChip").getAsInt();
    if (cores != loihi().coresPerChip()) {
      JsonObject mesh = json.getAsJsonObject("mesh");
      mesh.addProperty("columns", cores);
      mesh.addProperty("rows", 1);
      mesh.addProperty("coresPerTile", 1);
    }
    return ProfileReader.parse("test", json.toString());
  }
}
