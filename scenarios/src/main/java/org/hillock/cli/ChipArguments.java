package org.hillock.cli;

import java.io.IOException;
import org.hillock.loihi.LoihiCompiler;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.chip.ProfileException;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.scenario.Engine;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioException;
import org.hillock.scenario.TimeOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of what runs on an emulated chip. */
final class ChipArguments {

  @Option(
      names = "--target",
      paramLabel = "CHIP",
      completionCandidates = Candidates.Targets.class,
      description = "With --engine loihi: the chip; loihi1 if not given.")
  @Nullable String target;

  @Option(
      names = "--chip-step",
      paramLabel = "TIME",
      description =
          "With --engine loihi: what a time-step of the chip stands for; the step of the scenario if"
              + " not given.")
  @Nullable String chipStep;

  @Mixin ArithmeticArgument arithmetic = new ArithmeticArgument();

  /**
   * Takes no option of the chip where there is none.
   *
   * @throws MistakeException if one was given
   */
  void refuse(Engine engine) {
    String given =
        target != null
            ? "--target"
            : chipStep != null ? "--chip-step" : arithmetic.given() ? "--arithmetic" : "";
    if (!given.isEmpty()) {
      throw new MistakeException(
          given + ": has no effect on the engine '" + engine + "'; add --engine loihi");
    }
  }

  /**
   * Compiles a scenario for the chip.
   *
   * @throws MistakeException if the chip cannot take it
   */
  Mapping compile(Scenario scenario) throws IOException, ScenarioException {
    double grid = scenario.settings().step();
    double step = chipStep == null ? grid : TimeOption.milliseconds("--chip-step", chipStep);
    try {
      return LoihiCompiler.compile(
          new LoihiCompiler.Subject(
              scenario.name(), scenario.network(), grid, scenario.settings().seed()),
          ProfileReader.find(target == null ? "loihi" : target),
          LoihiCompiler.Options.of(step));
    } catch (MappingException | ProfileException e) {
      throw new MistakeException(e.getMessage());
    }
  }
}
