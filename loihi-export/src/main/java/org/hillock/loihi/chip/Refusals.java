package org.hillock.loihi.chip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goes on after a part that the chip cannot take, so that all such parts are named in one go. */
public final class Refusals {

  /** By their messages: what two parts complain of alike is said once. */
  private final Map<String, MappingException> found = new LinkedHashMap<>();

  /** Does something with a part, and keeps what refuses it. */
  public void take(Runnable part) {
    try {
      part.run();
    } catch (MappingException e) {
      e.all().forEach(one -> found.putIfAbsent(one.getMessage(), one));
    }
  }

  /**
   * Ends here if a part was refused.
   *
   * @throws MappingException with all that was found
   */
  public void raise() {
    if (!found.isEmpty()) {
      throw MappingException.of(List.copyOf(found.values()));
    }
  }
}
