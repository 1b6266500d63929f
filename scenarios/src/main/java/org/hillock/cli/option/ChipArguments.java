package org.hillock.cli.option;

import org.hillock.experiment.ChipChoice;
import org.hillock.scenario.section.TimeOption;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of what runs on an emulated chip. */
public final class ChipArguments {

  @Option(
      names = "--target",
      paramLabel = "CHIP",
      completionCandidates = Candidates.Targets.class,
      description = "For the engine loihi: the chip; loihi1 if not given.")
  @Nullable String target;

  @Option(
      names = "--chip-step",
      paramLabel = "TIME",
      description =
          "For the engine loihi: what a time-step of the chip stands for; the step of the scenario if"
              + " not given.")
  @Nullable String chipStep;

  @Mixin ArithmeticArgument arithmetic = new ArithmeticArgument();

  /** What a time-step stands for, as it was given. */
  public @Nullable String step() {
    return chipStep;
  }

  /** The option that was given, the first of several; empty if none was. */
  public String given() {
    return target != null
        ? "--target"
        : chipStep != null ? "--chip-step" : arithmetic.given() ? "--arithmetic" : "";
  }

  /**
   * What the options say; they say nothing to another engine.
   *
   * @throws MistakeException if one was given for another engine
   */
  public ChipChoice choice(Engine engine) throws ScenarioException {
    if (engine != Engine.loihi) {
      refuse(engine);
      return ChipChoice.STANDARD;
    }
    return new ChipChoice(
        target == null ? ChipChoice.USUAL : target,
        chipStep == null ? null : TimeOption.milliseconds("--chip-step", chipStep),
        arithmetic.rules());
  }

  private void refuse(Engine engine) {
    if (!given().isEmpty()) {
      throw new MistakeException(
          given() + ": has no effect on the engine '" + engine + "'; add --engine loihi");
    }
  }
}
