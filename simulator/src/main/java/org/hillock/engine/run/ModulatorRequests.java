package org.hillock.engine.run;

import java.util.List;
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

  private static int projection(Network network, String name) {
    List<Projection> all = network.projections();
    int[] named =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).name().equals(name) && modulated(all.get(i)))
            .toArray();
    if (named.length == 0) {
      throw new InvalidNetworkException(
          "record.modulators",
          "'" + name + "'",
          "synapses with a modulator: "
              + all.stream()
                  .filter(ModulatorRequests::modulated)
                  .map(Projection::name)
                  .distinct()
                  .toList());
    }
    long rules = IntStream.of(named).mapToObj(i -> all.get(i).plasticity()).distinct().count();
    if (rules > 1) {
      throw new InvalidNetworkException(
          "record.modulators",
          "'" + name + "', by which synapses of " + rules + " plasticities are called",
          "a name of their own for those of each");
    }
    return named[0];
  }

  private static boolean modulated(Projection projection) {
    Plasticity plasticity = projection.plasticity();
    return plasticity != null && plasticity.modulator() != null;
  }
}
