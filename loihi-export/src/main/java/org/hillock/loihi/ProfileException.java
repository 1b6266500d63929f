package org.hillock.loihi;

/** A chip profile that cannot be used: says which key of which file, and what is expected. */
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
    super(profile + ": " + (key.isEmpty() ? "" : key + ": ") + sentence);
    this.profile = profile;
    this.key = key;
  }

  /** Name or path of the profile. */
  public String profile() {
    return profile;
  }

  /** Path of the key. */
  public String key() {
    return key;
  }
}
