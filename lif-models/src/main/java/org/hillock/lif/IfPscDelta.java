package org.hillock.lif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.NeuronForm;
import org.hillock.vector.Vectors;

/**
 * Perfect integrate-and-fire neuron: nothing leaks, and the membrane jumps by the weight at each
 * spike that arrives (Lapicque 1907, translated in Biol Cybern 97:341; IF in Pedersen et al. 2024,
 * Nat Commun 15:8122):
 *
 * <pre>
 *   dV/dt = (I_e + I)/C_m,   V += w at each spike
 *   V >= V_th: spike, then V = V_reset for t_ref; spikes that arrive meanwhile are lost
 * </pre>
 *
 * <p>This is {@link IafPscDelta} with an endless membrane time constant, and uses its kernel.
 */
public final class IfPscDelta implements NeuronModel {

  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.positive("C_m", Unit.PICOFARAD, 250, "membrane capacitance"),
          Parameter.any("V_th", Unit.MILLIVOLT, 15, "threshold: a spike is fired at or above it"),
          Parameter.any("V_reset", Unit.MILLIVOLT, 0, "potential after a spike"),
          Parameter.duration("t_ref", 0, "refractory time"),
          Parameter.any("I_e", Unit.PICOAMPERE, 0, "constant injected current"));

  @Override
  public String name() {
    return "if_psc_delta";
  }

  @Override
  public String description() {
    return "integrate-and-fire without leak, spikes are jumps of the membrane potential";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public List<StateVariable> stateVariables() {
    return List.of(Membrane.V_M);
  }

  @Override
  public Unit weightUnit() {
    return Unit.MILLIVOLT;
  }

  @Override
  public int receptors() {
    return 1;
  }

  @Override
  public int receptorOf(double weight) {
    return 0;
  }

  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    return Membrane.conflict(parameters);
  }

  @Override
  public double initialValue(int variable, ParameterSet parameters) {
    return 0;
  }

  @Override
  public int stateArrays() {
    return 1;
  }

  @Override
  public Optional<String> gridOnly(ParameterSet parameters) {
    return Optional.of("is for the grid engine");
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return new IntegrateAndFire(
        Double.POSITIVE_INFINITY,
        parameters.get("C_m"),
        0,
        parameters.get("V_th"),
        parameters.get("V_reset"),
        parameters.get("t_ref"),
        parameters.get("I_e"),
        Double.NEGATIVE_INFINITY,
        new IntegrateAndFire.Jump());
  }

  @Override
  public Optional<Map<String, Double>> taking(NeuronForm form) {
    boolean perfect =
        form instanceof IntegrateAndFire unit
            && !unit.leaks()
            && !unit.hasCurrents()
            && !unit.bounded()
            && unit.rest() == 0;
    return perfect ? Optional.of(MembraneForm.perfect((IntegrateAndFire) form)) : Optional.empty();
  }

  @Override
  public NeuronKernel kernel(ParameterSet parameters, double step) {
    IafPscDelta.Kernel kernel = scalar(parameters, step);
    return Vectors.available() ? new IafPscDeltaVectors(kernel) : kernel;
  }

  private static IafPscDelta.Kernel scalar(ParameterSet parameters, double step) {
    Membrane membrane =
        new Membrane(
            0,
            parameters.get("V_th"),
            parameters.get("V_reset"),
            parameters.get("I_e"),
            1,
            step / parameters.get("C_m"),
            Membrane.refractorySteps(parameters, step));
    return new IafPscDelta.Kernel(membrane, Double.NEGATIVE_INFINITY);
  }

  @Override
  public Optional<NeuronKernel> kernelOfEach(
      int size, IntFunction<ParameterSet> parameters, double step) {
    return Optional.of(
        IafPscDelta.Kernel.ofEach(size, neuron -> scalar(parameters.apply(neuron), step)));
  }
}
