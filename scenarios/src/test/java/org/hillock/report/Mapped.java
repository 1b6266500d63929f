package org.hillock.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.LoihiCompiler;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.ProfileJson;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;

/** Small mappings for tests. */
final class Mapped {

  private Mapped() {}

  private static final double STEP = 0.1;

  /** A network compiled for a chip. */
  static Mapping compile(String name, Network network, ChipProfile profile) {
    return LoihiCompiler.compile(
        new LoihiCompiler.Subject(name, network, STEP, 42),
        profile,
        LoihiCompiler.Options.of(STEP));
  }

  static ChipProfile loihi() {
    try {
      return ProfileReader.find("loihi");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Loihi with other numbers.
   *
   * @param columns of tiles on a chip
   * @param rows of tiles on a chip
   * @param coresPerTile cores that share a router
   * @param chipColumns chips beside each other
   * @param chips of the board
   * @param compartments of a core
   */
  static ChipProfile board(
      int columns, int rows, int coresPerTile, int chipColumns, int chips, int compartments) {
    JsonObject json = JsonParser.parseString(ProfileJson.of(loihi()).toString()).getAsJsonObject();
    json.addProperty("name", "small");
    json.addProperty("chips", chips);
    json.addProperty("coresPerChip", columns * rows * coresPerTile);
    JsonObject mesh = json.getAsJsonObject("mesh");
    mesh.addProperty("columns", columns);
    mesh.addProperty("rows", rows);
    mesh.addProperty("coresPerTile", coresPerTile);
    mesh.addProperty("chipColumns", chipColumns);
    json.getAsJsonObject("core").addProperty("compartments", compartments);
    return ProfileReader.parse("small", json.toString());
  }

  /** Neurons of two populations, at random, with weights that cannot be exact, and some input. */
  static Network random(int size) {
    return random("a", "b", size);
  }

  static Network random(String first, String second, int size) {
    Population a = population(first, size, 20);
    Population b = population(second, size / 2, 13);
    return new Network(
        List.of(a, b),
        List.of(
            new Input.Poisson(
                "drive",
                List.of(NeuronRange.all(a)),
                800,
                Distribution.of(0.7),
                1,
                0,
                Double.POSITIVE_INFINITY)),
        List.of(projection(a, b), projection(b, a), projection(a, a)));
  }

  private static Population population(String name, int size, double tauM) {
    return new Population(
        name,
        size,
        "iaf_psc_delta",
        Map.of(
            "tau_m", Distribution.of(tauM),
            "E_L", Distribution.of(0),
            "V_th", Distribution.of(20),
            "V_reset", Distribution.of(10),
            "t_ref", Distribution.of(2)));
  }

  private static Projection projection(Population from, Population to) {
    return new Projection(
        from.name() + "→" + to.name(),
        NeuronRange.all(from),
        NeuronRange.all(to),
        new ConnectionRule.FixedIndegree(5),
        new Distribution.Normal(0.4, 0.1),
        Distribution.of(1.5),
        true,
        true,
        null);
  }
}
