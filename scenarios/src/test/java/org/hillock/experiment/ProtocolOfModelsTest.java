package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.engine.run.RunListener;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.StateVariable;
import org.hillock.record.TraceTable;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A membrane has no memory of the parameters by which it came where it is: if one changes, the
 * potential goes on from there, whatever a kernel keeps of it.
 */
class ProtocolOfModelsTest {

  /** Parameters that move the potential slowly, of which each model has some. */
  private static final List<String> CHANGED = List.of("E_L", "C_m", "g_L", "g", "a");

  private static final double AT = 20;

  /** No potential moves further in a tenth of a millisecond under these currents [mV]. */
  private static final double JUMP = 0.5;

  static List<Arguments> models() {
    List<Arguments> models = new ArrayList<>();
    for (NeuronModel model : Models.neurons()) {
      for (Engine engine : List.of(Engine.grid, Engine.event)) {
        if (has(model, "V_m")) {
          changed(model)
              .ifPresent(parameter -> models.add(Arguments.of(model.name(), parameter, engine)));
        }
      }
    }
    return models;
  }

  private static boolean has(NeuronModel model, String variable) {
    return model.stateVariables().stream().map(StateVariable::name).anyMatch(variable::equals);
  }

  private static Optional<Parameter> changed(NeuronModel model) {
    return CHANGED.stream()
        .flatMap(name -> model.parameters().stream().filter(p -> p.name().equals(name)))
        .findFirst();
  }

  @ParameterizedTest
  @MethodSource("models")
  void goOnFromThePotentialWhereAParameterChanges(String model, Parameter parameter, Engine engine)
      throws Exception {
    double usual = parameter.defaultValue();
    double other = parameter.name().equals("E_L") ? usual + 4 : usual * 1.3;
    String value = Numbers.text(other, MeasurementUnit.of(parameter.unit()));
    String text =
        """
        scenario: x
        time: {step: 0.1 ms}
        neurons:
          cell: {size: 3, model: MODEL}
        protocol:
          - {phase: one, duration: 20 ms}
          - {phase: two, duration: 20 ms, set: {neurons.cell.PARAMETER: VALUE}}
        record: {spikes: all, V_m: "cell[0:3]", interval: 0.1 ms}
        """
            .replace("MODEL", model)
            .replace("PARAMETER", parameter.name())
            .replace("VALUE", value);
    Optional<TraceTable> table = run(engine, text);
    if (table.isEmpty()) {
      return; // a model of the grid alone
    }
    double[] v = table.get().values()[0][2];
    int at = (int) Math.round(AT / 0.1) - 1;
    assertEquals(v[at], v[at + 1], JUMP);
    assertEquals(v[at - 1], v[at], JUMP);
    if (parameter.name().equals("E_L")) {
      assertNotEquals(v[at], v[v.length - 1], 0.05, "nothing has changed");
    }
  }

  private static Optional<TraceTable> run(Engine engine, String text) throws Exception {
    Scenario scenario;
    try {
      scenario =
          ScenarioLoader.load(
              new ScenarioSource("x.yaml", text, null),
              Map.of(),
              new Overrides(null, null, 1, engine));
    } catch (ScenarioException e) {
      if (engine == Engine.event && e.getMessage().contains("a step of time")) {
        return Optional.empty();
      }
      throw e;
    }
    return Optional.of(
        EngineRuns.result(scenario, ChipChoice.STANDARD, RunListener.NONE, note -> {})
            .traces()
            .get(0));
  }
}
