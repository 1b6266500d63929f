package org.hillock.network;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A description of a network that cannot be: says where, what was found and what is allowed, of
 * each mistake.
 */
public final class InvalidNetworkException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

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
    this.mistakes = List.copyOf(mistakes);
  }

  /** All mistakes, one or more. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /** The path of the offending element of the first mistake. */
  public String where() {
    return mistakes.get(0).where();
  }

  /** The value found of the first mistake. */
  public String found() {
    return mistakes.get(0).found();
  }

  /** What would have been accepted in place of the first mistake. */
  public String allowed() {
    return mistakes.get(0).allowed();
  }
}
