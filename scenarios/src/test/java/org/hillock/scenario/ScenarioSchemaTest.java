package org.hillock.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hillock.scenario.section.ScenarioSchema;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.scenario.write.ResolvedYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema and the reader agree about structure. */
class ScenarioSchemaTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ScenarioSchema.json(), InputFormat.JSON);

  private static List<String> complaints(String yaml) {
    Object document =
        new Load(
                LoadSettings.builder()
                    .setMaxAliasesForCollections(1000)
                    .setCodePointLimit(1 << 26)
                    .build())
            .loadFromString(yaml);
    return SCHEMA.validate(new Gson().toJson(document), InputFormat.JSON).stream()
        .map(error -> error.toString())
        .toList();
  }

  static List<Path> rightFiles() throws IOException {
    return ScenarioLoaderTest.rightFiles();
  }

  static List<Path> wrongFiles() throws IOException {
    return WrongFilesTest.files().stream()
        .filter(path -> String.valueOf(path.getFileName()).startsWith("structure-"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rightFiles")
  void acceptsWhatTheReaderAccepts(Path file) throws IOException {
    assertEquals(List.of(), complaints(Files.readString(file)));
  }

  @ParameterizedTest
  @MethodSource("rightFiles")
  void acceptsResolvedScenarios(Path file) throws ScenarioException {
    Scenario scenario = ScenarioLoader.load(ScenarioSource.ofFile(file), Map.of(), Overrides.NONE);
    assertEquals(List.of(), complaints(ResolvedYaml.of(scenario)));
  }

  @ParameterizedTest
  @MethodSource("wrongFiles")
  void refusesWrongStructure(Path file) throws IOException {
    assertFalse(complaints(Files.readString(file)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"1, true", "9, true", "10, true", "100, true", "0, false", "01, false", "101, false"})
  void knowsTheVariablesOfEveryElementThatAListCanHave(String number, boolean known) {
    String variable = "I_syn_" + number;
    assertEquals(
        known,
        complaints(
                """
                scenario: x
                time: {step: 0.1 ms, duration: 1 ms}
                neurons: {n: {size: 1, model: iaf_psc_exp_multisynapse, tau_syn: 2 ms, VARIABLE: 1 pA}}
                record: {VARIABLE: n, interval: 0.1 ms}
                """
                    .replace("VARIABLE", variable))
            .isEmpty());
  }

  @Test
  void knowsEveryModelAndItsParameters() {
    String json = ScenarioSchema.json();
    for (var model : org.hillock.model.Models.neurons()) {
      assertTrue(json.contains('"' + model.name() + '"'));
      model.parameters().forEach(p -> assertTrue(json.contains('"' + p.name() + "\": {")));
    }
  }
}
