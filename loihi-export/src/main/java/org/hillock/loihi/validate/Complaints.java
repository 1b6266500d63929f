package org.hillock.loihi.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with a mapping: the first sentences, and how many there are in all. */
final class Complaints {

  private static final int KEPT = 20;

  private final List<String> first = new ArrayList<>();
  private long count;

  void add(String sentence, Object... values) {
    count++;
    if (first.size() < KEPT) {
      first.add(values.length == 0 ? sentence : String.format(Locale.ROOT, sentence, values));
    }
  }

  /** Complains if something is more than there is. */
  void most(String where, String what, long found, long most) {
    if (found > most) {
      add("%s: %s: %,d, but there are %,d", where, what, found, most);
    }
  }

  /** Complains if a number is outside its range; says whether it is inside. */
  boolean range(String where, String what, long found, long least, long most) {
    if (found < least) {
      add("%s: %s: %,d, but the least is %,d", where, what, found, least);
    } else if (found > most) {
      add("%s: %s: %,d, but the most is %,d", where, what, found, most);
    }
    return found >= least && found <= most;
  }

  /** Complains if a number of a table's row leads to none. */
  void place(String where, String what, long found, int size) {
    if (found < 0 || found >= size) {
      add("%s: %s: there is no %,d among %,d", where, what, found, size);
    }
  }

  /** Complains if two numbers that should agree do not. */
  void equal(String where, String what, long expected, long found) {
    if (expected != found) {
      add("%s: %s: expected %,d, found %,d", where, what, expected, found);
    }
  }

  /** Complains if two texts that should agree do not. */
  void equal(String where, String what, String expected, String found) {
    if (!expected.equals(found)) {
      add("%s: %s: expected %s, found %s", where, what, expected, found);
    }
  }

  /** Complains if a number is further from another than rounding can explain. */
  void near(String where, String what, double expected, double found, double tolerance) {
    // The comparison is this way round so that a number that is none is a complaint too.
    if (!(Math.abs(found - expected) <= tolerance)) {
      add("%s: %s: expected %s, found %s", where, what, text(expected), text(found));
    }
  }

  private static String text(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%.6g", number);
  }

  List<String> first() {
    return List.copyOf(first);
  }

  long count() {
    return count;
  }
}
