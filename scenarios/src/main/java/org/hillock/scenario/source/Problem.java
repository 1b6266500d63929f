package org.hillock.scenario.source;

import org.jspecify.annotations.Nullable;

/**
 * One mistake in a scenario: where it is, what is wrong, what would be right.
 *
 * @param file name of the file, or the option of the command line that was wrong
 * @param line from 1, or 0 if no place in a file is to blame
 * @param column from 1, or 0
 * @param path where in the scenario, such as {@code neurons.exc.tau_m}; may be empty
 * @param found what is wrong, with the value found
 * @param allowed what would be accepted; may be empty
 * @param suggestion the nearest valid name, or null
 */
public record Problem(
    String file,
    int line,
    int column,
    String path,
    String found,
    String allowed,
    @Nullable String suggestion) {

  /** The sentence without the place. */
  public String message() {
    StringBuilder text = new StringBuilder(found);
    if (suggestion != null) {
      text.append("; did you mean '").append(suggestion).append("'?");
      if (!allowed.isEmpty()) {
        text.append(" (").append(allowed).append(')');
      }
    } else if (!allowed.isEmpty()) {
      text.append("; ").append(allowed);
    }
    return text.toString();
  }

  /** The whole line, such as {@code brunel.yaml:9:34: neurons.exc.tau_m: found '10 mV', ...}. */
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    return place + ": " + (path.isEmpty() ? "" : path + ": ") + message();
  }
}
