package org.hillock.format;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A network that a format cannot say, or a file that is not as the format wants it: which part,
 * what was found, what would help. Of several such parts the first is in the fields, and all are in
 * the message and in {@link #all}.
 */
public final class FormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String where;
  private final String found;
  private final String remedy;
  private final List<FormatException> parts;

  /**
   * @param where the part, such as {@code node 'lif'}; empty if the caller knows better
   * @param found what is wrong with it
   * @param remedy what would help
   */
  public FormatException(String where, String found, String remedy) {
    super((where.isEmpty() ? "" : where + ": ") + found + ".\nWhat would help: " + remedy + ".");
    this.where = where;
    this.found = found;
    this.remedy = remedy;
    this.parts = List.of();
  }

  private FormatException(List<FormatException> all) {
    super(all.stream().map(FormatException::getMessage).collect(Collectors.joining("\n")));
    this.where = all.get(0).where;
    this.found = all.get(0).found;
    this.remedy = all.get(0).remedy;
    this.parts = List.copyOf(all);
  }

  /**
   * Several in one.
   *
   * @param all one or more
   */
  public static FormatException of(List<FormatException> all) {
    return all.size() == 1 ? all.get(0) : new FormatException(all);
  }

  /** Each that it consists of; itself if it is one. */
  public List<FormatException> all() {
    return parts.isEmpty() ? List.of(this) : parts;
  }

  /** The same within something larger. */
  public FormatException in(String outer) {
    return new FormatException(where.isEmpty() ? outer : outer + ", " + where, found, remedy);
  }

  /** The part. */
  public String where() {
    return where;
  }

  /** What is wrong with it. */
  public String found() {
    return found;
  }

  /** What would help. */
  public String remedy() {
    return remedy;
  }
}
