package org.hillock.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsTest {

  private static final String PLAIN =
      """
      scenario: cells
      time: {step: 0.1 ms, duration: 10 ms}
      parameters: {w: 1 pA}
      neurons: {a: {size: 2, model: iaf_psc_exp}}
      """;

  private static final String CHOICES =
      PLAIN
          + """
          variants:
            synapses:
              current: {}
              conductance: {neurons: {a: {size: 3, model: iaf_cond_exp}}}
            length:
              short: {}
              long: {time: {duration: 1 s}}
          """;

  private static Scenario load(String text, Map<String, String> sets) throws ScenarioException {
    return ScenarioLoader.load(new ScenarioSource("x.yaml", text, null), sets, Overrides.NONE);
  }

  private static String mistakes(String text, Map<String, String> sets) {
    return assertThrows(ScenarioException.class, () -> load(text, sets)).getMessage();
  }

  @Test
  void takesTheFirstChoiceWhereNoneIsNamed() throws ScenarioException {
    Scenario scenario = load(CHOICES, Map.of());
    assertEquals("iaf_psc_exp", scenario.network().population("a").model());
    assertEquals(10, scenario.settings().duration());
  }

  @Test
  void laysTheChoiceThatIsNamedOverTheScenario() throws ScenarioException {
    Scenario scenario = load(CHOICES, Map.of(" synapses ", "conductance", "length", " long"));
    assertEquals("iaf_cond_exp", scenario.network().population("a").model());
    assertEquals(1000, scenario.settings().duration());
  }

  @ParameterizedTest
  @CsvSource({
    "variants.synapses, conductance, synapses=conductance",
    "variants.length, long, length=long",
    "variants.length, longer, length=CHOICE",
    "variants.synapses.current, {}, synapses=CHOICE",
    "variants, conductance, synapses=conductance",
    "variants[0], conductance, synapses=conductance",
  })
  void refusesAPathIntoTheVariantsAndSaysHowToChoose(String key, String value, String remedy) {
    assertEquals(
        "--set "
            + key
            + ": found a path into variants, where nothing can be set; a variant is chosen by its"
            + " name alone: --set "
            + remedy,
        mistakes(CHOICES, Map.of(key, value)));
  }

  @Test
  void refusesAPathIntoVariantsThatThereAreNot() {
    assertEquals(
        "--set variants.synapses: found a path into variants, where nothing can be set; the scenario"
            + " has no variants",
        mistakes(PLAIN, Map.of("variants.synapses", "conductance")));
  }

  @Test
  void refusesAChoiceThatThereIsNotWhereItWasMade() {
    assertEquals(
        "--set synapses: variants.synapses: unknown choice 'conductanc'; did you mean 'conductance'?"
            + " (known: current, conductance)",
        mistakes(CHOICES, Map.of("synapses", "conductanc")));
  }

  @Test
  void namesTheVariantsAmongWhatCanBeSet() {
    assertEquals(
        "--set syn: unknown parameter or variant 'syn'; did you mean 'synapses'? (known: w,"
            + " synapses, length)",
        mistakes(CHOICES, Map.of("syn", "conductance")));
    assertEquals(
        "--set synapse: unknown parameter or variant 'synapse'; did you mean 'synapses'? (known: w,"
            + " synapses, length)",
        mistakes(CHOICES, Map.of("synapse", "conductance")));
    assertEquals("--set v: unknown parameter 'v'; known: w", mistakes(PLAIN, Map.of("v", "1 pA")));
  }

  @Test
  void readsEveryChoiceOnce() {
    assertEquals(
        List.of(Map.of(), Map.of("synapses", "conductance"), Map.of("length", "long")),
        ScenarioLoader.choices(new ScenarioSource("x.yaml", CHOICES, null)));
  }
}
