package org.hillock.lif;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;

/**
 * One neuron of the reference results: its parameters as NEST had them, and what it was driven by.
 *
 * @param name of the case, which may differ from that of the model
 * @param model the model's name
 * @param data what the file of parameters says of it
 * @param trains the spike trains of all cases
 */
record NestCase(String name, String model, JsonObject data, JsonObject trains) {

  /** All cases of models that there are. */
  static List<NestCase> all() {
    List<NestCase> cases = new ArrayList<>();
    JsonObject first = NestData.json("neuron_params");
    JsonObject trains = first.getAsJsonObject("grid_inputs");
    for (JsonObject file : List.of(first, NestData.json("more_params"))) {
      for (Map.Entry<String, JsonElement> entry : file.getAsJsonObject("models").entrySet()) {
        JsonObject data = entry.getValue().getAsJsonObject();
        if (data.has("model") && Models.neuron(data.get("model").getAsString()).isPresent()) {
          cases.add(new NestCase(entry.getKey(), data.get("model").getAsString(), data, trains));
        }
      }
    }
    return cases;
  }

  @Override
  public String toString() {
    return name;
  }

  /** The neuron, with every parameter that its model has. */
  Population population() {
    NeuronModel known = Models.neuron(model).orElseThrow();
    Map<String, Distribution> values = new HashMap<>();
    for (JsonObject given :
        List.of(data.getAsJsonObject("all_params"), data.getAsJsonObject("nondefault"))) {
      for (Parameter parameter : known.parameters()) {
        JsonElement value = find(given, parameter.name());
        if (value != null) {
          put(values, parameter, value);
        }
      }
    }
    return new Population("neuron", 1, model, values);
  }

  /** A parameter as NEST calls it; one of a compartment stands in a map of the compartment. */
  private static JsonElement find(JsonObject given, String name) {
    if (given.has(name)) {
      return given.get(name);
    }
    int cut = name.indexOf('_');
    String compartment = cut < 0 ? "" : name.substring(0, cut);
    return given.has(compartment) && given.get(compartment).isJsonObject()
        ? given.getAsJsonObject(compartment).get(name.substring(cut + 1))
        : null;
  }

  private static void put(
      Map<String, Distribution> values, Parameter parameter, JsonElement value) {
    if (parameter.isList()) {
      JsonArray list = value.getAsJsonArray();
      for (int i = 0; i < list.size(); i++) {
        values.put(
            Parameter.element(parameter.name(), i + 1), Distribution.of(list.get(i).getAsDouble()));
      }
    } else {
      double number =
          value.getAsJsonPrimitive().isBoolean()
              ? value.getAsBoolean() ? 1 : 0
              : Math.max(-Double.MAX_VALUE, value.getAsDouble());
      values.put(parameter.name(), Distribution.of(number));
    }
  }

  /** The current of the {@code dc} files. */
  List<Input> current() {
    double amplitude = data.get("dc_amplitude_pA").getAsDouble();
    return List.of(
        new Input.StepCurrent(
            "dc",
            List.of(new NeuronRange("neuron", 0, 1)),
            List.of(20.0, 150.0),
            List.of(amplitude, 0.0),
            1.0));
  }

  /** The spikes of the {@code spikes} files. */
  List<Input> spikes() {
    NeuronModel shaped = Models.of(population());
    JsonArray weights = data.getAsJsonArray("weights_excA_excB_inh");
    JsonElement receptors = data.get("receptor_types");
    List<Input> inputs = new ArrayList<>();
    List<String> names = List.of("excA", "excB", "inh");
    for (int i = 0; i < names.size(); i++) {
      JsonObject train = trains.getAsJsonObject(names.get(i));
      List<double[]> times = new ArrayList<>();
      double[] each = new double[train.getAsJsonArray("times").size()];
      for (int k = 0; k < each.length; k++) {
        each[k] = train.getAsJsonArray("times").get(k).getAsDouble();
      }
      times.add(each);
      String receptor =
          receptors == null || receptors.isJsonNull()
              ? null
              : shaped
                  .description()
                  .receptorNames()
                  .get(receptors.getAsJsonArray().get(i).getAsInt() - 1);
      inputs.add(
          new Input.Spikes(
              names.get(i),
              List.of(new NeuronRange("neuron", 0, 1)),
              SpikeTrains.of(times),
              Distribution.of(weights.get(i).getAsDouble()),
              train.get("delay").getAsDouble(),
              receptor));
    }
    return inputs;
  }
}
