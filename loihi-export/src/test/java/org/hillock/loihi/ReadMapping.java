package org.hillock.loihi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.loihi.write.MappingWriter;
import org.jspecify.annotations.Nullable;

/**
 * {@code mapping.json}, read back: every synapse by the names of its ends, found by following the
 * output axons and ports to the cores they lead to. Complains about everything that breaks a limit.
 */
final class ReadMapping {

  /**
   * A synapse.
   *
   * @param source such as {@code exc[3]}; of an input, its name and train
   * @param target such as {@code inh[0]}
   * @param weight added to u
   * @param lsb least difference of two weights of its format
   * @param delay on top of the one step of every spike
   */
  record Synapse(String source, String target, long weight, long lsb, int delay) {}

  final JsonObject json;
  final JsonObject chip;
  final List<String> complaints = new ArrayList<>();
  final List<Synapse> synapses = new ArrayList<>();
  private final Map<Integer, String> ports = new HashMap<>();

  /** Input axons: "chip/core/axon" → what the synapse map says is its source. */
  private final Map<String, String> axonSource = new HashMap<>();

  private ReadMapping(JsonObject json) {
    this.json = json;
    this.chip = json.getAsJsonObject("chip");
  }

  static String text(Mapping mapping) throws IOException {
    StringWriter out = new StringWriter();
    new MappingWriter(mapping).write(out);
    return out.toString();
  }

  static ReadMapping of(String text) {
    ReadMapping read = new ReadMapping(JsonParser.parseString(text).getAsJsonObject());
    read.readPorts();
    Set<String> placed = new HashSet<>();
    Set<String> cores = new HashSet<>();
    for (JsonElement core : read.json.getAsJsonArray("cores")) {
      if (!cores.add(read.coreName(core.getAsJsonObject()))) {
        read.complaints.add("core twice " + read.coreName(core.getAsJsonObject()));
      }
      read.readCore(core.getAsJsonObject(), placed);
    }
    read.checkEverybodyIsPlaced(placed);
    read.checkRoutes();
    return read;
  }

  String portName(int port) {
    return ports.getOrDefault(port, "no port " + port);
  }

  private void readPorts() {
    for (JsonElement element : json.getAsJsonArray("inputs")) {
      JsonObject port = element.getAsJsonObject();
      String name = port.get("name").getAsString() + "[" + port.get("index").getAsInt() + "]";
      if (ports.put(port.get("port").getAsInt(), name) != null) {
        complaints.add("port twice " + port);
      }
    }
  }

  private String coreName(JsonObject core) {
    int number = core.get("core").getAsInt();
    int chipNumber = core.get("chip").getAsInt();
    if (number >= chip.get("coresPerChip").getAsInt()
        || chipNumber >= chip.get("chips").getAsInt()) {
      complaints.add("no such core " + chipNumber + "/" + number);
    }
    return chipNumber + "/" + number;
  }

  /** The name of the neuron of every compartment. */
  static List<String> names(JsonObject core) {
    List<String> names = new ArrayList<>();
    for (JsonElement element : core.getAsJsonArray("slices")) {
      JsonObject slice = element.getAsJsonObject();
      for (int i = 0; i < slice.get("count").getAsInt(); i++) {
        names.add(
            slice.get("population").getAsString()
                + "["
                + (slice.get("firstNeuron").getAsInt() + i)
                + "]");
      }
    }
    return names;
  }

  private void readCore(JsonObject core, Set<String> placed) {
    String name = coreName(core);
    List<String> names = names(core);
    for (String neuron : names) {
      if (!placed.add(neuron)) {
        complaints.add("placed twice " + neuron);
      }
    }
    JsonObject limits = chip.getAsJsonObject("core");
    JsonArray axons = core.getAsJsonArray("synapseMap");
    limit(name, "compartments", names.size(), limits.get("compartments").getAsInt());
    limit(name, "input axons", axons.size(), limits.get("inputAxons").getAsInt());
    limit(
        name,
        "output axons",
        core.getAsJsonArray("axons").size(),
        limits.get("outputAxons").getAsInt());
    limit(
        name,
        "profiles",
        core.getAsJsonArray("cxProfileCfg").size(),
        limits.get("compartmentProfiles").getAsInt());
    limit(
        name,
        "thresholds",
        core.getAsJsonArray("vthProfileCfg").size(),
        limits.get("thresholdProfiles").getAsInt());
    limit(
        name,
        "formats",
        core.getAsJsonArray("synapseFmt").size(),
        limits.get("synapseFormats").getAsInt());
    checkCompartments(name, core, names.size());
    int slots = 1 << core.getAsJsonObject("dendriteAccumCfg").get("delayBits").getAsInt();
    limit(
        name, "accumulators", slots * names.size(), limits.get("dendriteAccumulators").getAsInt());
    int words = 0;
    Map<Integer, JsonObject> blocks = new HashMap<>();
    for (JsonElement element : core.getAsJsonArray("synapses")) {
      JsonObject block = element.getAsJsonObject();
      if (block.get("synapsePtr").getAsInt() != words) {
        complaints.add(name + " block " + block.get("synapsePtr") + " should begin at " + words);
      }
      int own = 0;
      for (JsonElement entry : block.getAsJsonArray("entries")) {
        own += readEntry(name, core, entry.getAsJsonObject(), null, 0, names, slots);
      }
      if (own != block.get("synapseLen").getAsInt()) {
        complaints.add(name + " block of " + block.get("synapseLen") + " words, counted " + own);
      }
      blocks.put(words, block);
      words += own;
    }
    for (int axon = 0; axon < axons.size(); axon++) {
      JsonObject map = axons.get(axon).getAsJsonObject();
      String source =
          map.has("port")
              ? portName(map.get("port").getAsInt())
              : map.get("population").getAsString() + "[" + map.get("neuron").getAsInt() + "]";
      axonSource.put(name + "/" + axon, source);
      JsonObject block = blocks.get(map.get("synapsePtr").getAsInt());
      if (block == null || !block.get("synapseLen").equals(map.get("synapseLen"))) {
        complaints.add(name + " axon " + axon + " leads to no block");
        continue;
      }
      int base = map.has("cxBase") ? map.get("cxBase").getAsInt() : 0;
      limit(name, "base", base, chip.getAsJsonObject("synapse").get("baseMax").getAsInt());
      for (JsonElement entry : block.getAsJsonArray("entries")) {
        readEntry(name, core, entry.getAsJsonObject(), source, base, names, slots);
      }
    }
    limit(name, "synapse words", words, limits.get("synapseWords").getAsInt());
    JsonObject utilisation = core.getAsJsonObject("utilisation");
    equal(name + " words", words, utilisation.get("synapseWords").getAsInt());
    equal(name + " axons", axons.size(), utilisation.get("inputAxons").getAsInt());
    equal(
        name + " routes",
        core.getAsJsonArray("axons").size(),
        utilisation.get("outputAxons").getAsInt());
    equal(name + " compartments", names.size(), utilisation.get("compartments").getAsInt());
  }

  private void checkCompartments(String name, JsonObject core, int count) {
    JsonObject fields = chip.getAsJsonObject("neuron");
    JsonArray compartments = core.getAsJsonArray("cxCfg");
    equal(name + " cxCfg", count, compartments.size());
    JsonObject shared = core.getAsJsonObject("dendriteSharedCfg");
    long least = -(1L << shared.get("negVmLimit").getAsInt()) + 1;
    long greatest = (1L << 9 + 2 * shared.get("posVmLimit").getAsInt()) - 1;
    long state = (1L << fields.get("stateBits").getAsInt()) - 1;
    limit(name, "width of the state above 0", state, greatest);
    limit(name, "width of the state below 0", state, -least);
    for (JsonElement element : compartments) {
      JsonObject compartment = element.getAsJsonObject();
      limit(
          name,
          "bias",
          Math.abs(compartment.get("bias").getAsInt()),
          (1 << fields.get("biasMantissaBits").getAsInt()) - 1);
      limit(
          name,
          "bias exponent",
          compartment.get("biasExp").getAsInt(),
          fields.get("biasExponentMax").getAsInt());
      limit(name, "v0 above 0", compartment.get("v0").getAsInt(), greatest);
      limit(name, "v0 below 0", -compartment.get("v0").getAsInt(), -least);
      limit(
          name,
          "v0",
          Math.abs(compartment.get("v0").getAsInt()),
          (1 << fields.get("stateBits").getAsInt()) - 1);
      limit(
          name,
          "profile",
          compartment.get("cxProfile").getAsInt(),
          core.getAsJsonArray("cxProfileCfg").size() - 1);
      limit(
          name,
          "threshold",
          compartment.get("vthProfile").getAsInt(),
          core.getAsJsonArray("vthProfileCfg").size() - 1);
    }
    for (JsonElement element : core.getAsJsonArray("cxProfileCfg")) {
      JsonObject profile = element.getAsJsonObject();
      int one = 1 << fields.get("decayBits").getAsInt();
      limit(name, "decayU", profile.get("decayU").getAsInt(), one - 1);
      limit(name, "decayV", profile.get("decayV").getAsInt(), one - 1);
      limit(
          name,
          "refractDelay",
          profile.get("refractDelay").getAsInt(),
          fields.get("refractoryMax").getAsInt());
    }
    for (JsonElement element : core.getAsJsonArray("vthProfileCfg")) {
      int vth = element.getAsJsonObject().get("vth").getAsInt();
      limit(name, "v at vth", (long) vth << fields.get("thresholdExponent").getAsInt(), greatest);
      limit(
          name,
          "vth",
          element.getAsJsonObject().get("vth").getAsInt(),
          (1 << fields.get("thresholdMantissaBits").getAsInt()) - 1);
    }
  }

  private int readEntry(
      String name,
      JsonObject core,
      JsonObject entry,
      @Nullable String source,
      int base,
      List<String> names,
      int slots) {
    JsonObject format = null;
    for (JsonElement candidate : core.getAsJsonArray("synapseFmt")) {
      if (candidate.getAsJsonObject().get("id").getAsInt() == entry.get("synFmtId").getAsInt()) {
        format = candidate.getAsJsonObject();
      }
    }
    if (format == null || format.get("id").getAsInt() == 0) {
      complaints.add(name + " no format for " + entry);
      return 0;
    }
    JsonObject fields = chip.getAsJsonObject("synapse");
    int exponent = format.get("wgtExp").getAsInt();
    int bits = format.get("wgtBits").getAsInt();
    int mode = format.get("fanoutType").getAsInt();
    boolean dense = format.get("compression").getAsInt() == 3;
    if (!fields.getAsJsonArray("weightBits").contains(format.get("wgtBits"))) {
      complaints.add(name + " cannot encode " + bits + " bits");
    }
    limit(name, "exponent", exponent, fields.get("weightExponentMax").getAsInt());
    limit(name, "-exponent", -exponent, -fields.get("weightExponentMin").getAsInt());
    JsonArray weights = entry.getAsJsonArray("wgt");
    limit(name, "entry", weights.size(), fields.get("entrySynapses").getAsInt());
    int full =
        1
            << fields
                .getAsJsonArray("weightBits")
                .get(fields.getAsJsonArray("weightBits").size() - 1)
                .getAsInt();
    int shift = fields.get("weightShift").getAsInt();
    int grain = full >> bits << (mode == 1 ? 1 : 0);
    long lsb = Math.max(1 << shift, Math.round(Math.scalb((double) grain, shift + exponent)));
    for (int i = 0; i < weights.size(); i++) {
      int mantissa = weights.get(i).getAsInt();
      int delay = entry.has("dly") ? entry.getAsJsonArray("dly").get(i).getAsInt() : 0;
      int target =
          dense ? entry.get("base").getAsInt() + i : entry.getAsJsonArray("cIdx").get(i).getAsInt();
      if (mantissa == 0 && dense) {
        continue;
      }
      if (mantissa == 0
          || mantissa % grain != 0
          || mode == 2 && mantissa < 0
          || mode == 3 && mantissa > 0
          || mantissa >= full
          || mantissa < -full
          || exponent < 0 && mantissa % (1 << -exponent) != 0) {
        complaints.add(name + " mantissa " + mantissa + " in " + format);
      }
      limit(name, "delay", delay, fields.get("delayMax").getAsInt());
      limit(name, "delay bits", delay, (1 << format.get("dlyBits").getAsInt()) - 1);
      limit(name, "delay slots", delay, slots - 2);
      if (!dense) {
        limit(name, "index bits", target, (1 << format.get("idxBits").getAsInt()) - 1);
      }
      if (source != null) {
        synapses.add(
            new Synapse(
                source,
                names.get(base + target),
                Math.round(Math.scalb((double) mantissa, shift + exponent)),
                lsb,
                delay));
      }
    }
    int perSynapse =
        bits
            + format.get("dlyBits").getAsInt()
            + format.get("tagBits").getAsInt()
            + format.get("idxBits").getAsInt();
    return (4 + 6 + weights.size() * perSynapse + 63) / 64;
  }

  private void checkEverybodyIsPlaced(Set<String> placed) {
    int expected = 0;
    for (JsonElement element : json.getAsJsonArray("populations")) {
      JsonObject population = element.getAsJsonObject();
      for (int i = 0;
          population.get("onChip").getAsBoolean() && i < population.get("size").getAsInt();
          i++) {
        expected++;
        if (!placed.contains(population.get("name").getAsString() + "[" + i + "]")) {
          complaints.add("not placed: " + population.get("name") + i);
        }
      }
    }
    equal("placed", expected, placed.size());
  }

  /** Every route leads to an axon of its own source, and every axon is led to once. */
  private void checkRoutes() {
    Set<String> reached = new HashSet<>();
    for (JsonElement element : json.getAsJsonArray("cores")) {
      JsonObject core = element.getAsJsonObject();
      List<String> names = names(core);
      for (JsonElement axon : core.getAsJsonArray("axons")) {
        checkRoute(
            axon.getAsJsonObject(),
            names.get(axon.getAsJsonObject().get("srcCx").getAsInt()),
            reached);
      }
    }
    for (JsonElement element : json.getAsJsonArray("inputs")) {
      JsonObject port = element.getAsJsonObject();
      for (JsonElement axon : port.getAsJsonArray("axons")) {
        checkRoute(axon.getAsJsonObject(), portName(port.get("port").getAsInt()), reached);
      }
    }
    equal("axons that are led to", axonSource.size(), reached.size());
  }

  private void checkRoute(JsonObject axon, String source, Set<String> reached) {
    String address = axon.get("dstChip") + "/" + axon.get("dstCore") + "/" + axon.get("dstAxon");
    if (!source.equals(axonSource.get(address))) {
      complaints.add("the route of " + source + " leads to " + axonSource.get(address));
    }
    if (!reached.add(address)) {
      complaints.add("two routes to " + address);
    }
  }

  private void limit(String where, String what, long found, long most) {
    if (found > most) {
      complaints.add(where + ": " + what + " " + found + " > " + most);
    }
  }

  private void equal(String what, long expected, long found) {
    if (expected != found) {
      complaints.add(what + ": expected " + expected + ", found " + found);
    }
  }
}
