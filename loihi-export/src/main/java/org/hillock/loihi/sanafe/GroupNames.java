package org.hillock.loihi.sanafe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hillock.loihi.read.MappedGroup;

/** Names of groups, each another, of letters, digits and _: a dot would begin a neuron's number. */
final class GroupNames {

  /** Words that a reader of YAML would take for something else than a text. */
  private static final Set<String> RESERVED =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private GroupNames() {}

  static List<String> of(List<MappedGroup> groups) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (MappedGroup group : groups) {
      String plain = plain(group.name());
      String name = plain;
      for (int i = 2; !taken.add(name); i++) {
        name = plain + "_" + i;
      }
      names.add(name);
    }
    return names;
  }

  static String plain(String wanted) {
    String plain = wanted.replaceAll("[^A-Za-z0-9_]", "_");
    boolean strange = plain.isEmpty() || !Character.isLetter(plain.charAt(0));
    return strange || RESERVED.contains(plain.toLowerCase(Locale.ROOT)) ? "g_" + plain : plain;
  }
}
