package org.hillock.cli.option;

import java.util.Arrays;
import org.hillock.nir.NirDecay;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;

/** How a framework steps, as {@code --decay} says it. */
public final class DecayArgument {

  private DecayArgument() {}

  /**
   * @throws MistakeException if there is no such way
   */
  public static @Nullable NirDecay parse(@Nullable String text) {
    return text == null
        ? null
        : NirDecay.of(text)
            .orElseThrow(
                () ->
                    MistakeException.unknown(
                        "decay",
                        text,
                        Arrays.stream(NirDecay.values()).map(NirDecay::text).toList()));
  }
}
