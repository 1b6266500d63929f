package org.hillock.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A description of a network that cannot be: says where, what was found and what is allowed, of
 * each mistake.
 */
public final class InvalidNetworkException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Where, what was found and what is allowed: texts, since whoever writes it writes these too. */
  private final String[][] mistakes;

  /**
   * @param where the path of the offending element, such as {@code neurons.exc.tau_m}
   * @param found the value found
   * @param allowed what would have been accepted
   */
  public InvalidNetworkException(String where, String found, String allowed) {
    this(List.of(new Mistake(where, found, allowed)));
  }

  /**
   * @param mistakes one or more
   */
  public InvalidNetworkException(List<Mistake> mistakes) {
    super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    this.mistakes =
        mistakes.stream()
            .map(one -> new String[] {one.where(), one.found(), one.allowed()})
            .toArray(String[][]::new);
  }

  /** All mistakes, one or more. */
  public List<Mistake> mistakes() {
    return Arrays.stream(mistakes).map(one -> new Mistake(one[0], one[1], one[2])).toList();
  }

  /** The path of the offending element of the first mistake. */
  public String where() {
    return mistakes[0][0];
  }

  /** The value found of the first mistake. */
  public String found() {
    return mistakes[0][1];
  }

  /** What would have been accepted in place of the first mistake. */
  public String allowed() {
    return mistakes[0][2];
  }
}
