package org.hillock.loihi.write;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.chip.ProfileJson;
import org.hillock.loihi.chip.Programme;
import org.hillock.loihi.emulate.learning.TraceSettings;
import org.hillock.loihi.partition.CoreFill;
import org.hillock.loihi.partition.CoreLayout;
import org.hillock.loihi.partition.Routes;
import org.hillock.loihi.quantise.ChipLearning;
import org.hillock.loihi.quantise.Compartment;
import org.hillock.loihi.wiring.Numbering;
import org.hillock.loihi.wiring.Relays;
import org.hillock.network.Network;

/**
 * Writes a mapping as JSON, core by core, in the words of the chip's registers where there are any.
 * The form is described by the schema {@link MappingSchema}.
 */
public final class MappingWriter {

  private static final FormattingStyle INDENTED = FormattingStyle.PRETTY.withIndent(" ");
  private static final FormattingStyle FLAT = FormattingStyle.COMPACT;

  private final Mapping mapping;
  private final Network network;

  public MappingWriter(Mapping mapping) {
    this.mapping = mapping;
    this.network = mapping.subject().network();
  }

  /** Writes {@code mapping.json}. */
  public static void write(Mapping mapping, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      new MappingWriter(mapping).write(out);
    }
  }

  /** Writes the mapping to a stream. */
  public void write(Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setHtmlSafe(false);
    json.setFormattingStyle(INDENTED);
    json.beginObject();
    json.name("format").value("hillock-mapping");
    json.name("version").value(1);
    json.name("scenario").value(mapping.subject().name());
    json.name("seed").value(mapping.subject().seed());
    json.name("gridStep_ms").value(mapping.subject().gridStep());
    json.name("chipStep_ms").value(mapping.chipStep());
    json.name("chip").jsonValue(new Gson().toJson(ProfileJson.of(mapping.profile())));
    writePopulations(json);
    new PortWriter(mapping, json, this::writeRoutes).write();
    json.name("cores").beginArray();
    for (int core = 0; core < mapping.cores(); core++) {
      writeCore(json, core);
    }
    json.endArray();
    writeUtilisation(json);
    new ReportWriter(mapping.reports(), json).write();
    json.endObject();
    json.flush();
    out.write('\n');
  }

  private void writePopulations(JsonWriter json) throws IOException {
    json.name("populations").beginArray();
    for (int i = 0; i < mapping.numbering().populations(); i++) {
      json.setFormattingStyle(INDENTED);
      json.beginObject();
      json.setFormattingStyle(FLAT);
      json.name("name").value(mapping.numbering().name(i));
      int relay = i - network.populations().size();
      json.name("model").value(relay < 0 ? network.populations().get(i).model() : "relay");
      json.name("size").value(mapping.numbering().size(i));
      json.name("onChip").value(mapping.populations().containsKey(i));
      if (relay >= 0) {
        Relays.Stage stage = mapping.numbering().relays().stages().get(relay);
        json.name("relays").value(mapping.numbering().name(stage.population()));
        json.name("laterBy").value(stage.number() * mapping.numbering().relays().period());
        writeNumbers(json, "neurons", stage.neurons());
      }
      json.endObject();
    }
    json.setFormattingStyle(INDENTED);
    json.endArray();
  }

  private void writeCore(JsonWriter json, int core) throws IOException {
    CoreLayout layout = mapping.layout(core);
    CoreFill fill = mapping.fill(core);
    json.beginObject();
    int physical = mapping.physical(core);
    json.name("chip").value(physical / mapping.profile().coresPerChip());
    json.name("core").value(physical % mapping.profile().coresPerChip());
    json.name("slices").beginArray();
    for (CoreLayout.Slice slice : layout.slices()) {
      json.beginObject();
      json.setFormattingStyle(FLAT);
      json.name("population").value(mapping.numbering().name(slice.population()));
      json.name("firstNeuron").value(slice.firstNeuron());
      json.name("firstCompartment").value(slice.firstCompartment());
      json.name("count").value(slice.count());
      json.endObject();
      json.setFormattingStyle(INDENTED);
    }
    json.endArray();
    json.name("numUpdates").value((fill.compartments() + 3) / 4);
    json.name("dendriteSharedCfg").beginObject();
    json.name("negVmLimit").value(mapping.profile().neuron().negVmLimit());
    json.name("posVmLimit").value(mapping.profile().neuron().posVmLimit());
    json.endObject();
    json.name("dendriteAccumCfg").beginObject();
    json.name("delayBits").value(Integer.numberOfTrailingZeros(fill.delaySlots()));
    json.endObject();
    writeCompartments(json, layout.compartments());
    List<ChipLearning> rules = rules(layout.formats());
    writeLearning(json, rules);
    writeFormats(json, layout.formats(), rules);
    writeBlocks(json, layout.blocks());
    writeSynapseMap(json, layout.axons());
    writeAxons(json, fill);
    json.name("utilisation").beginObject();
    for (Limit limit : Limit.of(mapping.profile())) {
      json.name(limit.key()).value(mapping.used(core, limit));
    }
    json.endObject();
    json.endObject();
  }

  private void writeCompartments(JsonWriter json, List<Compartment> compartments)
      throws IOException {
    List<Compartment.Profile> profiles =
        compartments.stream().map(Compartment::dynamics).distinct().toList();
    List<Integer> thresholds =
        compartments.stream().map(Compartment::threshold).distinct().toList();
    json.name("cxProfileCfg").beginArray();
    for (Compartment.Profile profile : profiles) {
      json.beginObject();
      json.setFormattingStyle(FLAT);
      json.name("decayU").value(profile.decayU());
      json.name("decayV").value(profile.decayV());
      json.name("refractDelay").value(profile.refractDelay());
      if (profile.programme() != Programme.LIF) {
        json.name("programme").value(profile.programme().text());
        writeRegisters(json, "constants", profile.programme().constants(), profile.constants());
      }
      json.endObject();
      json.setFormattingStyle(INDENTED);
    }
    json.endArray();
    json.name("vthProfileCfg").beginArray();
    for (int threshold : thresholds) {
      json.beginObject();
      json.setFormattingStyle(FLAT);
      json.name("vth").value(threshold);
      json.endObject();
      json.setFormattingStyle(INDENTED);
    }
    json.endArray();
    json.name("cxCfg").beginArray();
    for (Compartment compartment : compartments) {
      json.beginObject();
      json.setFormattingStyle(FLAT);
      json.name("bias").value(compartment.bias().mantissa());
      json.name("biasExp").value(compartment.bias().exponent());
      json.name("cxProfile").value(profiles.indexOf(compartment.dynamics()));
      json.name("vthProfile").value(thresholds.indexOf(compartment.threshold()));
      json.name("u0").value(compartment.u());
      json.name("v0").value(compartment.v());
      if (!compartment.state().isEmpty()) {
        writeRegisters(
            json, "state", compartment.dynamics().programme().states(), compartment.state());
      }
      json.endObject();
      json.setFormattingStyle(INDENTED);
    }
    json.endArray();
  }

  private static void writeRegisters(
      JsonWriter json, String name, List<Programme.Register> registers, List<Integer> values)
      throws IOException {
    json.name(name).beginObject();
    for (int i = 0; i < registers.size(); i++) {
      json.name(registers.get(i).name()).value(values.get(i));
    }
    json.endObject();
  }

  private static List<ChipLearning> rules(List<CoreLayout.Format> formats) {
    return formats.stream()
        .flatMap(format -> Stream.ofNullable(format.weights().learning()))
        .distinct()
        .toList();
  }

  private void writeLearning(JsonWriter json, List<ChipLearning> rules) throws IOException {
    json.name("stdpProfileCfg").beginArray();
    for (ChipLearning rule : rules) {
      json.beginObject();
      json.setFormattingStyle(FLAT);
      json.name("dw").value(rule.rule());
      writeTraces(json, "x", rule.x());
      writeTraces(json, "y", rule.y());
      json.name("epoch").value(rule.epoch());
      json.endObject();
      json.setFormattingStyle(INDENTED);
    }
    json.endArray();
  }

  /** The first trace of a side, and others that there are. */
  private static void writeTraces(JsonWriter json, String side, List<TraceSettings> traces)
      throws IOException {
    for (int i = 0; i < traces.size(); i++) {
      if (i == 0 || !traces.get(i).equals(TraceSettings.NONE)) {
        json.name(side + (i + 1) + "Impulse").value(traces.get(i).impulse());
        json.name(side + (i + 1) + "Tau").value(traces.get(i).tau());
      }
    }
  }

  private void writeFormats(
      JsonWriter json, List<CoreLayout.Format> formats, List<ChipLearning> rules)
      throws IOException {
    json.name("synapseFmt").beginArray();
    for (CoreLayout.Format format : formats) {
      json.beginObject();
      json.setFormattingStyle(FLAT);
      json.name("id").value(format.id());
      json.name("wgtExp").value(format.weights().exponent());
      json.name("wgtBits").value(format.weights().bits());
      json.name("dlyBits").value(format.weights().delayBits());
      json.name("tagBits").value(0);
      json.name("fanoutType").value(format.weights().signMode().code());
      json.name("compression").value(format.dense() ? 3 : 0);
      json.name("idxBits").value(format.indexBits());
      json.name("numSynapses").value(mapping.profile().synapse().entrySynapses() - 1);
      if (format.weights().learning() != null) {
        json.name("stdpProfile").value(rules.indexOf(format.weights().learning()));
      }
      json.endObject();
      json.setFormattingStyle(INDENTED);
    }
    json.endArray();
  }

  private void writeBlocks(JsonWriter json, List<CoreLayout.Block> blocks) throws IOException {
    json.name("synapses").beginArray();
    for (CoreLayout.Block block : blocks) {
      json.beginObject();
      json.setFormattingStyle(FLAT);
      json.name("synapsePtr").value(block.pointer());
      json.name("synapseLen").value(block.words());
      json.name("entries").beginArray();
      for (CoreLayout.Entry entry : block.entries()) {
        json.beginObject();
        json.name("synFmtId").value(entry.format().id());
        int[] targets = entry.targets();
        if (targets == null) {
          json.name("base").value(entry.base());
        } else {
          writeNumbers(json, "cIdx", targets);
        }
        writeNumbers(json, "wgt", entry.weights());
        if (entry.format().weights().delayBits() > 0) {
          writeNumbers(json, "dly", entry.delays());
        }
        json.endObject();
      }
      json.endArray();
      json.endObject();
      json.setFormattingStyle(INDENTED);
    }
    json.endArray();
  }

  private void writeSynapseMap(JsonWriter json, List<CoreLayout.Axon> axons) throws IOException {
    json.name("synapseMap").beginArray();
    for (CoreLayout.Axon axon : axons) {
      json.beginObject();
      json.setFormattingStyle(FLAT);
      writeSource(json, axon.source());
      if (axon.type() >= 0) {
        json.name("axonType").value(axon.type());
      }
      if (axon.base() > 0) {
        json.name("cxBase").value(axon.base());
      }
      json.name("synapsePtr").value(axon.block().pointer());
      json.name("synapseLen").value(axon.block().words());
      json.endObject();
      json.setFormattingStyle(INDENTED);
    }
    json.endArray();
  }

  private void writeSource(JsonWriter json, int source) throws IOException {
    Numbering numbering = mapping.numbering();
    if (numbering.placeOf(source) < 0) {
      json.name("port").value(numbering.portOf(source));
    } else {
      json.name("population").value(numbering.name(numbering.populationOf(source)));
      json.name("neuron").value(numbering.neuronOf(source));
    }
  }

  private static void writeNumbers(JsonWriter json, String name, int[] numbers) throws IOException {
    json.name(name).beginArray();
    for (int number : numbers) {
      json.value(number);
    }
    json.endArray();
  }

  private void writeAxons(JsonWriter json, CoreFill fill) throws IOException {
    json.name("axons").beginArray();
    for (int compartment = 0; compartment < fill.compartments(); compartment++) {
      int place = fill.places()[compartment];
      int population = mapping.numbering().populationAt(place);
      int source = mapping.numbering().sourceOf(population, mapping.numbering().neuronAt(place));
      writeRoutes(json, source, compartment);
    }
    json.endArray();
  }

  /** The routes of a source, one object each; {@code compartment} -1 for a source outside. */
  private void writeRoutes(JsonWriter json, int source, int compartment) throws IOException {
    Routes routes = mapping.routes();
    int perChip = mapping.profile().coresPerChip();
    for (int route = routes.from(source); route < routes.to(source); route++) {
      json.beginObject();
      json.setFormattingStyle(FLAT);
      if (compartment >= 0) {
        json.name("srcCx").value(compartment);
      }
      int physical = mapping.physical(routes.core(route));
      json.name("dstChip").value(physical / perChip);
      json.name("dstCore").value(physical % perChip);
      json.name("dstAxon").value(routes.axon(route));
      json.endObject();
      json.setFormattingStyle(INDENTED);
    }
  }

  private void writeUtilisation(JsonWriter json) throws IOException {
    json.name("utilisation").beginObject();
    json.name("chips").value(mapping.chips());
    json.name("cores").value(mapping.cores());
    json.name("neurons").value(mapping.neurons());
    json.name("synapses").value(mapping.synapses());
    json.name("perCore").beginObject();
    for (Map.Entry<Limit, Usage> usage : Usage.of(mapping).entrySet()) {
      json.name(usage.getKey().key()).beginObject();
      json.setFormattingStyle(FLAT);
      json.name("limit").value(usage.getKey().perCore(mapping.profile()));
      json.name("min").value(usage.getValue().min());
      json.name("mean").value(usage.getValue().mean());
      json.name("max").value(usage.getValue().max());
      json.endObject();
      json.setFormattingStyle(INDENTED);
    }
    json.endObject();
    json.endObject();
  }
}
