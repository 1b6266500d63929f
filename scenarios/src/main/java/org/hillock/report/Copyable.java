package org.hillock.report;

/** A block of text with a button that copies it. */
public final class Copyable {

  private Copyable() {}

  /**
   * Writes the block.
   *
   * @param id unique within the page
   * @param what it is, for the name of the button
   */
  public static void write(Markup page, String id, String what, String text) {
    page.open("div", "class", "copyable");
    page.open("pre", "id", id, "tabindex", "0").element("code", text).close();
    page.element(
        "button", "Copy", "type", "button", "data-copy", id, "aria-label", "Copy the " + what);
    page.close();
  }

  /** A word of a command as a shell takes it. */
  public static String word(String word) {
    return word.matches("[A-Za-z0-9_.,:=/-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
