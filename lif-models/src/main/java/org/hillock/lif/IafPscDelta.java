package org.hillock.lif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.hillock.model.EventKernel;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Quiescence;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.NeuronForm;
import org.hillock.vector.Vectors;

/**
 * Leaky integrate-and-fire neuron whose membrane jumps by the weight at each spike that arrives
 * (Stein 1967, Biophys J 7:37; NEST's {@code iaf_psc_delta}):
 *
 * <pre>
 *   dV/dt = -(V - E_L)/tau_m + (I_e + I)/C_m,   V += w at each spike
 *   V >= V_th: spike, then V = V_reset for t_ref; spikes that arrive meanwhile are lost
 * </pre>
 */
public final class IafPscDelta implements NeuronModel {

  private static final List<Parameter> PARAMETERS =
      Membrane.parametersAnd(
          Parameter.any("V_min", Unit.MILLIVOLT, -Double.MAX_VALUE, "lower bound of V_m"));

  @Override
  public String name() {
    return "iaf_psc_delta";
  }

  @Override
  public String description() {
    return "leaky integrate-and-fire, spikes are jumps of the membrane potential";
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
    return parameters.get("E_L");
  }

  @Override
  public int stateArrays() {
    return 1;
  }

  @Override
  public Optional<String> gridOnly(ParameterSet parameters) {
    return Optional.empty();
  }

  @Override
  public EventKernel eventKernel(ParameterSet parameters) {
    return new JumpEvents(
        ContinuousMembrane.of(parameters), parameters.get("V_min") - parameters.get("E_L"));
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    double lowest = parameters.get("V_min");
    return MembraneForm.of(
        parameters,
        lowest == -Double.MAX_VALUE ? Double.NEGATIVE_INFINITY : lowest,
        new IntegrateAndFire.Jump());
  }

  @Override
  public Optional<Map<String, Double>> taking(NeuronForm form) {
    if (!(form instanceof IntegrateAndFire unit) || !unit.leaks() || unit.hasCurrents()) {
      return Optional.empty();
    }
    Map<String, Double> parameters = MembraneForm.leaky(unit);
    if (unit.bounded()) {
      parameters.put("V_min", unit.lowest());
    }
    return Optional.of(parameters);
  }

  @Override
  public NeuronKernel kernel(ParameterSet parameters, double step) {
    Kernel kernel = scalar(parameters, step);
    return Vectors.available() ? new IafPscDeltaVectors(kernel) : kernel;
  }

  private static Kernel scalar(ParameterSet parameters, double step) {
    Membrane membrane = Membrane.of(parameters, step);
    return new Kernel(membrane, parameters.get("V_min") - membrane.restingPotential());
  }

  @Override
  public Optional<NeuronKernel> kernelOfEach(
      int size, IntFunction<ParameterSet> parameters, double step) {
    return Optional.of(Kernel.ofEach(size, neuron -> scalar(parameters.apply(neuron), step)));
  }

  record Kernel(Membrane membrane, double lowest) implements MembraneKernel {

    /** A kernel for neurons that differ. */
    static NeuronKernel ofEach(int size, IntFunction<Kernel> kernels) {
      IntFunction<double[]> each =
          neuron -> {
            Kernel kernel = kernels.apply(neuron);
            return MembraneColumns.numbers(kernel.membrane, kernel.lowest);
          };
      return Vectors.available()
          ? new IafPscDeltaColumnVectors(size, each)
          : new IafPscDeltaColumns(size, each);
    }

    @Override
    public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
      double[] v = block.state(V);
      double resting = Membrane.resting(step);
      double[] current = block.current();
      double[] input = block.input(0);
      int offset = block.inputOffset();
      double leak = membrane.leakFactor();
      double currentFactor = membrane.currentFactor();
      double constant = membrane.constantCurrent();
      double threshold = membrane.threshold();
      double lowestV = lowest;
      for (int i = from; i < to; i++) {
        if (v[i] <= resting) {
          continue;
        }
        double old = membrane.potential(v[i]);
        double injected = current == null ? constant : current[i] + constant;
        double next = Math.max(lowestV, currentFactor * injected + leak * old + input[offset + i]);
        v[i] = next;
        if (next >= threshold) {
          membrane.fire(block, i, step, spikes);
        }
      }
    }

    @Override
    public Optional<Quiescence> quiescence() {
      if (membrane.leakFactor() == 1) {
        return Optional.empty(); // V comes to rest nowhere
      }
      return LinearQuiescence.of(membrane, lowest, new double[][] {{membrane.leakFactor()}});
    }
  }
}
