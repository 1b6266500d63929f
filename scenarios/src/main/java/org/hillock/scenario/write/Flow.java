package org.hillock.scenario.write;

import java.util.StringJoiner;

/** A map on one line. */
final class Flow {

  private final StringJoiner fields = new StringJoiner(", ", "{", "}");

  Flow add(String key, String value) {
    fields.add(key + ": " + value);
    return this;
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
