package org.hillock.lif;

import java.util.ArrayList;
import java.util.List;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Receptor;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.smooth.Smooth;
import org.hillock.model.smooth.SmoothDynamics;
import org.hillock.model.smooth.Terms;

/**
 * Leaky integrate-and-fire neuron of three compartments in a row, soma, proximal and distal
 * dendrite, each with alpha-shaped conductances.
 */
public final class IafCondAlphaMc implements NeuronModel {

  private static final List<String> COMPARTMENTS = List.of("soma", "proximal", "distal");

  /** Numbers of a compartment: those of its membrane, and the rates of its conductances. */
  private static final int EACH = Conductances.NUMBERS;

  private static final int SOMA_PROXIMAL = 3 * EACH;
  private static final int PROXIMAL_DISTAL = SOMA_PROXIMAL + 1;

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "iaf_cond_alpha_mc",
              Family.COMPARTMENTS,
              "leaky integrate-and-fire of soma and two dendrites, alpha-shaped conductances")
          .equations(
              """
              C_m dV/dt = -g_L (V - E_L) - g_ex (V - E_ex) - g_in (V - E_in) - I_conn + I_e + I
                          for each of soma s, proximal p and distal d
              I_conn    = s: g_sp (V_s - V_p), p: g_sp (V_p - V_s) + g_pd (V_p - V_d),
                          d: g_pd (V_d - V_p)
              a spike of weight w: g(t) += w (t/tau_syn) exp(1 - t/tau_syn), whose peak is w
              V_s >= V_th: spike, then V_s = V_reset for t_ref, while V_p and V_d stand still too;
              conductances go on
              """)
          .source(
              "Meffin, Burkitt and Grayden 2004, J Comput Neurosci 16:159; Bernander, Douglas,"
                  + " Martin and Koch 1991, PNAS 88:11569; NEST iaf_cond_alpha_mc")
          .parameters(
              Parameter.any("V_th", Unit.MILLIVOLT, -55, "threshold of the soma"),
              Parameter.any("V_reset", Unit.MILLIVOLT, -60, "potential of the soma after a spike"),
              Parameter.duration("t_ref", 2, "refractory time"),
              Parameter.nonNegative(
                  "g_sp", Unit.NANOSIEMENS, 2.5, "conductance from soma to proximal dendrite"),
              Parameter.nonNegative(
                  "g_pd", Unit.NANOSIEMENS, 1, "conductance from proximal to distal dendrite"))
          .parameters(compartment("soma", 150, 10))
          .parameters(compartment("proximal", 75, 5))
          .parameters(compartment("distal", 150, 10))
          .variables(variables())
          .receptors(
              COMPARTMENTS.stream()
                  .flatMap(name -> List.of(open(name, "exc"), open(name, "inh")).stream())
                  .toArray(Receptor[]::new))
          .currents("soma_curr", "proximal_curr", "distal_curr")
          .build();

  private static List<Parameter> compartment(String name, double capacitance, double leak) {
    String of = " of " + name;
    return List.of(
        Parameter.positive(name + "_C_m", Unit.PICOFARAD, capacitance, "membrane capacitance" + of),
        Parameter.nonNegative(name + "_g_L", Unit.NANOSIEMENS, leak, "leak conductance" + of),
        Parameter.any(name + "_E_L", Unit.MILLIVOLT, -70, "resting potential" + of),
        Parameter.any(name + "_E_ex", Unit.MILLIVOLT, 0, "excitatory reversal potential" + of),
        Parameter.any(name + "_E_in", Unit.MILLIVOLT, -85, "inhibitory reversal potential" + of),
        Parameter.positive(
            name + "_tau_syn_ex", Unit.MILLISECOND, 0.5, "time to the peak of excitation" + of),
        Parameter.positive(
            name + "_tau_syn_in", Unit.MILLISECOND, 2, "time to the peak of inhibition" + of),
        Parameter.any(name + "_I_e", Unit.PICOAMPERE, 0, "constant injected current" + of));
  }

  private static Receptor open(String compartment, String kind) {
    return new Receptor(
        compartment + "_" + kind,
        Unit.NANOSIEMENS,
        Receptor.Weights.NOT_NEGATIVE,
        (kind.equals("exc") ? "excitatory" : "inhibitory") + " conductance of " + compartment);
  }

  private static StateVariable[] variables() {
    List<StateVariable> all = new ArrayList<>();
    for (String name : COMPARTMENTS) {
      String letter = "_" + name.charAt(0);
      String of = " of " + name;
      all.add(new StateVariable("V_m" + letter, Unit.MILLIVOLT, "membrane potential" + of));
      all.add(StateVariable.conductance("g_ex" + letter, "excitatory conductance" + of));
      all.add(StateVariable.conductance("g_in" + letter, "inhibitory conductance" + of));
    }
    all.add(Conductances.REMAINING);
    return all.toArray(StateVariable[]::new);
  }

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return new Smooth(IafCondAlphaMc::derivative, IafCondAlphaMc::motion, false, 3);
  }

  @Override
  public double initialValue(int variable, ParameterSet parameters) {
    return variable < 9 && variable % 3 == 0
        ? parameters.get(COMPARTMENTS.get(variable / 3) + "_E_L")
        : 0;
  }

  private static int feed(int compartment, int kind) {
    return 3 + 4 * compartment + 2 * kind;
  }

  private static SmoothDynamics motion(ParameterSet of) {
    SmoothDynamics.Builder neuron = Conductances.firing(of, feed(3, 0)).hold(1, 2);
    double[] numbers = new double[PROXIMAL_DISTAL + 1];
    int[] shown = new int[9];
    for (int c = 0; c < 3; c++) {
      String name = COMPARTMENTS.get(c) + "_";
      double[] tau = {of.get(name + "tau_syn_ex"), of.get(name + "tau_syn_in")};
      double[] own = Conductances.numbers(of, name);
      System.arraycopy(own, 0, numbers, EACH * c, EACH);
      shown[3 * c] = c;
      for (int kind = 0; kind < 2; kind++) {
        neuron.decay(feed(c, kind), tau[kind]).decay(feed(c, kind) + 1, tau[kind], feed(c, kind));
        neuron.jump(2 * c + kind, feed(c, kind), Math.E / tau[kind]);
        shown[3 * c + 1 + kind] = feed(c, kind) + 1;
      }
    }
    numbers[SOMA_PROXIMAL] = of.get("g_sp");
    numbers[PROXIMAL_DISTAL] = of.get("g_pd");
    return neuron.numbers(numbers).show(shown).showHold().build();
  }

  private static void derivative(
      int count, double[][] y, double[][] p, double[][] current, double[][] dy) {
    for (int c = 0; c < 3; c++) {
      int at = EACH * c;
      Terms.membrane(count, y[c], y[feed(c, 0) + 1], y[feed(c, 1) + 1], p, at, current[c], dy[c]);
    }
    Terms.couple(count, p[SOMA_PROXIMAL], y[1], y[0], p[0], dy[0]);
    Terms.couple(count, p[SOMA_PROXIMAL], y[0], y[1], p[EACH], dy[1]);
    Terms.couple(count, p[PROXIMAL_DISTAL], y[2], y[1], p[EACH], dy[1]);
    Terms.couple(count, p[PROXIMAL_DISTAL], y[1], y[2], p[2 * EACH], dy[2]);
  }
}
