package org.hillock.lif;

import java.util.List;
import java.util.Map;
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
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.NeuronForm;
import org.hillock.vector.Vectors;

/**
 * Leaky integrate-and-fire neuron with exponentially decaying synaptic currents (Tsodyks, Uziel and
 * Markram 2000, J Neurosci 20:RC50; NEST's {@code iaf_psc_exp}):
 *
 * <pre>
 *   dV/dt    = -(V - E_L)/tau_m + (I_ex + I_in + I_e + I)/C_m
 *   dI_ex/dt = -I_ex/tau_syn_ex,   I_ex += w at each spike of weight w >= 0
 *   dI_in/dt = -I_in/tau_syn_in,   I_in += w at each spike of weight w < 0
 *   V >= V_th: spike, then V = V_reset for t_ref; currents go on
 * </pre>
 *
 * <p>In a step V is advanced with the currents of its beginning, then the currents decay, then the
 * arriving spikes are added: a spike that arrives at t acts on V from t on.
 */
public final class IafPscExp extends CurrentBased {

  static final int I_EX = 1;
  static final int I_IN = 2;

  private static final List<Parameter> PARAMETERS =
      Membrane.parametersAnd(
          Parameter.positive(
              "tau_syn_ex", Unit.MILLISECOND, 2, "decay time of excitatory currents"),
          Parameter.positive(
              "tau_syn_in", Unit.MILLISECOND, 2, "decay time of inhibitory currents"));

  @Override
  public String name() {
    return "iaf_psc_exp";
  }

  @Override
  public String description() {
    return "leaky integrate-and-fire, spikes are exponentially decaying currents";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public int stateArrays() {
    return 3;
  }

  @Override
  public Optional<String> gridOnly(ParameterSet parameters) {
    return Optional.empty();
  }

  @Override
  public EventKernel eventKernel(ParameterSet parameters) {
    return new SynapticEvents(new ExponentialCurrents(parameters));
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return MembraneForm.of(
        parameters,
        new IntegrateAndFire.Currents(parameters.get("tau_syn_ex"), parameters.get("tau_syn_in")));
  }

  @Override
  public Optional<Map<String, Double>> taking(NeuronForm form) {
    if (!(form instanceof IntegrateAndFire unit)
        || !(unit.arrival() instanceof IntegrateAndFire.Currents currents)
        || !unit.leaks()
        || unit.bounded()) {
      return Optional.empty();
    }
    Map<String, Double> parameters = MembraneForm.leaky(unit);
    parameters.put("tau_syn_ex", currents.tauExcitatory());
    parameters.put("tau_syn_in", currents.tauInhibitory());
    return Optional.of(parameters);
  }

  @Override
  public NeuronKernel kernel(ParameterSet parameters, double step) {
    Kernel kernel = scalar(parameters, step);
    return Vectors.available() ? new IafPscExpVectors(kernel) : kernel;
  }

  private static Kernel scalar(ParameterSet parameters, double step) {
    double tauM = parameters.get("tau_m");
    double capacitance = parameters.get("C_m");
    double tauEx = parameters.get("tau_syn_ex");
    double tauIn = parameters.get("tau_syn_in");
    return new Kernel(
        Membrane.of(parameters, step),
        StrictMath.exp(-step / tauEx),
        StrictMath.exp(-step / tauIn),
        Propagators.ofExponential(tauM, tauEx, capacitance, step),
        Propagators.ofExponential(tauM, tauIn, capacitance, step));
  }

  @Override
  public Optional<NeuronKernel> kernelOfEach(
      int size, IntFunction<ParameterSet> parameters, double step) {
    IntFunction<double[]> each =
        neuron -> IafPscExpColumns.numbers(scalar(parameters.apply(neuron), step));
    return Optional.of(
        Vectors.available()
            ? new IafPscExpColumnVectors(size, each)
            : new IafPscExpColumns(size, each));
  }

  record Kernel(Membrane membrane, double decayEx, double decayIn, double factorEx, double factorIn)
      implements MembraneKernel {

    @Override
    public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
      double[] v = block.state(V);
      double[] currentEx = block.state(I_EX);
      double[] currentIn = block.state(I_IN);
      double resting = Membrane.resting(step);
      double[] current = block.current();
      double[] inputEx = block.input(EXCITATORY);
      double[] inputIn = block.input(INHIBITORY);
      int offset = block.inputOffset();
      double leak = membrane.leakFactor();
      double currentFactor = membrane.currentFactor();
      double constant = membrane.constantCurrent();
      double threshold = membrane.threshold();
      double exDecay = decayEx;
      double inDecay = decayIn;
      double exFactor = factorEx;
      double inFactor = factorIn;
      for (int i = from; i < to; i++) {
        double ex = currentEx[i];
        double in = currentIn[i];
        currentEx[i] = ex * exDecay + inputEx[offset + i];
        currentIn[i] = in * inDecay + inputIn[offset + i];
        if (v[i] <= resting) {
          continue;
        }
        double old = membrane.potential(v[i]);
        double injected = current == null ? constant : current[i] + constant;
        double next = old * leak + ex * exFactor + in * inFactor + injected * currentFactor;
        v[i] = next;
        if (next >= threshold) {
          membrane.fire(block, i, step, spikes);
        }
      }
    }

    @Override
    public Optional<Quiescence> quiescence() {
      return LinearQuiescence.of(
          membrane,
          Double.NEGATIVE_INFINITY,
          new double[][] {
            {membrane.leakFactor(), factorEx, factorIn}, {0, decayEx, 0}, {0, 0, decayIn}
          });
    }
  }
}
