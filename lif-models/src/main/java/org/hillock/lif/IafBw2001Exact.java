package org.hillock.lif;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.hillock.vector.Exp;

/**
 * Leaky integrate-and-fire neuron with AMPA, GABA and NMDA receptors, for networks that keep
 * something in mind. NMDA channels saturate, each synapse on its own, so a neuron has as many NMDA
 * receptors as presynaptic neurons that are to saturate apart.
 */
public final class IafBw2001Exact implements NeuronModel {

  private static final int AMPA = 1;
  private static final int GABA = 2;

  /** States of the first NMDA receptor: what rises, and the conductance. */
  private static final int NMDA = 3;

  /** Numbers of the membrane; the greatest conductance of each NMDA receptor follows. */
  private static final int MAGNESIUM = Conductances.NUMBERS;

  private static final int OWN = MAGNESIUM + 1;

  /** Steepness of the magnesium block [1/mV] and its concentration at 0 mV [mM]. */
  private static final double BLOCK = -0.062;

  private static final double HALF_BLOCKED = 3.57;

  private static final Parameter GREATEST =
      Parameter.positive(
              "g_NMDA",
              Unit.NANOSIEMENS,
              1,
              "conductance of an NMDA receptor when all of its channels are open")
          .list(1.0);

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "iaf_bw_2001_exact",
              Family.CONDUCTANCE_BASED,
              "leaky integrate-and-fire with AMPA, GABA and saturating NMDA receptors")
          .equations(
              """
              C_m dV/dt = -g_L (V - E_L) - (s_AMPA + B(V) s_NMDA) (V - E_ex) - s_GABA (V - E_in) + I
              B(V)      = 1/(1 + conc_Mg2 exp(-0.062 V)/3.57)
              ds_k/dt   = -s_k/tau_k for k = AMPA, GABA,   s_k += w at each spike of weight w
              s_NMDA    = sum of s_j over NMDA receptors j, each with
              ds_j/dt   = -s_j/tau_decay_NMDA + alpha x_j (1 - s_j/g_NMDA_j)
              dx_j/dt   = -x_j/tau_rise_NMDA,   x_j += w at each spike of weight w
              V >= V_th: spike, then V = V_reset for t_ref; conductances go on
              one presynaptic neuron a receptor, w = g_NMDA: the model as published; many with the
              sum of their weights as g_NMDA: they saturate together, as if they fired alike
              """)
          .source(
              "Wang 1999, J Neurosci 19:9587; Brunel and Wang 2001, J Comput Neurosci 11:63; NEST"
                  + " iaf_bw_2001_exact")
          .parameters(
              Parameter.positive("C_m", Unit.PICOFARAD, 500, "membrane capacitance"),
              Parameter.nonNegative("g_L", Unit.NANOSIEMENS, 25, "leak conductance"),
              Parameter.any("E_L", Unit.MILLIVOLT, -70, "resting potential"),
              Parameter.any("E_ex", Unit.MILLIVOLT, 0, "reversal potential of AMPA and NMDA"),
              Parameter.any("E_in", Unit.MILLIVOLT, -70, "reversal potential of GABA"),
              Parameter.any(
                  "V_th", Unit.MILLIVOLT, -55, "threshold: a spike is fired at or above it"),
              Parameter.any("V_reset", Unit.MILLIVOLT, -60, "potential after a spike"),
              Parameter.duration("t_ref", 2, "refractory time"),
              Parameter.positive("tau_AMPA", Unit.MILLISECOND, 2, "decay time of AMPA"),
              Parameter.positive("tau_GABA", Unit.MILLISECOND, 5, "decay time of GABA"),
              Parameter.positive("tau_rise_NMDA", Unit.MILLISECOND, 2, "rise time of NMDA"),
              Parameter.positive("tau_decay_NMDA", Unit.MILLISECOND, 100, "decay time of NMDA"),
              Parameter.positive("alpha", Unit.KILOHERTZ, 0.5, "how fast NMDA channels open"),
              Parameter.positive("conc_Mg2", Unit.NONE, 1, "magnesium outside the cell, in mM"))
          .current()
          .build();

  private final NeuronDescription description;
  private final int receptors;

  /** With a list of NMDA receptors that may have any length. */
  public IafBw2001Exact() {
    this(1, List.of(GREATEST));
  }

  private IafBw2001Exact(int receptors, List<Parameter> greatest) {
    this.receptors = receptors;
    this.description =
        DESCRIPTION.with(
            Stream.concat(DESCRIPTION.parameters().stream(), greatest.stream()).toList(),
            List.of(
                Membrane.V_M,
                StateVariable.conductance("s_AMPA", "AMPA conductance"),
                StateVariable.conductance("s_GABA", "GABA conductance"),
                StateVariable.derived("s_NMDA", Unit.NANOSIEMENS, "NMDA conductance, unblocked"),
                StateVariable.derived("I_NMDA", Unit.PICOAMPERE, "NMDA current, outwards"),
                StateVariable.derived("I_AMPA", Unit.PICOAMPERE, "AMPA current, outwards"),
                StateVariable.derived("I_GABA", Unit.PICOAMPERE, "GABA current, outwards")),
            Stream.concat(
                    Stream.of(receptor("AMPA"), receptor("GABA")),
                    IntStream.rangeClosed(1, receptors)
                        .mapToObj(j -> receptor(receptors == 1 ? "NMDA" : "NMDA_" + j)))
                .toList());
  }

  private static Receptor receptor(String name) {
    return new Receptor(
        name, Unit.NANOSIEMENS, Receptor.Weights.NOT_NEGATIVE, name + " conductance");
  }

  @Override
  public NeuronModel withLists(Map<String, Integer> lengths) {
    int length = lengths.get(GREATEST.name());
    return new IafBw2001Exact(length, GREATEST.elements(length));
  }

  @Override
  public NeuronDescription description() {
    return description;
  }

  @Override
  public Dynamics dynamics() {
    return Smooth.fireAndReset(this::derivative, this::motion);
  }

  private SmoothDynamics motion(ParameterSet of) {
    double[] greatest = of.list(GREATEST.name());
    double[] numbers = {
      1 / of.get("C_m"),
      of.get("g_L"),
      of.get("E_L"),
      of.get("E_ex"),
      of.get("E_in"),
      0,
      of.get("conc_Mg2") / HALF_BLOCKED
    };
    double[] all = Arrays.copyOf(numbers, OWN + 2 + receptors);
    all[OWN] = 1 / of.get("tau_decay_NMDA");
    all[OWN + 1] = of.get("alpha");
    SmoothDynamics.Builder neuron =
        Conductances.firing(of, NMDA + 2 * receptors)
            .decay(AMPA, of.get("tau_AMPA"))
            .decay(GABA, of.get("tau_GABA"))
            .jump(0, AMPA, 1)
            .jump(1, GABA, 1);
    for (int j = 0; j < receptors; j++) {
      all[OWN + 2 + j] = 1 / greatest[j];
      neuron.decay(NMDA + 2 * j, of.get("tau_rise_NMDA")).jump(2 + j, NMDA + 2 * j, 1);
    }
    return neuron
        .numbers(all)
        .show(SmoothDynamics.V, AMPA, GABA)
        .show((y, p) -> open(y))
        .show((y, p) -> open(y) * (y[0] - p[3]) / (1 + p[MAGNESIUM] * Exp.of(BLOCK * y[0])))
        .show((y, p) -> y[AMPA] * (y[0] - p[3]))
        .show((y, p) -> y[GABA] * (y[0] - p[4]))
        .build();
  }

  private static double open(double[] y) {
    double sum = 0;
    for (int s = NMDA + 1; s < y.length; s += 2) {
      sum += y[s];
    }
    return sum;
  }

  private void derivative(
      int count, double[][] y, double[][] p, double[][] current, double[][] dy) {
    double[] excited = dy[GABA];
    Arrays.fill(excited, 0, count, 0);
    for (int j = 0; j < receptors; j++) {
      int x = NMDA + 2 * j;
      Terms.add(count, y[x + 1], 1, excited);
      saturating(count, y[x], y[x + 1], p[OWN], p[OWN + 1], p[OWN + 2 + j], dy[x + 1]);
    }
    unblocked(count, y[SmoothDynamics.V], p[MAGNESIUM], dy[AMPA]);
    excited(count, y[AMPA], dy[AMPA], excited);
    Terms.membrane(
        count, y[SmoothDynamics.V], excited, y[GABA], p, 0, current[0], dy[SmoothDynamics.V]);
  }

  private static void saturating(
      int n,
      double[] x,
      double[] s,
      double[] rate,
      double[] alpha,
      double[] perGreatest,
      double[] ds) {
    for (int i = 0; i < n; i++) {
      ds[i] = alpha[i] * x[i] * (1 - s[i] * perGreatest[i]) - s[i] * rate[i];
    }
  }

  /** The part of the NMDA channels that magnesium leaves open. */
  private static void unblocked(int n, double[] v, double[] magnesium, double[] into) {
    for (int i = 0; i < n; i++) {
      into[i] = BLOCK * v[i];
    }
    Exp.of(into, into, n);
    for (int i = 0; i < n; i++) {
      into[i] = 1 / (1 + magnesium[i] * into[i]);
    }
  }

  private static void excited(int n, double[] ampa, double[] part, double[] nmda) {
    for (int i = 0; i < n; i++) {
      nmda[i] = ampa[i] + part[i] * nmda[i];
    }
  }
}
