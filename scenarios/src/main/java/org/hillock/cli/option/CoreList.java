package org.hillock.cli.option;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.text.MistakeException;

/**
 * Cores of a board as people write them: {@code 0.17} is core 17 of chip 0, {@code 2} all of chip
 * 2.
 */
public final class CoreList {

  private CoreList() {}

  /**
   * The cores, numbered over all chips.
   *
   * @throws MistakeException if there is no such core
   */
  public static Set<Integer> parse(List<String> texts, ChipProfile profile) {
    Set<Integer> cores = new HashSet<>();
    for (String text : texts) {
      String[] parts = text.strip().split("\\.", -1);
      int chip = number(parts[0], profile.chips(), text, profile);
      if (parts.length > 2) {
        throw mistake(text, profile);
      }
      if (parts.length == 2) {
        int core = number(parts[1], profile.coresPerChip(), text, profile);
        cores.add(chip * profile.coresPerChip() + core);
        continue;
      }
      for (int core = 0; core < profile.coresPerChip(); core++) {
        cores.add(chip * profile.coresPerChip() + core);
      }
    }
    return cores;
  }

  private static int number(String text, int count, String all, ChipProfile profile) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number < count) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw mistake(all, profile);
  }

  private static MistakeException mistake(String text, ChipProfile profile) {
    return new MistakeException(
        String.format(
            "--avoid %s: expected chip.core, such as 0.17, with chips 0 to %d and cores 0 to %d",
            text, profile.chips() - 1, profile.coresPerChip() - 1));
  }
}
