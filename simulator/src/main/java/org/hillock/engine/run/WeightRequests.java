package org.hillock.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.Projection;
import org.hillock.record.Recording;

/** Which projections the names in requests for weights mean. */
public final class WeightRequests {

  private static final int MAX_WEIGHTS = 1 << 30;

  private WeightRequests() {}

  /** For each request, the indices of the plastic projections of its name. */
  public static List<List<Integer>> of(Network network, Recording recording) {
    List<List<Integer>> requests = new ArrayList<>();
    for (Recording.Weights request : recording.weights()) {
      List<Integer> projections = new ArrayList<>();
      for (int i = 0; i < network.projections().size(); i++) {
        Projection projection = network.projections().get(i);
        if (projection.name().equals(request.projection()) && projection.plasticity() != null) {
          projections.add(i);
        }
      }
      if (projections.isEmpty()) {
        throw new InvalidNetworkException(
            "record.weights",
            "'" + request.projection() + "'",
            "plastic synapses: "
                + network.projections().stream()
                    .filter(projection -> projection.plasticity() != null)
                    .map(Projection::name)
                    .distinct()
                    .toList());
      }
      checkNumber(network, request, projections);
      requests.add(List.copyOf(projections));
    }
    return requests;
  }

  /** Weights of one request are recorded into one array. */
  private static void checkNumber(
      Network network, Recording.Weights request, List<Integer> projections) {
    double synapses = 0;
    for (int index : projections) {
      Projection projection = network.projections().get(index);
      synapses += projection.expectedSynapses();
    }
    if (synapses > MAX_WEIGHTS) {
      throw new InvalidNetworkException(
          "record.weights",
          String.format(Locale.ROOT, "%.0f weights of '%s'", synapses, request.projection()),
          "at most " + MAX_WEIGHTS);
    }
  }
}
