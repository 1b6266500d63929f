package org.hillock.loihi.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hillock.loihi.chip.Programme;
import org.hillock.loihi.emulate.learning.LearningProfile;

/** Reads one core of a mapping. */
final class CoreParser {

  private CoreParser() {}

  static MappedCore parse(Fields core) {
    List<MappedCore.Profile> profiles = profiles(core);
    List<MappedCore.Slice> slices = new ArrayList<>();
    for (Fields one : core.list("slices")) {
      slices.add(
          new MappedCore.Slice(
              one.text("population"),
              one.integer("firstNeuron"),
              one.integer("firstCompartment"),
              one.integer("count")));
    }
    List<Fields> axons = core.list("axons");
    return new MappedCore(
        core.integer("chip"),
        core.integer("core"),
        List.copyOf(slices),
        core.object("dendriteAccumCfg").integer("delayBits"),
        core.object("dendriteSharedCfg").integer("negVmLimit"),
        core.object("dendriteSharedCfg").integer("posVmLimit"),
        profiles,
        core.list("vthProfileCfg").stream().mapToInt(one -> one.integer("vth")).toArray(),
        compartments(core, profiles),
        learning(core),
        formats(core),
        blocks(core),
        inputAxons(core),
        axons.stream().mapToInt(one -> one.integer("srcCx")).toArray(),
        routes(axons),
        utilisation(core.object("utilisation")));
  }

  private static Map<String, Integer> utilisation(Fields used) {
    Map<String, Integer> utilisation = new TreeMap<>();
    used.json().keySet().forEach(key -> utilisation.put(key, used.integer(key)));
    return utilisation;
  }

  static MappedCore.Route[] routes(List<Fields> axons) {
    MappedCore.Route[] routes = new MappedCore.Route[axons.size()];
    for (int i = 0; i < routes.length; i++) {
      Fields one = axons.get(i);
      routes[i] =
          new MappedCore.Route(
              one.integer("dstChip"), one.integer("dstCore"), one.integer("dstAxon"));
    }
    return routes;
  }

  private static List<MappedCore.Profile> profiles(Fields core) {
    List<MappedCore.Profile> profiles = new ArrayList<>();
    for (Fields one : core.list("cxProfileCfg")) {
      Programme programme = programme(one);
      profiles.add(
          new MappedCore.Profile(
              one.integer("decayU"),
              one.integer("decayV"),
              one.integer("refractDelay"),
              programme,
              registers(one, "constants", programme.constants())));
    }
    return List.copyOf(profiles);
  }

  private static Programme programme(Fields profile) {
    String name = profile.text("programme", Programme.LIF.text());
    return Programme.named(name)
        .orElseThrow(
            () ->
                new MappingFormatException(
                    profile.where() + ".programme",
                    "expected one of "
                        + String.join(
                            ", ", Arrays.stream(Programme.values()).map(Programme::text).toList())
                        + ", found \""
                        + name
                        + "\""));
  }

  /** Exactly the registers of a programme; an object without any may be left out. */
  private static List<Integer> registers(
      Fields fields, String key, List<Programme.Register> registers) {
    if (registers.isEmpty() && !fields.has(key)) {
      return List.of();
    }
    Fields own = fields.object(key);
    List<String> names = registers.stream().map(Programme.Register::name).toList();
    for (String found : own.json().keySet()) {
      if (!names.contains(found)) {
        throw new MappingFormatException(
            own.where() + "." + found, "no register of this programme, which has " + names);
      }
    }
    return names.stream().map(own::integer).toList();
  }

  private static List<MappedCore.Compartment> compartments(
      Fields core, List<MappedCore.Profile> profiles) {
    List<MappedCore.Compartment> compartments = new ArrayList<>();
    for (Fields one : core.list("cxCfg")) {
      compartments.add(
          new MappedCore.Compartment(
              one.integer("bias"),
              one.integer("biasExp"),
              one.integer("cxProfile"),
              one.integer("vthProfile"),
              one.integer("u0"),
              one.integer("v0"),
              state(one, profiles)));
    }
    return List.copyOf(compartments);
  }

  /** Without a profile it is not known what there should be, and others complain. */
  private static List<Integer> state(Fields compartment, List<MappedCore.Profile> profiles) {
    int profile = compartment.integer("cxProfile");
    return profile < 0 || profile >= profiles.size()
        ? List.of()
        : registers(compartment, "state", profiles.get(profile).programme().states());
  }

  private static List<MappedCore.Learning> learning(Fields core) {
    List<MappedCore.Learning> learning = new ArrayList<>();
    for (Fields one : core.list("stdpProfileCfg")) {
      learning.add(
          new MappedCore.Learning(
              one.text("dw"),
              traces(one, "x", LearningProfile.X),
              traces(one, "y", LearningProfile.Y),
              one.integer("epoch")));
    }
    return List.copyOf(learning);
  }

  private static List<MappedCore.Trace> traces(Fields learning, String side, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                new MappedCore.Trace(
                    learning.number(side + number + "Impulse", 0),
                    learning.number(side + number + "Tau", 0)))
        .toList();
  }

  private static List<MappedCore.Format> formats(Fields core) {
    List<MappedCore.Format> formats = new ArrayList<>();
    for (Fields one : core.list("synapseFmt")) {
      formats.add(
          new MappedCore.Format(
              one.integer("id"),
              one.integer("wgtExp"),
              one.integer("wgtBits"),
              one.integer("dlyBits"),
              one.integer("tagBits"),
              one.integer("fanoutType"),
              one.integer("compression"),
              one.integer("idxBits"),
              one.integer("numSynapses"),
              one.integer("stdpProfile", -1)));
    }
    return List.copyOf(formats);
  }

  private static List<MappedCore.Block> blocks(Fields core) {
    List<MappedCore.Block> blocks = new ArrayList<>();
    for (Fields block : core.list("synapses")) {
      List<MappedCore.Entry> entries = new ArrayList<>();
      for (Fields one : block.list("entries")) {
        int[] weights = one.integers("wgt");
        int[] targets = one.integers("cIdx");
        if (one.has("base")) {
          int base = one.integer("base");
          targets = new int[weights.length];
          Arrays.setAll(targets, i -> base + i);
        }
        int[] delays = one.integers("dly");
        if (targets.length != weights.length
            || delays.length > 0 && delays.length != weights.length) {
          throw new MappingFormatException(one.where(), "lists of different lengths");
        }
        entries.add(new MappedCore.Entry(one.integer("synFmtId"), targets, weights, delays));
      }
      blocks.add(
          new MappedCore.Block(
              block.integer("synapsePtr"), block.integer("synapseLen"), List.copyOf(entries)));
    }
    return List.copyOf(blocks);
  }

  private static List<MappedCore.Axon> inputAxons(Fields core) {
    List<MappedCore.Axon> axons = new ArrayList<>();
    for (Fields one : core.list("synapseMap")) {
      axons.add(
          new MappedCore.Axon(
              one.integer("port", -1),
              one.text("population", ""),
              one.integer("neuron", -1),
              one.integer("synapsePtr"),
              one.integer("synapseLen"),
              one.integer("cxBase", 0),
              one.integer("axonType", -1)));
    }
    return List.copyOf(axons);
  }
}
