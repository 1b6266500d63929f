package org.hillock.lif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Unit;
import org.hillock.model.smooth.Smooth;
import org.hillock.model.smooth.SmoothDynamics;

/** Adaptive exponential integrate-and-fire neuron with several alpha-shaped conductances. */
public final class AeifCondAlphaMultisynapse implements NeuronModel {

  private static final List<Parameter> LISTS =
      List.of(
          Parameter.any("E_rev", Unit.MILLIVOLT, 0, "reversal potential").list(0.0),
          Parameter.positive("tau_syn", Unit.MILLISECOND, 2, "time to the peak").list(2.0));

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "aeif_cond_alpha_multisynapse",
              Family.NONLINEAR,
              "adaptive exponential integrate-and-fire, several alpha-shaped conductances")
          .equations(
              """
              C_m dV/dt   = -g_L (V - E_L) + g_L Delta_T exp((V - V_th)/Delta_T) - w
                            - sum over k of g_k (V - E_rev_k) + I_e + I
              tau_w dw/dt = a (V - E_L) - w
              a spike of weight w at receptor k: g_k(t) += w (t/tau_syn_k) exp(1 - t/tau_syn_k)
              V >= V_peak: spike, w += b, then V = V_reset for t_ref; without Delta_T at V_th
              """)
          .source(
              "Brette and Gerstner 2005, J Neurophysiol 94:3637; NEST aeif_cond_alpha_multisynapse")
          .current()
          .build();

  private final NeuronDescription description;
  private final Ports ports;

  /** With lists that may have any length. */
  public AeifCondAlphaMultisynapse() {
    this(
        new Ports(1),
        Stream.concat(AdaptiveExponential.parameters().stream(), LISTS.stream()).toList());
  }

  private AeifCondAlphaMultisynapse(Ports ports, List<Parameter> parameters) {
    this.ports = ports;
    this.description = ports.in(DESCRIPTION, parameters);
  }

  @Override
  public NeuronModel withLists(Map<String, Integer> lengths) {
    return new AeifCondAlphaMultisynapse(Ports.of(lengths), Lists.single(description, lengths));
  }

  @Override
  public NeuronDescription description() {
    return description;
  }

  @Override
  public Dynamics dynamics() {
    return Smooth.withUpstroke(ports::derivative, this::motion);
  }

  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    return AdaptiveExponential.conflict(parameters)
        .or(() -> Lists.unequal(parameters, "E_rev", "tau_syn"));
  }

  private SmoothDynamics motion(ParameterSet of) {
    return ports.motion(of, of.list("E_rev"), of.list("tau_syn"), of.list("tau_syn"));
  }
}
