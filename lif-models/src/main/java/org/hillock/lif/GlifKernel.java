package org.hillock.lif;

import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.GridTime;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.ParameterSet;
import org.hillock.model.Refractoriness;
import org.hillock.model.SpikeSink;
import org.hillock.model.UnstableStateException;
import org.hillock.model.linear.LinearDynamics;

/**
 * The published update of {@link GlifPsc} on a grid: after-spike currents act by their mean over a
 * step, and the reset takes V of the step before. Its numbers are propagators of {@link Glif}.
 */
final class GlifKernel implements NeuronKernel {

  private static final int V = LinearDynamics.V;

  /** The first variable that is an after-spike current. */
  private static final int SHOWN_AFTER_SPIKE = 6;

  private final Glif places;
  private final Column resting;
  private final Column threshold;
  private final Column leak;
  private final Column charge;
  private final Column[] synapticDecay;
  private final Column[] riseToCurrent;
  private final Column[] currentToV;
  private final Column[] riseToV;
  private final Column[] jump;
  private final Column afterSpikes;
  private final Column[] afterSpikeDecay;
  private final Column[] mean;
  private final Column[] keptCurrent;
  private final Column[] addedCurrent;
  private final Column ofSpikesDecay;
  private final Column keptOfSpikes;
  private final Column addedOfSpikes;
  private final Column ofVoltageDecay;
  private final Column fromV;
  private final Column fromCurrent;
  private final Column keptV;
  private final Column addedV;
  private final Column steps;
  private final Refractoriness refractory;

  GlifKernel(BlockParameters parameters, double step) {
    this.places = Glif.of(parameters.of().apply(0));
    this.refractory = new Refractoriness(parameters.size());
    Columns of = new Columns(parameters, step);
    int ofSpikes = places.ofSpikes();
    int ofVoltage = places.ofVoltage();
    this.resting = parameters.column(set -> set.get("E_L"));
    this.threshold = parameters.column(set -> set.get("V_th") - set.get("E_L"));
    this.leak = of.propagator(V, V);
    this.charge = of.ofCurrent(V);
    int receptors = places.receptors();
    this.synapticDecay = new Column[receptors];
    this.riseToCurrent = new Column[receptors];
    this.currentToV = new Column[receptors];
    this.riseToV = new Column[receptors];
    this.jump = new Column[receptors];
    for (int r = 0; r < receptors; r++) {
      int receptor = r;
      synapticDecay[r] = of.propagator(Glif.rise(r), Glif.rise(r));
      riseToCurrent[r] = of.propagator(Glif.synaptic(r), Glif.rise(r));
      currentToV[r] = of.propagator(V, Glif.synaptic(r));
      riseToV[r] = of.propagator(V, Glif.rise(r));
      jump[r] = parameters.column(set -> Math.E / set.list(Multisynapse.TAU_SYN)[receptor]);
    }
    this.afterSpikes = parameters.column(set -> set.get("after_spike_currents"));
    int currents = places.currents();
    this.afterSpikeDecay = new Column[currents];
    this.mean = new Column[currents];
    this.keptCurrent = new Column[currents];
    this.addedCurrent = new Column[currents];
    for (int j = 0; j < currents; j++) {
      int current = j;
      afterSpikeDecay[j] = of.propagator(places.afterSpike(j), places.afterSpike(j));
      mean[j] = parameters.column(set -> mean(set.list("asc_decay")[current] * step));
      keptCurrent[j] =
          parameters.column(
              set ->
                  set.list("asc_r")[current]
                      * StrictMath.exp(-set.list("asc_decay")[current] * set.get("t_ref")));
      addedCurrent[j] = parameters.column(set -> set.list("asc_amps")[current]);
    }
    this.ofSpikesDecay = of.propagator(ofSpikes, ofSpikes);
    this.keptOfSpikes =
        parameters.column(
            set -> keeps(set) ? StrictMath.exp(-set.get("th_spike_decay") * set.get("t_ref")) : 1);
    this.addedOfSpikes = parameters.column(set -> keeps(set) ? set.get("th_spike_add") : 0);
    this.ofVoltageDecay = of.propagator(ofVoltage, ofVoltage);
    this.fromV = of.propagator(ofVoltage, V);
    this.fromCurrent = of.ofCurrent(ofVoltage);
    this.keptV = parameters.column(set -> keeps(set) ? set.get("voltage_reset_fraction") : 0);
    this.addedV =
        parameters.column(
            set -> keeps(set) ? set.get("voltage_reset_add") : set.get("V_reset") - set.get("E_L"));
    this.steps = parameters.column(set -> GridTime.index(set.get("t_ref"), step));
  }

  /** Columns of propagators over a step. */
  private record Columns(BlockParameters parameters, double step) {

    Column propagator(int to, int from) {
      return parameters.column(set -> Glif.motion(set).propagator(to, from, step));
    }

    Column ofCurrent(int to) {
      return parameters.column(set -> Glif.motion(set).propagatorOfCurrent(to, step));
    }
  }

  private static boolean keeps(ParameterSet set) {
    return set.is("spike_dependent_threshold");
  }

  /** The mean of e^(-s) for s from 0 to x. */
  private static double mean(double x) {
    return -StrictMath.expm1(-x) / x;
  }

  @Override
  public int stateArrays() {
    return places.sumSynaptic() + 1;
  }

  @Override
  public void update(NeuronBlock block, int from, int to, long now, SpikeSink spikes) {
    double[] injected = block.current();
    for (int i = from; i < to; i++) {
      if (!refractory.at(i, now)) {
        advance(block, i, injected == null ? 0 : injected[i], now, spikes);
      }
    }
    for (int r = 0; r < places.receptors(); r++) {
      arrive(block, r, from, to);
    }
  }

  private void advance(NeuronBlock block, int i, double injected, long now, SpikeSink spikes) {
    double[] v = block.state(V);
    double[] ofSpikes = block.state(places.ofSpikes());
    double[] ofVoltage = block.state(places.ofVoltage());
    ofSpikes[i] *= ofSpikesDecay.at(i);
    double left = leftBySpikes(block, i);
    double before = v[i];
    double current = injected + left;
    v[i] = before * leak.at(i) + current * charge.at(i) + synaptic(block, i);
    ofVoltage[i] =
        ofVoltage[i] * ofVoltageDecay.at(i) + before * fromV.at(i) + current * fromCurrent.at(i);
    double margin = v[i] - (threshold.at(i) + ofSpikes[i] + ofVoltage[i]);
    if (!(margin <= 0)) {
      if (Double.isNaN(margin) || margin == Double.POSITIVE_INFINITY) {
        throw new UnstableStateException(
            i, "a membrane potential of " + (v[i] + resting.at(i)) + " mV");
      }
      fire(block, i, before);
      refractory.begin(i, now + (long) steps.at(i));
      spikes.fire(i);
    }
  }

  /** The mean current over the step that earlier spikes have left; then it decays. */
  private double leftBySpikes(NeuronBlock block, int i) {
    double sum = 0;
    for (int j = 0; afterSpikes.at(i) > 0 && j < mean.length; j++) {
      double[] x = block.state(places.afterSpike(j));
      sum += x[i] * mean[j].at(i);
      x[i] *= afterSpikeDecay[j].at(i);
    }
    block.state(places.meanAfterSpike())[i] = sum;
    return sum;
  }

  /** What the synaptic currents add to V in the step. */
  private double synaptic(NeuronBlock block, int i) {
    double sum = 0;
    double added = 0;
    for (int r = 0; r < jump.length; r++) {
      double current = block.state(Glif.synaptic(r))[i];
      added += riseToV[r].at(i) * block.state(Glif.rise(r))[i] + currentToV[r].at(i) * current;
      sum += current;
    }
    block.state(places.sumSynaptic())[i] = sum;
    return added;
  }

  private void fire(NeuronBlock block, int i, double before) {
    for (int j = 0; afterSpikes.at(i) > 0 && j < mean.length; j++) {
      double[] x = block.state(places.afterSpike(j));
      x[i] = addedCurrent[j].at(i) + x[i] * keptCurrent[j].at(i);
    }
    block.state(V)[i] = before * keptV.at(i) + addedV.at(i);
    double[] ofSpikes = block.state(places.ofSpikes());
    ofSpikes[i] = ofSpikes[i] * keptOfSpikes.at(i) + addedOfSpikes.at(i);
  }

  private void arrive(NeuronBlock block, int r, int from, int to) {
    double[] current = block.state(Glif.synaptic(r));
    double[] rise = block.state(Glif.rise(r));
    double[] input = block.input(r);
    int offset = block.inputOffset();
    for (int i = from; i < to; i++) {
      current[i] = riseToCurrent[r].at(i) * rise[i] + synapticDecay[r].at(i) * current[i];
      rise[i] = rise[i] * synapticDecay[r].at(i) + jump[r].at(i) * input[offset + i];
    }
  }

  /** In the order in which {@link GlifPsc} lists them. */
  private int array(int variable) {
    return switch (variable) {
      case 0 -> V;
      case 1 -> places.meanAfterSpike();
      case 2 -> places.sumSynaptic();
      case 4 -> places.ofSpikes();
      case 5 -> places.ofVoltage();
      default -> places.afterSpike(variable - SHOWN_AFTER_SPIKE);
    };
  }

  @Override
  public double read(NeuronBlock block, int variable, int neuron) {
    if (variable == 3) {
      return resting.at(neuron)
          + threshold.at(neuron)
          + block.state(places.ofSpikes())[neuron]
          + block.state(places.ofVoltage())[neuron];
    }
    double value = block.state(array(variable))[neuron];
    return variable == 0 ? value + resting.at(neuron) : value;
  }

  @Override
  public void write(NeuronBlock block, int variable, int neuron, double value) {
    if (variable == 0) {
      block.state(V)[neuron] = value - resting.at(neuron);
    } else if (variable > 3) {
      block.state(array(variable))[neuron] = value;
    }
  }
}
