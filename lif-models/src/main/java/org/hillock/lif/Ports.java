package org.hillock.lif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hillock.model.NeuronDescription;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Receptor;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.smooth.SmoothDynamics;
import org.hillock.model.smooth.Terms;

/**
 * Several conductances that open and close, of adaptive exponential neurons; the lists of
 * parameters say how many. Each has two states, the one that decays and feeds, and the conductance:
 *
 * <pre>
 *   ddg/dt = -dg/tauFeed,   dg/dt = dg - g/tauOf,   I_syn += g (E_rev - V)
 * </pre>
 *
 * @param count how many
 */
record Ports(int count) {

  /** As many as the shortest of some lists has elements. */
  static Ports of(Map<String, Integer> lengths) {
    return new Ports(lengths.values().stream().mapToInt(length -> length).min().orElse(0));
  }

  /** A description that has these conductances in place of those that it has. */
  NeuronDescription in(NeuronDescription base, List<Parameter> parameters) {
    List<StateVariable> variables = new ArrayList<>();
    variables.add(Membrane.V_M);
    List<Receptor> receptors = new ArrayList<>();
    for (int port = 1; port <= count; port++) {
      variables.add(
          StateVariable.conductance("g_" + port, "synaptic conductance of receptor " + port));
      receptors.add(
          new Receptor(
              Integer.toString(port),
              Unit.NANOSIEMENS,
              Receptor.Weights.NOT_NEGATIVE,
              "conductance " + port));
    }
    variables.add(AdaptiveExponential.ADAPTATION);
    return base.with(parameters, variables, receptors);
  }

  /** How many states a neuron has. */
  int states() {
    return AdaptiveExponential.OWN + 2 * count;
  }

  /** Numbers, jumps and what is shown of a neuron. */
  SmoothDynamics motion(ParameterSet of, double[] reversal, double[] tauFeed, double[] tauOf) {
    SmoothDynamics.Builder neuron = AdaptiveExponential.firing(of, states());
    for (int port = 0; port < count; port++) {
      neuron.decay(feed(port), tauFeed[port]).decay(open(port), tauOf[port], feed(port));
      neuron.jump(port, feed(port), Terms.toPeak(tauFeed[port], tauOf[port]));
    }
    IntStream conductances = IntStream.range(0, count).map(Ports::open);
    return neuron
        .numbers(AdaptiveExponential.numbers(of, Arrays.copyOf(reversal, count)))
        .show(
            IntStream.concat(
                    IntStream.concat(IntStream.of(SmoothDynamics.V), conductances),
                    IntStream.of(AdaptiveExponential.W))
                .toArray())
        .build();
  }

  /** The right side of neuron and conductances. */
  void derivative(int n, double[][] y, double[][] p, double[][] current, double[][] dy) {
    AdaptiveExponential.begin(n, y, p, current[0], dy);
    double[] v = dy[AdaptiveExponential.W];
    for (int port = 0; port < count; port++) {
      double[] reversal = p[AdaptiveExponential.NUMBERS + port];
      Terms.open(n, y[open(port)], reversal, v, dy[SmoothDynamics.V]);
    }
    AdaptiveExponential.end(n, y, p, dy);
  }

  private static int feed(int port) {
    return AdaptiveExponential.OWN + 2 * port;
  }

  private static int open(int port) {
    return feed(port) + 1;
  }
}
