package org.hillock.network;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the neurons of a population grow, and the calcium that says how fast.
 *
 * @param calcium values by name, such as {@code tau_Ca}; the rest take defaults
 * @param elements kinds of synaptic elements, at least one
 */
public record Growth(Map<String, Double> calcium, List<SynapticElement> elements) {

  /**
   * @throws InvalidNetworkException if there is no kind of element, or two have one name
   */
  public Growth {
    calcium = Map.copyOf(calcium);
    elements = List.copyOf(elements);
    if (elements.isEmpty()) {
      throw new InvalidNetworkException("elements", "no kind of element", "at least one");
    }
    Set<String> names = new HashSet<>();
    for (SynapticElement element : elements) {
      if (!names.add(element.name())) {
        throw new InvalidNetworkException(
            "elements." + element.name(), "a second kind of this name", "unique names");
      }
    }
  }

  /** The kind of element of this name. */
  public Optional<SynapticElement> element(String name) {
    return elements.stream().filter(element -> element.name().equals(name)).findFirst();
  }
}
