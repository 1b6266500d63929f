package org.hillock.lif;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateVariable;
import org.hillock.model.Stepped;
import org.hillock.model.Unit;
import org.hillock.model.UnstableStateException;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.IzhikevichNeuron;
import org.hillock.model.form.NeuronForm;

/** Quadratic neuron with a recovery variable, as its published update has it. */
public final class Izhikevich implements NeuronModel {

  private static final Map<String, Double> INITIAL =
      Map.of(
          IntegrateAndFire.POTENTIAL,
          IzhikevichNeuron.START_V,
          IzhikevichNeuron.RECOVERY,
          IzhikevichNeuron.START_U);

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "izhikevich",
              Family.NONLINEAR,
              "quadratic neuron with recovery, many firing patterns from four numbers")
          .equations(
              """
              dV/dt = 0.04 V² + 5 V + 140 - U + I_e + I     [mV, ms; R = 1]
              dU/dt = a (b V - U)
              V >= V_th: spike, then V = c, U += d
              consistent_integration: steps of forward Euler, V += w at a spike
              else as published: two half steps for V, then one for U, w is a current for a step
              """)
          .source("Izhikevich 2003, IEEE Trans Neural Netw 14:1569")
          .parameters(
              Parameter.any("a", Unit.NONE, 0.02, "time scale of the recovery variable"),
              Parameter.any("b", Unit.NONE, 0.2, "sensitivity of the recovery variable"),
              Parameter.any("c", Unit.MILLIVOLT, -65, "potential after a spike"),
              Parameter.any("d", Unit.MILLIVOLT, 8, "a spike adds this to the recovery variable"),
              Parameter.any("V_th", Unit.MILLIVOLT, 30, "a spike is fired at or above it"),
              Membrane.V_MIN,
              Parameter.any("I_e", Unit.PICOAMPERE, 0, "constant injected current"),
              Parameter.truth(
                  "consistent_integration", true, "forward Euler; else the scheme of 2003"))
          .variables(
              Membrane.V_M,
              new StateVariable(IzhikevichNeuron.RECOVERY, Unit.MILLIVOLT, "recovery variable"))
          .receptors(Membrane.JUMP)
          .current()
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public double initialValue(int variable, ParameterSet parameters) {
    return INITIAL.get(DESCRIPTION.stateVariables().get(variable).name());
  }

  @Override
  public Dynamics dynamics() {
    return Stepped.onGrid(2, Euler::new);
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return new IzhikevichNeuron(
        parameters.get("a"),
        parameters.get("b"),
        parameters.get("c"),
        parameters.get("d"),
        parameters.get("V_th"),
        MembraneForm.lowest(parameters),
        parameters.get("I_e"),
        parameters.get("consistent_integration") != 0);
  }

  @Override
  public Optional<Map<String, Double>> taking(NeuronForm form) {
    if (!(form instanceof IzhikevichNeuron unit)) {
      return Optional.empty();
    }
    Map<String, Double> parameters = new HashMap<>();
    parameters.put("a", unit.a());
    parameters.put("b", unit.b());
    parameters.put("c", unit.c());
    parameters.put("d", unit.d());
    parameters.put("V_th", unit.threshold());
    parameters.put("I_e", unit.current());
    parameters.put("consistent_integration", unit.euler() ? 1.0 : 0.0);
    if (unit.lowest() > Double.NEGATIVE_INFINITY) {
      parameters.put("V_min", unit.lowest());
    }
    return Optional.of(parameters);
  }

  /**
   * State: V and U. The upstroke multiplies the last digit of V by a million, so products are fused
   * with sums as they are in the reference results.
   */
  private static final class Euler implements NeuronKernel {
    private final double step;
    private final Column a;
    private final Column b;
    private final Column c;
    private final Column d;
    private final Column threshold;
    private final Column lowest;
    private final Column constant;
    private final Column consistent;

    Euler(BlockParameters parameters, double step) {
      this.step = step;
      this.a = parameters.column(set -> set.get("a"));
      this.b = parameters.column(set -> set.get("b"));
      this.c = parameters.column(set -> set.get("c"));
      this.d = parameters.column(set -> set.get("d"));
      this.threshold = parameters.column(set -> set.get("V_th"));
      this.lowest = parameters.column(set -> set.get("V_min"));
      this.constant = parameters.column(set -> set.get("I_e"));
      this.consistent = parameters.column(set -> set.get("consistent_integration"));
    }

    @Override
    public int stateArrays() {
      return 2;
    }

    @Override
    public void update(NeuronBlock block, int from, int to, long now, SpikeSink spikes) {
      double[] v = block.state(0);
      double[] u = block.state(1);
      double[] input = block.input(0);
      double[] injected = block.current();
      int offset = block.inputOffset();
      for (int i = from; i < to; i++) {
        double current = injected == null ? 0 : injected[i];
        double steady = constant.at(i);
        double arriving = input[offset + i];
        double before = v[i];
        if (consistent.at(i) != 0) {
          v[i] += step * slope(before, u[i], current, steady, 0) + arriving;
          u[i] = Math.fma(step * a.at(i), Math.fma(b.at(i), before, -u[i]), u[i]);
        } else {
          v[i] = Math.fma(step * 0.5, slope(before, u[i], current, steady, arriving), before);
          v[i] = Math.fma(step * 0.5, slope(v[i], u[i], current, steady, arriving), v[i]);
          u[i] = Math.fma(step * a.at(i), Math.fma(b.at(i), v[i], -u[i]), u[i]);
        }
        v[i] = Math.max(lowest.at(i), v[i]);
        if (!(v[i] < threshold.at(i))) {
          fire(v, u, i, spikes);
        }
      }
    }

    private static double slope(
        double v, double u, double current, double steady, double arriving) {
      return Math.fma(0.04 * v, v, 5 * v) + 140 - u + current + steady + arriving;
    }

    private void fire(double[] v, double[] u, int neuron, SpikeSink spikes) {
      if (!(Math.abs(v[neuron]) <= Double.MAX_VALUE && Math.abs(u[neuron]) <= Double.MAX_VALUE)) {
        throw new UnstableStateException(
            neuron,
            "a membrane potential of " + v[neuron] + " mV and a recovery of " + u[neuron] + " mV");
      }
      v[neuron] = c.at(neuron);
      u[neuron] += d.at(neuron);
      spikes.fire(neuron);
    }

    @Override
    public double read(NeuronBlock block, int variable, int neuron) {
      return block.state(variable)[neuron];
    }

    @Override
    public void write(NeuronBlock block, int variable, int neuron, double value) {
      block.state(variable)[neuron] = value;
    }
  }
}
