package org.hillock.lif;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.hillock.model.EventKernel;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Quiescence;
import org.hillock.model.SpikeSink;
import org.hillock.model.Unit;
import org.hillock.model.form.Formless;
import org.hillock.model.form.NeuronForm;
import org.hillock.vector.Vectors;

/**
 * Leaky integrate-and-fire neuron with alpha-shaped synaptic currents that peak at the weight, one
 * synaptic time constant after the spike (Rotter and Diesmann 1999; NEST's {@code iaf_psc_alpha}):
 *
 * <pre>
 *   dV/dt  = -(V - E_L)/tau_m + (I_ex + I_in + I_e + I)/C_m
 *   I_x(t) = Σ w e/tau_syn_x (t - t_j) exp(-(t - t_j)/tau_syn_x),   x = ex for w >= 0, in for w &lt; 0
 *   V >= V_th: spike, then V = V_reset for t_ref; currents go on
 * </pre>
 *
 * <p>Each current has two state variables, I and D = dI/dt + I/tau; a spike of weight w adds w
 * e/tau to D.
 */
public final class IafPscAlpha extends CurrentBased {

  static final int I_EX = 1;
  static final int I_IN = 2;
  static final int D_EX = 3;
  static final int D_IN = 4;

  private static final List<Parameter> PARAMETERS =
      Membrane.parametersAnd(
          Parameter.positive("tau_syn_ex", Unit.MILLISECOND, 2, "rise time of excitatory currents"),
          Parameter.positive("tau_syn_in", Unit.MILLISECOND, 2, "rise time of inhibitory currents"),
          Parameter.any("V_min", Unit.MILLIVOLT, -Double.MAX_VALUE, "lower bound of V_m"));

  @Override
  public String name() {
    return "iaf_psc_alpha";
  }

  @Override
  public String description() {
    return "leaky integrate-and-fire, spikes are alpha-shaped currents";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public int stateArrays() {
    return 5;
  }

  @Override
  public Optional<String> gridOnly(ParameterSet parameters) {
    return parameters.get("V_min") == -Double.MAX_VALUE
        ? Optional.empty()
        : Optional.of("has no closed form between events if V_min is given");
  }

  @Override
  public EventKernel eventKernel(ParameterSet parameters) {
    return new SynapticEvents(new AlphaCurrents(parameters));
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return new Formless("has alpha-shaped currents, of two state variables each");
  }

  @Override
  public NeuronKernel kernel(ParameterSet parameters, double step) {
    Kernel kernel = scalar(parameters, step);
    return Vectors.available() ? new IafPscAlphaVectors(kernel) : kernel;
  }

  private static Kernel scalar(ParameterSet parameters, double step) {
    Membrane membrane = Membrane.of(parameters, step);
    return new Kernel(
        membrane,
        parameters.get("V_min") - membrane.restingPotential(),
        step,
        Current.of(parameters, parameters.get("tau_syn_ex"), step),
        Current.of(parameters, parameters.get("tau_syn_in"), step));
  }

  @Override
  public Optional<NeuronKernel> kernelOfEach(
      int size, IntFunction<ParameterSet> parameters, double step) {
    IntFunction<double[]> each =
        neuron -> IafPscAlphaColumns.numbers(scalar(parameters.apply(neuron), step));
    return Optional.of(
        Vectors.available()
            ? new IafPscAlphaColumnVectors(size, each, step)
            : new IafPscAlphaColumns(size, each, step));
  }

  /**
   * Propagators of one current.
   *
   * @param decay e^(-h/tau)
   * @param jump what a spike of weight 1 adds to D
   * @param fromI effect of I on V over a step [mV/pA]
   * @param fromD effect of D on V over a step [mV ms/pA]
   */
  record Current(double decay, double jump, double fromI, double fromD) {
    static Current of(ParameterSet parameters, double tau, double step) {
      double tauM = parameters.get("tau_m");
      double capacitance = parameters.get("C_m");
      return new Current(
          StrictMath.exp(-step / tau),
          Math.E / tau,
          Propagators.ofExponential(tauM, tau, capacitance, step),
          Propagators.ofAlpha(tauM, tau, capacitance, step));
    }
  }

  record Kernel(Membrane membrane, double lowest, double h, Current ex, Current in)
      implements MembraneKernel {

    @Override
    public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
      double[] v = block.state(V);
      double[] iEx = block.state(I_EX);
      double[] iIn = block.state(I_IN);
      double[] dEx = block.state(D_EX);
      double[] dIn = block.state(D_IN);
      double resting = Membrane.resting(step);
      double[] current = block.current();
      double[] inputEx = block.input(EXCITATORY);
      double[] inputIn = block.input(INHIBITORY);
      int offset = block.inputOffset();
      for (int i = from; i < to; i++) {
        double synaptic =
            ex.fromD * dEx[i] + ex.fromI * iEx[i] + in.fromD * dIn[i] + in.fromI * iIn[i];
        iEx[i] = ex.decay * (h * dEx[i] + iEx[i]);
        dEx[i] = ex.decay * dEx[i] + ex.jump * inputEx[offset + i];
        iIn[i] = in.decay * (h * dIn[i] + iIn[i]);
        dIn[i] = in.decay * dIn[i] + in.jump * inputIn[offset + i];
        if (v[i] <= resting) {
          continue;
        }
        double old = membrane.potential(v[i]);
        double constant = membrane.constantCurrent();
        double injected = current == null ? constant : current[i] + constant;
        double next =
            Math.max(
                lowest,
                membrane.currentFactor() * injected + synaptic + membrane.leakFactor() * old);
        v[i] = next;
        if (next >= membrane.threshold()) {
          membrane.fire(block, i, step, spikes);
        }
      }
    }

    @Override
    public Optional<Quiescence> quiescence() {
      return LinearQuiescence.of(
          membrane,
          lowest,
          new double[][] {
            {membrane.leakFactor(), ex.fromI, in.fromI, ex.fromD, in.fromD},
            {0, ex.decay, 0, ex.decay * h, 0},
            {0, 0, in.decay, 0, in.decay * h},
            {0, 0, 0, ex.decay, 0},
            {0, 0, 0, 0, in.decay}
          });
    }
  }
}
