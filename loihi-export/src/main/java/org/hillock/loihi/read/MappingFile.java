package org.hillock.loihi.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.file.TextFile;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.ProfileReader;

/**
 * All of a {@code mapping.json}.
 *
 * @param scenario name of the scenario
 * @param seed of the synapses
 * @param gridStep of the simulator [ms]
 * @param chipStep what a step of the chip stands for [ms]
 * @param chip the board
 * @param populations in the order of the file
 * @param ports sources outside the chip
 * @param relaySynapses from port to port, which the host must work out
 * @param cores in use
 * @param scales units of v per mV of each population
 * @param quantisation what rounding did, as the file says it
 */
public record MappingFile(
    String scenario,
    long seed,
    double gridStep,
    double chipStep,
    ChipProfile chip,
    List<MappedPopulation> populations,
    List<MappedPort> ports,
    List<RelaySynapse> relaySynapses,
    List<MappedCore> cores,
    Map<String, Double> scales,
    JsonObject quantisation) {

  private static final int VERSION = 1;

  /** A synapse of the host, in front of the chip. */
  public record RelaySynapse(int from, int to, double weight, int delaySteps) {}

  /**
   * Reads a mapping, or the one in a folder.
   *
   * @throws MappingFormatException if it is none
   */
  public static MappingFile read(Path path) throws IOException {
    Path file = Files.isDirectory(path) ? path.resolve("mapping.json") : path;
    if (!Files.isRegularFile(file)) {
      throw new MappingFormatException(
          path.toString(), "no mapping there; 'hillock export' writes a folder with mapping.json");
    }
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return read(file.toString(), reader);
    } catch (CharacterCodingException e) {
      throw new MappingFormatException(file.toString(), TextFile.fault(file).sentence());
    }
  }

  /**
   * Reads a mapping.
   *
   * @param name how messages call it
   * @throws MappingFormatException if it is none
   */
  public static MappingFile read(String name, Reader reader) throws IOException {
    Map<String, JsonElement> head = new TreeMap<>();
    List<MappedCore> cores = new ArrayList<>();
    try {
      JsonReader json = new JsonReader(reader);
      json.beginObject();
      while (json.hasNext()) {
        String key = json.nextName();
        if (key.equals("cores")) {
          json.beginArray();
          while (json.hasNext()) {
            String where = name + ": cores[" + cores.size() + "]";
            cores.add(CoreParser.parse(new Fields(where, JsonParser.parseReader(json))));
          }
          json.endArray();
        } else {
          head.put(key, JsonParser.parseReader(json));
        }
      }
      json.endObject();
    } catch (EOFException e) {
      throw cut(name);
    } catch (MalformedJsonException | IllegalStateException e) {
      throw notJson(name, e);
    } catch (JsonParseException e) {
      Throwable cause = e.getCause();
      if (cause instanceof EOFException) {
        throw cut(name);
      }
      if (cause instanceof CharacterCodingException bytes) {
        throw bytes;
      }
      throw notJson(name, cause == null ? e : cause);
    }
    JsonObject all = new JsonObject();
    head.forEach(all::add);
    return of(Fields.ofFile(name, all), cores);
  }

  /** The reader of JSON knows the line, but its sentences are for programmers. */
  private static MappingFormatException notJson(String name, Throwable e) {
    Matcher place =
        Pattern.compile("line (\\d+) column (\\d+)").matcher(String.valueOf(e.getMessage()));
    return new MappingFormatException(
        name,
        (place.find() ? "line " + place.group(1) + ", column " + place.group(2) + ": " : "")
            + "not a mapping in JSON, as 'hillock export' writes it");
  }

  private static MappingFormatException cut(String name) {
    return new MappingFormatException(
        name, "the file ends too soon; 'hillock export' writes it anew");
  }

  private static MappingFile of(Fields file, List<MappedCore> cores) {
    if (!file.text("format", "").equals("hillock-mapping")) {
      throw new MappingFormatException(
          file.where(), "expected \"format\": \"hillock-mapping\", as 'hillock export' writes it");
    }
    if (file.integer("version") != VERSION) {
      throw new MappingFormatException(
          file.where(),
          "version " + file.integer("version") + ", but this Hillock reads version " + VERSION);
    }
    ChipProfile chip = ProfileReader.parse(file.where(), file.object("chip").json().toString());
    List<MappedPopulation> populations = new ArrayList<>();
    for (Fields one : file.list("populations")) {
      populations.add(
          new MappedPopulation(
              one.text("name"),
              one.text("model"),
              one.integer("size"),
              one.flag("onChip"),
              one.text("relays", ""),
              one.integer("laterBy", 0),
              one.integers("neurons")));
    }
    List<MappedPort> ports = new ArrayList<>();
    for (Fields one : file.list("inputs")) {
      ports.add(
          new MappedPort(
              one.integer("port"),
              one.text("kind"),
              one.text("name"),
              one.integer("index"),
              one.number("rate_Hz", 0),
              one.number("deadTime_ms", 0),
              one.has("firstStep") ? one.whole("firstStep") : 0,
              one.has("lastStep") ? one.whole("lastStep") : Long.MAX_VALUE,
              one.integers("steps"),
              CoreParser.routes(one.list("axons"))));
    }
    List<RelaySynapse> relays = new ArrayList<>();
    for (Fields one : file.list("relaySynapses")) {
      relays.add(
          new RelaySynapse(
              one.integer("from"),
              one.integer("to"),
              one.number("weight", 0),
              one.integer("delaySteps")));
    }
    Map<String, Double> scales = new TreeMap<>();
    for (Fields one : file.object("quantisation").list("populations")) {
      scales.put(one.text("population"), one.number("unitsPerMillivolt", 1));
    }
    return new MappingFile(
        file.text("scenario"),
        file.whole("seed"),
        file.positive("gridStep_ms"),
        file.positive("chipStep_ms"),
        chip,
        List.copyOf(populations),
        List.copyOf(ports),
        List.copyOf(relays),
        List.copyOf(cores),
        scales,
        file.object("quantisation").json());
  }

  /**
   * The same, if all that it names is there, so that it can be followed without looking.
   *
   * @throws MappingFormatException where something is not
   */
  public MappingFile complete() {
    new References(this).check();
    return this;
  }

  /** The population of a name. */
  public MappedPopulation population(String name) {
    return populations.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new MappingFormatException("populations", "there is no " + name));
  }
}
