package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.Models;
import org.hillock.model.Parameter;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The neuron of voltage-based plasticity against NEST, with the synapse's weights as NEST has them:
 * the neuron alone.
 */
class NestClopathTest {

  /** The files have 10 significant digits. */
  private static final double DIGITS = 1e-9;

  @ParameterizedTest
  @ValueSource(
      strings = {"clopath_post_pre_10ms", "clopath_pre_post_10ms", "clopath_pre_post_50Hz"})
  void followsEveryPotentialAndEverySpikeOfNest(String name) {
    JsonObject data = NestData.json("more_params").getAsJsonObject("models").getAsJsonObject(name);
    List<String> columns = NestData.header(name + "_trace");
    List<String> variables = columns.subList(1, columns.size());
    NeuronRange neuron = new NeuronRange("neuron", 0, 1);
    Network network = new Network(List.of(population(data)), inputs(name, data, neuron), List.of());
    Recording recording =
        new Recording(
            List.of(neuron),
            List.of(new Recording.Trace(neuron, variables, 0.1)),
            List.of(),
            List.of());
    RunResult result =
        Engines.build(network, new RunSettings(0.1, 0, 1200, 1, 1), recording, RunListener.NONE)
            .run(RunListener.NONE);

    assertArrayEquals(
        list(data, "post_spikes"), result.spikes().get(0).times(), 1e-9, name + " spikes");
    double[][][] values = result.traces().get(0).values();
    for (double[] row : NestData.rows(name + "_trace")) {
      int sample = (int) Math.round(row[0] * 10) - 1;
      for (int v = 0; v < variables.size(); v++) {
        assertEquals(
            row[v + 1],
            values[v][0][sample],
            DIGITS * Math.max(1, Math.abs(row[v + 1])),
            name + " " + variables.get(v) + " at " + row[0] + " ms");
      }
    }
  }

  private static Population population(JsonObject data) {
    JsonObject given = data.getAsJsonObject("post");
    Map<String, Distribution> values = new HashMap<>();
    for (Parameter parameter : Models.neuron("aeif_psc_delta_clopath").orElseThrow().parameters()) {
      JsonElement value = given.get(parameter.name());
      double number =
          value.getAsJsonPrimitive().isBoolean()
              ? value.getAsBoolean() ? 1 : 0
              : value.getAsDouble();
      values.put(parameter.name(), Distribution.of(number));
    }
    return new Population("neuron", 1, "aeif_psc_delta_clopath", values);
  }

  /** Pulses of current, and the spikes of the synapse, each with the weight that it had. */
  private static List<Input> inputs(String name, JsonObject data, NeuronRange neuron) {
    List<Double> starts = new ArrayList<>();
    List<Double> amplitudes = new ArrayList<>();
    for (double pulse : list(data, "pulses_ms")) {
      starts.add(pulse);
      amplitudes.add(data.get("pulse_pA").getAsDouble());
      starts.add(pulse + data.get("pulse_ms").getAsDouble());
      amplitudes.add(0.0);
    }
    List<Input> inputs = new ArrayList<>();
    inputs.add(new Input.StepCurrent("pulses", List.of(neuron), starts, amplitudes, 1.0));
    for (double[] spike : NestData.rows(name)) {
      inputs.add(
          new Input.Spikes(
              "at " + spike[0],
              List.of(neuron),
              SpikeTrains.of(List.of(new double[] {spike[0]})),
              Distribution.of(spike[1]),
              data.get("delay_ms").getAsDouble()));
    }
    return inputs;
  }

  private static double[] list(JsonObject data, String name) {
    List<Double> values = new ArrayList<>();
    data.getAsJsonArray(name).forEach(value -> values.add(value.getAsDouble()));
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
