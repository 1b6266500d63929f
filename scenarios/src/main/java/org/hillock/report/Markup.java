package org.hillock.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML and SVG that is well-formed XML, too. Whatever comes in as text or as the value of an
 * attribute is escaped here and nowhere else.
 */
public final class Markup {

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values by turns; numbers are written to a hundredth
   */
  public Markup open(String tag, Object... attributes) {
    begin(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Ends the innermost element. */
  public Markup close() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** An element without content. */
  public Markup empty(String tag, Object... attributes) {
    begin(tag, attributes);
    out.append("/>\n");
    return this;
  }

  /** An element that holds only text. */
  public Markup element(String tag, String content, Object... attributes) {
    return open(tag, attributes).text(content).close();
  }

  /** Text within the innermost element. */
  public Markup text(String content) {
    escape(content);
    return this;
  }

  /**
   * What is no text: a script, a style or data within its element.
   *
   * @throws IllegalArgumentException if it would end the element too early
   */
  public Markup verbatim(String tag, String content, Object... attributes) {
    if (content.contains("</") || content.contains("<!--")) {
      throw new IllegalArgumentException("would end the element " + tag + " too early");
    }
    open(tag, attributes);
    out.append(content);
    return close();
  }

  private void begin(String tag, Object... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      Object value = attributes[i + 1];
      escape(value instanceof Double number ? Numerals.coordinate(number) : value.toString());
      out.append('"');
    }
  }

  private void escape(String content) {
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        // XML has no way to write the other control characters.
        default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
  }

  /** All that was written. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }
}
