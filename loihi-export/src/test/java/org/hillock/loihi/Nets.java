package org.hillock.loihi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.network.Conduction;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Positions;
import org.hillock.network.Projection;

/** Networks for tests. */
final class Nets {

  private Nets() {}

  static final double STEP = 0.1;
  static final long SEED = 42;

  static Map<String, Distribution> delta() {
    return Map.of(
        "tau_m", Distribution.of(20),
        "E_L", Distribution.of(0),
        "V_th", Distribution.of(20),
        "V_reset", Distribution.of(10),
        "t_ref", Distribution.of(2));
  }

  static Map<String, Distribution> current(double tauEx, double tauIn) {
    return Map.of(
        "tau_m", Distribution.of(20),
        "C_m", Distribution.of(200),
        "E_L", Distribution.of(-60),
        "V_th", Distribution.of(-50),
        "V_reset", Distribution.of(-62),
        "t_ref", Distribution.of(3),
        "tau_syn_ex", Distribution.of(tauEx),
        "tau_syn_in", Distribution.of(tauIn));
  }

  static Projection projection(
      Population from,
      Population to,
      ConnectionRule rule,
      Distribution weight,
      Distribution delay) {
    return new Projection(
        from.name() + "→" + to.name(),
        NeuronRange.all(from),
        NeuronRange.all(to),
        rule,
        weight,
        delay,
        true,
        true,
        null);
  }

  static Projection projection(
      Population from, Population to, ConnectionRule rule, double weight, double delay) {
    return projection(from, to, rule, Distribution.of(weight), Distribution.of(delay));
  }

  static Input.Poisson poisson(double rate, double weight, Population... to) {
    return new Input.Poisson(
        "drive",
        List.of(to).stream().map(NeuronRange::all).toList(),
        rate,
        Distribution.of(weight),
        1,
        0,
        Double.POSITIVE_INFINITY);
  }

  /** Brunel 2000, figure 8C, of 5 × order neurons. */
  static Network brunel(int order) {
    Population exc = new Population("exc", 4 * order, "iaf_psc_delta", delta());
    Population inh = new Population("inh", order, "iaf_psc_delta", delta());
    double j = 0.1 * 2500 / order;
    var fromExc = new ConnectionRule.FixedIndegree(4 * order / 10);
    var fromInh = new ConnectionRule.FixedIndegree(order / 10);
    return new Network(
        List.of(exc, inh),
        List.of(poisson(2 * 20 / (j * 20) * 1000, j, exc, inh)),
        List.of(
            projection(exc, exc, fromExc, j, 1.5),
            projection(exc, inh, fromExc, j, 1.5),
            projection(inh, exc, fromInh, -5 * j, 1.5),
            projection(inh, inh, fromInh, -5 * j, 1.5)));
  }

  /** Populations in a circle, each exciting the next, all to all, with random weights. */
  static Network ring(int populations, int size) {
    List<Population> all = new ArrayList<>();
    for (int i = 0; i < populations; i++) {
      all.add(new Population("p" + i, size, "iaf_psc_exp", current(2, 2)));
    }
    List<Projection> projections = new ArrayList<>();
    for (int i = 0; i < populations; i++) {
      projections.add(
          projection(
              all.get(i),
              all.get((i + 1) % populations),
              new ConnectionRule.AllToAll(),
              new Distribution.Normal(45, 20),
              Distribution.of(1 + 0.5 * i)));
    }
    return new Network(all, List.of(poisson(1000, 80, all.get(0))), projections);
  }

  /** Sparse, with weights of both signs, random delays and pairs connected more than once. */
  static Network sparse(int size, double probability) {
    Population a = new Population("a", size, "iaf_psc_delta", delta());
    Population b = new Population("b", size / 2, "iaf_psc_delta", delta());
    Population relay =
        new Population("source", 20, "poisson_generator", Map.of("rate", Distribution.of(50)));
    return new Network(
        List.of(relay, a, b),
        List.of(poisson(5000, 0.4, a)),
        List.of(
            projection(
                a,
                b,
                new PairwiseBernoulli(probability),
                new Distribution.Normal(0, 0.3),
                new Distribution.Uniform(0.1, 6.0)),
            projection(
                b,
                a,
                new FixedTotalNumber((long) (size * 20)),
                Distribution.of(-0.2),
                Distribution.of(0.1)),
            projection(
                relay,
                a,
                new ConnectionRule.FixedOutdegree(size / 4),
                Distribution.of(0.7),
                Distribution.of(2))));
  }

  /** Neurons in a plane of 3 mm by 3 mm, with delays of up to 4.3 ms on the way. */
  static Network plane(int size) {
    Random random = new Random(SEED);
    double[][] places = new double[size][];
    for (int i = 0; i < size; i++) {
      places[i] = new double[] {3 * random.nextDouble(), 3 * random.nextDouble()};
    }
    Population sheet =
        new Population("sheet", size, "iaf_psc_delta", delta(), null, Positions.of(places));
    NeuronRange part = new NeuronRange("sheet", 5, size - 3);
    return new Network(
        List.of(sheet),
        List.of(poisson(5000, 0.4, sheet)),
        List.of(
            new Projection(
                "axons",
                NeuronRange.all(sheet),
                part,
                new ConnectionRule.FixedIndegree(12),
                Distribution.of(0.3),
                new Distribution.Uniform(0.1, 0.5),
                true,
                true,
                null,
                new Conduction(1))));
  }

  /** Three projections that learn, each in its own way and range; the last begins near 0. */
  static Network learning(int size) {
    Population source =
        new Population("source", size, "poisson_generator", Map.of("rate", Distribution.of(100)));
    Population cells = new Population("cells", size, "iaf_psc_delta", delta());
    Population last = new Population("last", size / 2, "iaf_psc_delta", delta());
    return new Network(
        List.of(source, cells, last),
        List.of(),
        List.of(
            plastic(source, cells, new Distribution.Uniform(0.2, 1), 1, 1, 0, 2),
            plastic(cells, cells, new Distribution.Uniform(0, 0.5), 2, 0, 0, 1.5),
            plastic(cells, last, Distribution.of(0), 1.5, 0, 1, 3)));
  }

  /** Weights that learn by pairs of spikes, additively or not. */
  static Projection plastic(
      Population from,
      Population to,
      Distribution weight,
      double largest,
      double muPlus,
      double muMinus,
      double delay) {
    Map<String, Double> stdp =
        Map.of(
            "lambda", 0.05,
            "alpha", 0.8,
            "tau_plus", 15.0,
            "tau_minus", 25.0,
            "mu_plus", muPlus,
            "mu_minus", muMinus,
            "W_max", largest);
    return new Projection(
        from.name() + "→" + to.name(),
        NeuronRange.all(from),
        NeuronRange.all(to),
        new ConnectionRule.FixedIndegree(from.size() / 2),
        weight,
        Distribution.of(delay),
        true,
        true,
        new Plasticity("stdp", stdp));
  }

  static Mapping compile(Network network, ChipProfile profile) {
    return compile(network, profile, STEP, false);
  }

  static Mapping compile(Network network, ChipProfile profile, double chipStep, boolean freeze) {
    return compile(network, profile, chipStep, freeze, SEED);
  }

  static Mapping compile(
      Network network, ChipProfile profile, double chipStep, boolean freeze, long seed) {
    return LoihiCompiler.compile(
        new LoihiCompiler.Subject("test", network, STEP, seed),
        profile,
        freeze ? LoihiCompiler.Options.of(chipStep).frozen() : LoihiCompiler.Options.of(chipStep));
  }
}
