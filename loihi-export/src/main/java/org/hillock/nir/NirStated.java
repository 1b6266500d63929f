package org.hillock.nir;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What the metadata of a graph say of how it is stepped. They are no part of its meaning, so what
 * cannot be used there does not make the graph useless; but who goes by something else says so.
 *
 * @param step dt [ms], if a length of time is stated
 * @param stepFault what is wrong with a step that is stated; empty if nothing is
 * @param decay the decay, if one that is known is stated
 * @param decayFault what is wrong with a decay that is stated; empty if nothing is
 */
public record NirStated(
    OptionalDouble step, String stepFault, Optional<NirDecay> decay, String decayFault) {

  private static final String STEP = "dt_s";
  private static final String WHERE = "the graph's metadata: ";

  /** Reads the metadata of a graph. */
  public static NirStated of(NirGraph graph) {
    NirMetadata metadata = graph.metadata();
    NirArray seconds = metadata.numbers().get(STEP);
    boolean time =
        seconds != null
            && seconds.size() == 1
            && seconds.get(0) > 0
            && seconds.get(0) < Double.POSITIVE_INFINITY;
    OptionalDouble step =
        time && seconds != null
            ? OptionalDouble.of(NirNumbers.milliseconds(seconds.get(0)))
            : OptionalDouble.empty();
    String stated = metadata.texts().get(NirExport.DECAY);
    Optional<NirDecay> decay = stated == null ? Optional.empty() : NirDecay.of(stated);
    return new NirStated(
        step,
        step.isPresent() ? "" : fault(metadata, STEP, "one number of seconds above 0"),
        decay,
        decay.isPresent() ? "" : fault(metadata, NirExport.DECAY, "one of " + decays()));
  }

  private static String decays() {
    return Arrays.stream(NirDecay.values()).map(NirDecay::text).collect(Collectors.joining(", "));
  }

  private static String fault(NirMetadata metadata, String name, String expected) {
    String text = metadata.texts().get(name);
    NirArray numbers = metadata.numbers().get(name);
    if (text == null && numbers == null) {
      return "";
    }
    String found =
        numbers == null
            ? "the text \"" + text + "\""
            : numbers.size() == 1 ? String.valueOf(numbers.get(0)) : numbers.size() + " numbers";
    return WHERE + "'" + name + "' is " + found + ", expected " + expected + "; not used";
  }
}
