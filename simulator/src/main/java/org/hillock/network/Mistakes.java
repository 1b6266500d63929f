package org.hillock.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Collects what cannot be in the description of a network, so that all of it is told at once: the
 * first mistake of each place, since others there may follow from it.
 */
public final class Mistakes {

  private final Map<String, Mistake> byPlace = new LinkedHashMap<>();

  /** Takes a mistake. */
  public void add(String where, String found, String allowed) {
    add(new Mistake(where, found, allowed));
  }

  private void add(Mistake mistake) {
    byPlace.putIfAbsent(mistake.where(), mistake);
  }

  /** Takes what a check throws. */
  public void of(Runnable check) {
    try {
      check.run();
    } catch (InvalidNetworkException e) {
      e.mistakes().forEach(this::add);
    }
  }

  /** Takes what a check of each of some things throws. */
  public <T> void each(Iterable<T> things, Consumer<? super T> check) {
    things.forEach(thing -> of(() -> check.accept(thing)));
  }

  /** All of them, in the order in which they were found. */
  public List<Mistake> all() {
    return List.copyOf(byPlace.values());
  }

  /**
   * @throws InvalidNetworkException with all of them, if there is one
   */
  public void throwIfAny() {
    if (!byPlace.isEmpty()) {
      throw new InvalidNetworkException(all());
    }
  }
}
