package org.hillock.loihi.chip;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A chip profile that cannot be used: says which keys of which file, and what is expected, one line
 * each.
 */
public final class ProfileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String profile;
  private final String key;

  /**
   * @param profile name or path of the profile
   * @param key path of the key, such as {@code core.compartments}; empty for the file as a whole
   * @param sentence what was found and what is expected
   */
  public ProfileException(String profile, String key, String sentence) {
    super(line(profile, key, sentence));
    this.profile = profile;
    this.key = key;
  }

  /**
   * @param profile name or path of the profile
   * @param mistakes all of them, one at least
   */
  public ProfileException(String profile, List<Mistake> mistakes) {
    super(
        mistakes.stream()
            .map(mistake -> line(profile, mistake.key(), mistake.sentence()))
            .collect(Collectors.joining("\n")));
    this.profile = profile;
    this.key = mistakes.get(0).key();
  }

  /** One thing that is wrong. */
  public record Mistake(String key, String sentence) {}

  private static String line(String profile, String key, String sentence) {
    return profile + ": " + (key.isEmpty() ? "" : key + ": ") + sentence;
  }

  /** Name or path of the profile. */
  public String profile() {
    return profile;
  }

  /** Path of the first key that is wrong. */
  public String key() {
    return key;
  }
}
