package org.hillock.engine.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.Plasticity;
import org.hillock.network.Projection;
import org.hillock.record.Recording;

/** Which projections the names in requests for what modulators leave behind mean. */
public final class ModulatorRequests {

  private ModulatorRequests() {}

  /**
   * For each request, a projection of its name. Those of one name that have one rule and one
   * modulator feel the same, so the first stands for all.
   *
   * @throws InvalidNetworkException if there is none, or they differ
   */
  public static List<Integer> of(Network network, Recording recording) {
    return recording.modulators().stream()
        .map(request -> projection(network, request.projection()))
        .toList();
  }

  /** The plasticities with a modulator of the projections of a name: a request needs just one. */
  public static Set<Plasticity> plasticities(List<Projection> projections, String name) {
    return projections.stream()
        .filter(each -> each.name().equals(name) && each.modulated())
        .map(Projection::plasticity)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static int projection(Network network, String name) {
    List<Projection> all = network.projections();
    int rules = plasticities(all, name).size();
    if (rules == 0) {
      throw new InvalidNetworkException(
          "record.modulators",
          "'" + name + "'",
          "synapses with a modulator: "
              + all.stream()
                  .filter(Projection::modulated)
                  .map(Projection::name)
                  .distinct()
                  .toList());
    }
    if (rules > 1) {
      throw new InvalidNetworkException(
          "record.modulators",
          "'" + name + "', by which synapses of " + rules + " plasticities are called",
          "a name of their own for those of each");
    }
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i).name().equals(name) && all.get(i).modulated())
        .findFirst()
        .orElseThrow();
  }
}
