package org.hillock.network;

/**
 * One thing in the description of a network that cannot be.
 *
 * @param where the path of the offending element, such as {@code neurons.exc.tau_m}
 * @param found the value found
 * @param allowed what would have been accepted
 */
public record Mistake(String where, String found, String allowed) {

  @Override
  public String toString() {
    return where + ": found " + found + "; allowed: " + allowed;
  }
}
