package org.hillock.stdp;

import java.util.Map;
import java.util.TreeSet;

/** One plastic synapse, computed from one event that reaches it to the next. */
final class EventByEvent {

  private EventByEvent() {}

  /**
   * The final weight.
   *
   * @param initial weight at first
   * @param preAt when presynaptic spikes reach the synapse
   * @param postAt when postsynaptic spikes do
   * @param unit of these times [ms]
   * @param parameters of the rule
   */
  static double weight(
      double initial,
      TreeSet<Double> preAt,
      TreeSet<Double> postAt,
      double unit,
      Map<String, Double> parameters) {
    double max = parameters.get("W_max");
    double lambda = parameters.get("lambda");
    double alpha = parameters.get("alpha");
    TreeSet<Double> moments = new TreeSet<>(preAt);
    moments.addAll(postAt);
    double weight = initial;
    double preTrace = 0;
    double postTrace = 0;
    double last = 0;
    for (double moment : moments) {
      preTrace *= Math.exp(-(moment - last) * unit / parameters.get("tau_plus"));
      postTrace *= Math.exp(-(moment - last) * unit / parameters.get("tau_minus"));
      last = moment;
      boolean preHere = preAt.contains(moment);
      boolean postHere = postAt.contains(moment);
      if (postHere) {
        double relative = weight / max;
        relative += lambda * Math.pow(1 - relative, parameters.get("mu_plus")) * preTrace;
        weight = Math.min(1, relative) * max;
      }
      if (preHere) {
        double relative = weight / max;
        relative -= lambda * alpha * Math.pow(relative, parameters.get("mu_minus")) * postTrace;
        weight = Math.max(0, relative) * max;
      }
      preTrace += preHere ? 1 : 0;
      postTrace += postHere ? 1 : 0;
    }
    return weight;
  }
}
