package org.hillock.nir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a node or graph carries along that is no part of its meaning. Names inside groups are
 * written with a slash between them.
 *
 * @param texts by name
 * @param numbers by name; a single number has no dimension
 */
public record NirMetadata(Map<String, String> texts, Map<String, NirArray> numbers) {

  /** Nothing. */
  public static final NirMetadata NONE = new NirMetadata(Map.of(), Map.of());

  /** Copies, and keeps the order. */
  public NirMetadata {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }

  /** Whether there is nothing. */
  public boolean empty() {
    return texts.isEmpty() && numbers.isEmpty();
  }

  /** The same and one text more. */
  public NirMetadata with(String name, String text) {
    Map<String, String> more = new LinkedHashMap<>(texts);
    more.put(name, text);
    return new NirMetadata(more, numbers);
  }

  /** The same and some numbers more. */
  public NirMetadata with(String name, NirArray array) {
    Map<String, NirArray> more = new LinkedHashMap<>(numbers);
    more.put(name, array);
    return new NirMetadata(texts, more);
  }
}
