package org.hillock.lif;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.EventBlock;
import org.hillock.model.GridTime;
import org.hillock.model.InputList;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.SpikeTimes;
import org.hillock.model.Stepped;
import org.hillock.model.form.GivenSpikes;
import org.hillock.model.form.NeuronForm;
import org.hillock.network.SpikeTrains;

/**
 * Fires at given times, on a grid at the end of the step that contains each; several times in one
 * step, or equal ones, are as many spikes. Ignores input, but may be the target of plastic
 * synapses. NEST's {@code spike_generator} with a {@code parrot_neuron} behind it.
 */
public final class SpikeGenerator implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      Sender.description("spike_generator", "fires at given times")
          .equations("t is one of spike_times: spike")
          .source("NEST spike_generator")
          .playsSpikeTrains()
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return Stepped.everywhere(1, (parameters, step) -> new Player(step), set -> new Replay());
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return new GivenSpikes();
  }

  @Override
  public Optional<Map<String, Double>> taking(NeuronForm form) {
    return form instanceof GivenSpikes ? Optional.of(Map.of()) : Optional.empty();
  }

  /** The state is the place of the next spike in each neuron's train. */
  private static final class Player implements Sender.Kernel {

    private final double step;

    Player(double step) {
      this.step = step;
    }

    @Override
    public int stateArrays() {
      return 1;
    }

    @Override
    public void update(NeuronBlock block, int from, int to, long now, SpikeSink spikes) {
      SpikeTrains trains = Objects.requireNonNull(block.spikeTrains());
      double[] place = block.state(0);
      for (int i = from; i < to; i++) {
        int neuron = block.firstNeuron() + i;
        int next = (int) place[i];
        while (next < trains.count(neuron)
            && GridTime.stepOf(trains.time(neuron, next), step) <= now) {
          next++;
          spikes.fire(i);
        }
        place[i] = next;
      }
    }
  }

  /** In continuous time, where spikes come when they are given. The state is as in a Player. */
  private static final class Replay implements Sender.Events {

    @Override
    public int stateSize() {
      return 1;
    }

    @Override
    public double advance(
        EventBlock block, int neuron, InputList inputs, int from, double until, SpikeTimes spikes) {
      SpikeTrains trains = Objects.requireNonNull(block.spikeTrains());
      int own = block.firstNeuron() + neuron;
      int count = trains.count(own);
      int next = (int) block.state()[block.at(neuron)];
      while (next < count && trains.time(own, next) <= until) {
        spikes.fire(trains.time(own, next++));
      }
      block.state()[block.at(neuron)] = next;
      return next < count ? trains.time(own, next) : Double.POSITIVE_INFINITY;
    }
  }
}
