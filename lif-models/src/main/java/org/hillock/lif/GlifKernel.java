package org.hillock.lif;

import java.util.Iterator;
import java.util.List;
import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.Refractoriness;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateCarrier;
import org.hillock.model.UnstableStateException;
import org.hillock.model.linear.LinearDynamics;

/**
 * The published update of {@link GlifPsc} on a grid: after-spike currents act by their mean over a
 * step, and the reset takes V of the step before. Its numbers are those of {@link GlifNumbers}.
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
    GlifNumbers numbers = new GlifNumbers(places, step);
    Iterator<Column> next = List.of(parameters.columns(numbers.count(), numbers::of)).iterator();
    this.resting = next.next();
    this.threshold = next.next();
    this.leak = next.next();
    this.charge = next.next();
    this.ofSpikesDecay = next.next();
    this.keptOfSpikes = next.next();
    this.addedOfSpikes = next.next();
    this.ofVoltageDecay = next.next();
    this.fromV = next.next();
    this.fromCurrent = next.next();
    this.keptV = next.next();
    this.addedV = next.next();
    this.steps = next.next();
    this.afterSpikes = next.next();
    this.synapticDecay = several(next, places.receptors());
    this.riseToCurrent = several(next, places.receptors());
    this.currentToV = several(next, places.receptors());
    this.riseToV = several(next, places.receptors());
    this.jump = several(next, places.receptors());
    this.afterSpikeDecay = several(next, places.currents());
    this.mean = several(next, places.currents());
    this.keptCurrent = several(next, places.currents());
    this.addedCurrent = several(next, places.currents());
  }

  private static Column[] several(Iterator<Column> next, int count) {
    Column[] columns = new Column[count];
    for (int i = 0; i < count; i++) {
      columns[i] = next.next();
    }
    return columns;
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
  public void carry(NeuronBlock block, int neuron, long step, StateCarrier carrier) {
    NeuronKernel.super.carry(block, neuron, step, carrier);
    refractory.carry(neuron, step, carrier);
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
