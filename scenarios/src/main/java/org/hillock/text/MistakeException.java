package org.hillock.text;

import java.util.Collection;

/** A mistake of the user: the message is the whole of what is printed. */
public final class MistakeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MistakeException(String message) {
    super(message);
  }

  /**
   * A name that is not among those that are known.
   *
   * @param what it should be the name of, such as {@code plot}
   * @param name as given
   * @param known all names
   */
  public static MistakeException unknown(String what, String name, Collection<String> known) {
    String nearest = Names.nearest(name, known);
    return new MistakeException(
        "there is no "
            + what
            + " '"
            + name
            + "'"
            + (nearest == null ? "" : "; did you mean '" + nearest + "'?")
            + " (known: "
            + Names.listed(name, known)
            + ")");
  }
}
