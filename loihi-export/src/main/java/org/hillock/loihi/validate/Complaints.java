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

  /** Complains if two numbers that should agree do not. */
  void equal(String where, String what, long expected, long found) {
    if (expected != found) {
      add("%s: %s: expected %,d, found %,d", where, what, expected, found);
    }
  }

  List<String> first() {
    return List.copyOf(first);
  }

  long count() {
    return count;
  }
}
