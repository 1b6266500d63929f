package org.hillock.loihi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs a mapping on the reference equations, from nothing but its file. */
final class MappedChip {

  private final List<String> names = new ArrayList<>();
  private final Map<String, List<int[]>> outgoing = new HashMap<>();
  private final ReferenceChip chip;
  private final JsonObject json;
  private final ReadMapping read;

  MappedChip(ReadMapping read) {
    this.read = read;
    this.json = read.json;
    Map<String, Integer> index = new HashMap<>();
    for (JsonElement core : json.getAsJsonArray("cores")) {
      for (String name : ReadMapping.names(core.getAsJsonObject())) {
        index.put(name, names.size());
        names.add(name);
      }
    }
    JsonObject fields = json.getAsJsonObject("chip").getAsJsonObject("neuron");
    chip =
        new ReferenceChip(
            names.size(), fields.get("decayBits").getAsInt(), fields.get("stateBits").getAsInt());
    int at = 0;
    for (JsonElement element : json.getAsJsonArray("cores")) {
      JsonObject core = element.getAsJsonObject();
      for (JsonElement compartment : core.getAsJsonArray("cxCfg")) {
        configure(at++, core, compartment.getAsJsonObject());
      }
    }
    for (ReadMapping.Synapse synapse : read.synapses) {
      outgoing
          .computeIfAbsent(synapse.source(), key -> new ArrayList<>())
          .add(new int[] {index.get(synapse.target()), (int) synapse.weight(), synapse.delay()});
    }
  }

  private void configure(int i, JsonObject core, JsonObject compartment) {
    JsonObject profile =
        core.getAsJsonArray("cxProfileCfg")
            .get(compartment.get("cxProfile").getAsInt())
            .getAsJsonObject();
    chip.du[i] = profile.get("decayU").getAsInt();
    chip.dv[i] = profile.get("decayV").getAsInt();
    chip.refract[i] = profile.get("refractDelay").getAsInt();
    chip.threshold[i] =
        64L
            * core.getAsJsonArray("vthProfileCfg")
                .get(compartment.get("vthProfile").getAsInt())
                .getAsJsonObject()
                .get("vth")
                .getAsInt();
    chip.bias[i] = compartment.get("bias").getAsInt() << compartment.get("biasExp").getAsInt();
    chip.u[i] = compartment.get("u0").getAsInt();
    chip.v[i] = compartment.get("v0").getAsInt();
  }

  /** Steps in which each neuron fires, by its name. */
  Map<String, List<Integer>> run(int steps, long seed) {
    Random random = new Random(seed);
    Map<String, List<Integer>> spikes = new HashMap<>();
    for (int row = 1; row <= steps; row++) {
      if (row == 1) {
        ports(0, random);
      }
      chip.step(row);
      for (int i = 0; i < names.size(); i++) {
        if (chip.spike[i]) {
          spikes.computeIfAbsent(names.get(i), key -> new ArrayList<>()).add(row);
          send(names.get(i), row, 1);
        }
      }
      ports(row, random);
    }
    return spikes;
  }

  private void ports(int row, Random random) {
    for (JsonElement element : json.getAsJsonArray("inputs")) {
      JsonObject port = element.getAsJsonObject();
      String name = read.portName(port.get("port").getAsInt());
      if (port.has("steps")) {
        for (JsonElement step : port.getAsJsonArray("steps")) {
          if (step.getAsInt() == row) {
            send(name, row, 1);
          }
        }
      } else if (port.has("rate_Hz")
          && row >= port.get("firstStep").getAsInt()
          && (!port.has("lastStep") || row <= port.get("lastStep").getAsInt())) {
        double mean =
            port.get("rate_Hz").getAsDouble() * json.get("chipStep_ms").getAsDouble() / 1000;
        int count = 0;
        for (double p = random.nextDouble(); p > Math.exp(-mean); p *= random.nextDouble()) {
          count++;
        }
        send(name, row, count);
      }
    }
  }

  private void send(String source, int row, int times) {
    for (int[] synapse : outgoing.getOrDefault(source, List.of())) {
      if (times > 0) {
        chip.deliver(row + 1 + synapse[2], synapse[0], (long) times * synapse[1]);
      }
    }
  }
}
