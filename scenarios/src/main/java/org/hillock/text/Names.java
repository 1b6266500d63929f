package org.hillock.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hillock.file.FileNames;
import org.jspecify.annotations.Nullable;

/** Names that people type, and the names that they meant. */
public final class Names {

  /** What parameters and populations may be called. */
  public static final Pattern LEGAL = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /** What {@link #LEGAL} asks for. */
  public static final String ALLOWED =
      "expected a letter from A to Z or a to z, then such letters, digits or _, 100 at most";

  private Names() {}

  /** What {@link #unlistable} asks for. */
  public static final String LISTABLE =
      "expected " + FileNames.allowed().replace("< > |", "< |") + ", and no comma";

  /** Longer than this no name is: results and files bear it. */
  private static final int LONGEST = 100;

  /** Why a population or parameter cannot be called so; nothing if it can. */
  public static Optional<String> illegal(String kind, String name) {
    if (LEGAL.matcher(name).matches()) {
      return name.length() <= LONGEST
          ? Optional.empty()
          : Optional.of("a " + kind + " name of " + name.length() + " characters");
    }
    String text = "the " + kind + " name '" + name + "'";
    for (int i = 0; i < name.length(); i++) {
      if (!LEGAL.matcher(i == 0 ? name.substring(0, 1) : "a" + name.charAt(i)).matches()) {
        String character = new String(Character.toChars(name.codePointAt(i)));
        String where = i == 0 ? "' at its beginning" : "'";
        return Optional.of(text + ", which has '" + character + where);
      }
    }
    return Optional.of(text);
  }

  /**
   * Why something that results list by name, such as a projection, cannot be called so: the name is
   * a cell of a table and may become part of the name of a file.
   */
  public static Optional<String> unlistable(String name) {
    if (name.indexOf(',') >= 0) {
      return Optional.of("which has a comma");
    }
    return FileNames.fault(name.replace('>', '_'));
  }

  /** More names than this are not listed: those most like what was written are. */
  private static final int MANY = 25;

  private static final int SOME = 8;

  /**
   * All known names, or, where they are many, those that are most like a name and how many there
   * are.
   *
   * @param name as given
   * @param known all names
   */
  public static String listed(String name, Collection<String> known) {
    if (known.size() <= MANY) {
      return String.join(", ", known);
    }
    List<String> near =
        known.stream()
            .sorted(Comparator.comparingInt(candidate -> unlike(name, candidate)))
            .limit(SOME)
            .toList();
    return String.join(", ", near) + " and " + (known.size() - SOME) + " more";
  }

  /** Names that begin alike come before those that differ in few letters. */
  private static int unlike(String name, String candidate) {
    int alike = 0;
    int shorter = Math.min(name.length(), candidate.length());
    while (alike < shorter && name.charAt(alike) == candidate.charAt(alike)) {
      alike++;
    }
    return distance(name, candidate) - 2 * alike;
  }

  /** Fewer letters than this are part of too many names. */
  private static final int TELLING = 3;

  /**
   * The known name that is most like the given one, else the shortest of which it is a part; null
   * if there is none.
   */
  public static @Nullable String nearest(String name, Collection<String> known) {
    String best = null;
    int bestDistance = name.length() < 2 ? 1 : 1 + Math.max(1, name.length() / 3);
    for (String candidate : known) {
      if (Math.abs(candidate.length() - name.length()) >= bestDistance) {
        continue;
      }
      int distance = distance(name, candidate);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best != null || name.length() < TELLING ? best : containing(name, known);
  }

  private static @Nullable String containing(String part, Collection<String> known) {
    String lower = part.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(candidate -> candidate.toLowerCase(Locale.ROOT).contains(lower))
        .min(Comparator.comparingInt(String::length))
        .orElse(null);
  }

  /**
   * Edits that lead from one name to the other: insert, delete, replace, or swap two neighbours
   * (optimal string alignment). Upper and lower case count as equal, unless nothing else differs.
   */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] recycled = beforePrevious;
      beforePrevious = previous;
      previous = row;
      row = recycled;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, 1 + Math.min(previous[j], row[j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforePrevious[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }
}
