package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.experiment.EngineChoice;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Several runs into one folder. */
class OtherPlaceTest {

  @TempDir Path folder;

  /** What a quiet run complains of while another one takes its folder. */
  private String complaint(Path named, boolean taken, String... more) throws Exception {
    Scenario scenario =
        ScenarioLoader.load(
            new ScenarioSource(
                "x.yaml",
                """
                scenario: x
                time: {step: 0.1 ms, duration: 5 ms}
                neurons: {a: {size: 1, model: iaf_psc_exp}}
                """,
                folder),
            Map.of(),
            Overrides.NONE);
    RunCommand command = new RunCommand();
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(command).setErr(new PrintWriter(err, true));
    List<String> words = new ArrayList<>(List.of("x", "--out", named.toString(), "-q"));
    words.addAll(Arrays.asList(more));
    line.parseArgs(words.toArray(String[]::new));
    command.resultArguments.run(
        scenario,
        progress -> {
          if (taken) {
            Files.writeString(Files.createDirectory(named).resolve("other"), "of another run");
          }
          return EngineChoice.build(
              scenario,
              command.chipArguments.choice(scenario.engine()),
              progress,
              command.resultArguments::note,
              SpikeExchange.OF_THREADS);
        });
    return err.toString().replace("\r\n", "\n");
  }

  @Test
  void saysWhereResultsAreThatAreNotInTheFolderThatWasNamed() throws Exception {
    Path named = folder.resolve("same");
    String said =
        "the results are in '%s-2', since there is a folder '%s' by now\n".formatted(named, named);
    assertEquals(said, complaint(named, true));
    assertTrue(Files.exists(folder.resolve("same-2/manifest.json")));
    Path replaced = folder.resolve("replaced");
    assertEquals(said.replace("same", "replaced"), complaint(replaced, true, "--overwrite"));
  }

  @Test
  void saysNothingOfResultsInTheFolderThatWasNamed() throws Exception {
    assertEquals("", complaint(folder.resolve("mine"), false));
  }
}
