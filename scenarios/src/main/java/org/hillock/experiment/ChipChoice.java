package org.hillock.experiment;

import java.io.IOException;
import org.hillock.loihi.LoihiCompiler;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.chip.ProfileException;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.scenario.Scenario;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;

/**
 * On which chip a scenario is emulated, and how.
 *
 * @param target name or file of the chip
 * @param step what a time-step stands for [ms]; null for the step of the scenario
 * @param arithmetic whose rules the emulator follows
 */
public record ChipChoice(String target, @Nullable Double step, ChipArithmetic arithmetic) {

  /** The chip that is meant where none is named. */
  public static final String USUAL = "loihi";

  /** What holds where nothing is said. */
  public static final ChipChoice STANDARD = new ChipChoice(USUAL, null, ChipArithmetic.LAVA);

  /**
   * Compiles a scenario for the chip.
   *
   * @throws MistakeException if the chip cannot take it
   */
  Mapping compile(Scenario scenario) throws IOException {
    double grid = scenario.settings().step();
    try {
      return LoihiCompiler.compile(
          new LoihiCompiler.Subject(
              scenario.name(), scenario.network(), grid, scenario.settings().seed()),
          ProfileReader.find(target),
          LoihiCompiler.Options.of(step == null ? grid : step));
    } catch (MappingException | ProfileException e) {
      throw new MistakeException(e.getMessage());
    }
  }
}
