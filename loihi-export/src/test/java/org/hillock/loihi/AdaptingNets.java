package org.hillock.loihi;

import java.util.List;
import java.util.Map;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Population;

/** Networks of neurons that are programmes of Loihi 2. */
final class AdaptingNets {

  private AdaptingNets() {}

  /** Parameters of Izhikevich 2003, figure 2. */
  enum Kind {
    REGULAR_SPIKING(0.02, 0.2, -65, 8),
    INTRINSICALLY_BURSTING(0.02, 0.2, -55, 4),
    CHATTERING(0.02, 0.2, -50, 2),
    FAST_SPIKING(0.1, 0.2, -65, 2),
    LOW_THRESHOLD_SPIKING(0.02, 0.25, -65, 2);

    final double a;
    final double b;
    final double c;
    final double d;

    Kind(double a, double b, double c, double d) {
      this.a = a;
      this.b = b;
      this.c = c;
      this.d = d;
    }
  }

  static Population izhikevich(String name, int size, Kind kind, Object... changes) {
    Map<String, Distribution> parameters =
        EveryKind.with(Map.of(), "a", kind.a, "b", kind.b, "c", kind.c, "d", kind.d);
    return new Population(name, size, "izhikevich", EveryKind.with(parameters, changes));
  }

  static Population adapting(String name, int size, Object... changes) {
    return new Population(name, size, "mat2_psc_exp", EveryKind.with(Map.of(), changes));
  }

  static Network alone(Population population) {
    return new Network(List.of(population), List.of(), List.of());
  }

  /** 160 regular and 40 fast spiking neurons. */
  static Network quadratic() {
    Population exc = izhikevich("exc", 160, Kind.REGULAR_SPIKING);
    Population inh = izhikevich("inh", 40, Kind.FAST_SPIKING);
    var few = new ConnectionRule.FixedIndegree(16);
    Distribution delays = new Distribution.Uniform(0.5, 2);
    return new Network(
        List.of(exc, inh),
        List.of(Nets.poisson(3000, 1.5, exc, inh)),
        List.of(
            Nets.projection(exc, exc, few, Distribution.of(0.5), delays),
            Nets.projection(exc, inh, few, Distribution.of(0.5), delays),
            Nets.projection(inh, exc, few, Distribution.of(-1), delays)));
  }

  /** 160 neurons that excite, 40 that inhibit, all with thresholds that adapt. */
  static Network thresholds() {
    Population exc = adapting("exc", 160, "tau_syn_ex", 2, "tau_syn_in", 2);
    Population inh = adapting("inh", 40, "tau_syn_ex", 2, "tau_syn_in", 2);
    var few = new ConnectionRule.FixedIndegree(16);
    Distribution delays = new Distribution.Uniform(0.5, 2);
    return new Network(
        List.of(exc, inh),
        List.of(Nets.poisson(3000, 60, exc, inh)),
        List.of(
            Nets.projection(exc, exc, few, Distribution.of(60), delays),
            Nets.projection(exc, inh, few, Distribution.of(60), delays),
            Nets.projection(inh, exc, few, Distribution.of(-150), delays)));
  }

  /** Few neurons of every programme, with all that a compartment can hold of them. */
  static Network few() {
    Population euler =
        izhikevich(
            "euler",
            2,
            Kind.CHATTERING,
            "I_e",
            4,
            "V_min",
            -90,
            "V_m",
            -70,
            "U_m",
            new Distribution.Uniform(-15, -12));
    Population published =
        izhikevich("published", 2, Kind.LOW_THRESHOLD_SPIKING, "consistent_integration", 0);
    Population mat =
        adapting(
            "mat",
            3,
            "I_e",
            100,
            "t_ref",
            1.5,
            "V_m",
            -68,
            "V_th_alpha_1",
            3,
            "V_th_alpha_2",
            new Distribution.Uniform(-1, 1));
    Population lif = new Population("lif", 2, "iaf_psc_delta", Nets.delta());
    var all = new ConnectionRule.AllToAll();
    return new Network(
        List.of(euler, published, mat, lif),
        List.of(Nets.poisson(300, 2, euler)),
        List.of(
            Nets.projection(euler, published, all, 2, 1),
            Nets.projection(published, mat, all, 100, 1.3),
            Nets.projection(mat, lif, all, 4, 1),
            Nets.projection(lif, euler, all, -1.1, 1)));
  }
}
