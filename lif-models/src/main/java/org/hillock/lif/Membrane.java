package org.hillock.lif;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hillock.model.NeuronBlock;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;

/**
 * The membrane that the integrate-and-fire models share, in a grid of step h:
 *
 * <pre>
 *   dV/dt = -(V - E_L) / tau_m + I(t) / C_m
 *   V(t + h) - E_L = e^(-h/tau_m) (V(t) - E_L) + tau_m/C_m (1 - e^(-h/tau_m)) I
 * </pre>
 *
 * for a current I that is constant over the step. Voltages are kept relative to E_L.
 *
 * @param restingPotential E_L [mV]
 * @param threshold V_th - E_L [mV]
 * @param reset V_reset - E_L [mV]
 * @param constantCurrent I_e [pA]
 * @param leakFactor e^(-h/tau_m)
 * @param currentFactor tau_m/C_m (1 - e^(-h/tau_m)) [mV/pA]
 * @param refractorySteps steps for which V stays at V_reset after a spike
 */
record Membrane(
    double restingPotential,
    double threshold,
    double reset,
    double constantCurrent,
    double leakFactor,
    double currentFactor,
    int refractorySteps) {

  private static final double REST_UNIT = 0x1p900;

  /** Below this, a number does not stand for itself. */
  static final double RESTED = -REST_UNIT;

  /** The membrane potential, as every model lists it. */
  static final StateVariable V_M = new StateVariable("V_m", Unit.MILLIVOLT, "membrane potential");

  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.positive("C_m", Unit.PICOFARAD, 250, "membrane capacitance"),
          Parameter.positive("tau_m", Unit.MILLISECOND, 10, "membrane time constant"),
          Parameter.any("E_L", Unit.MILLIVOLT, -70, "resting potential"),
          Parameter.any("V_th", Unit.MILLIVOLT, -55, "threshold: a spike is fired at or above it"),
          Parameter.any("V_reset", Unit.MILLIVOLT, -70, "potential after a spike"),
          Parameter.duration("t_ref", 2, "refractory time"),
          Parameter.any("I_e", Unit.PICOAMPERE, 0, "constant injected current"));

  /** The parameters of the membrane, followed by a model's own. */
  static List<Parameter> parametersAnd(Parameter... own) {
    return Stream.concat(PARAMETERS.stream(), Stream.of(own)).toList();
  }

  /** What is wrong with a combination of membrane parameters, if anything. */
  static Optional<String> conflict(ParameterSet parameters) {
    double reset = parameters.get("V_reset");
    double threshold = parameters.get("V_th");
    return reset < threshold
        ? Optional.empty()
        : Optional.of("V_reset, " + reset + " mV, is not below V_th, " + threshold + " mV");
  }

  /** Propagators for a step [ms]. */
  static Membrane of(ParameterSet parameters, double step) {
    double tauM = parameters.get("tau_m");
    double restingPotential = parameters.get("E_L");
    return new Membrane(
        restingPotential,
        parameters.get("V_th") - restingPotential,
        parameters.get("V_reset") - restingPotential,
        parameters.get("I_e"),
        StrictMath.exp(-step / tauM),
        -tauM / parameters.get("C_m") * StrictMath.expm1(-step / tauM),
        refractorySteps(parameters, step));
  }

  /** Steps for which V stays at V_reset after a spike, for a step [ms]. */
  static int refractorySteps(ParameterSet parameters, double step) {
    return (int) Math.min(Integer.MAX_VALUE, Math.floor(parameters.get("t_ref") / step + 0.5));
  }

  /**
   * What stands for V while a neuron is refractory up to and including a step: a number far below
   * any membrane potential, the lower the later the step. So refractoriness takes no memory of its
   * own, and one comparison tells who is refractory.
   */
  static double resting(double untilStep) {
    return -untilStep * REST_UNIT;
  }

  /** The step of {@link #resting}. */
  static double restingUntil(double v) {
    return -v / REST_UNIT;
  }

  /** The membrane potential that a number of {@link MembraneKernel#V} stands for. */
  double potential(double v) {
    return v <= RESTED ? reset : v;
  }

  /** Marks a neuron that has reached the threshold as refractory, and reports it. */
  void fire(NeuronBlock block, int neuron, long step, SpikeSink spikes) {
    block.state(MembraneKernel.V)[neuron] = resting((double) step + refractorySteps);
    spikes.fire(neuron);
  }
}
