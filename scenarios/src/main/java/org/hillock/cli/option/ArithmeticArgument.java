package org.hillock.cli.option;

import org.hillock.loihi.emulate.ChipArithmetic;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says whose arithmetic an emulated chip follows. */
public final class ArithmeticArgument {

  /** Where the public emulators differ, one of them. */
  enum Arithmetic {
    lava(ChipArithmetic.LAVA),
    nengo_loihi(ChipArithmetic.NENGO_LOIHI),
    brian2_loihi(ChipArithmetic.BRIAN2_LOIHI);

    final ChipArithmetic rules;

    Arithmetic(ChipArithmetic rules) {
      this.rules = rules;
    }
  }

  @Option(
      names = "--arithmetic",
      paramLabel = "ARITHMETIC",
      description =
          "Whose arithmetic an emulated chip follows where public emulators differ:"
              + " ${COMPLETION-CANDIDATES}. lava if not given.")
  @Nullable Arithmetic arithmetic;

  boolean given() {
    return arithmetic != null;
  }

  public ChipArithmetic rules() {
    return arithmetic == null ? ChipArithmetic.LAVA : arithmetic.rules;
  }
}
