package org.hillock.lif;

import java.util.List;
import java.util.Objects;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.InputList;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.SpikeTimes;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.SpikeTrains;

/**
 * Fires at given times, rounded to the nearest point of the grid, from the first step on. Ignores
 * input, but may be the target of plastic synapses. NEST's {@code spike_generator} with a {@code
 * parrot_neuron} behind it.
 */
public final class SpikeGenerator extends Sender {

  @Override
  public String name() {
    return "spike_generator";
  }

  @Override
  public String description() {
    return "fires at given times";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public boolean playsSpikeTrains() {
    return true;
  }

  @Override
  public EventKernel eventKernel(ParameterSet parameters) {
    return new Replay();
  }

  @Override
  public NeuronKernel kernel(ParameterSet parameters, double step) {
    return new Player(step);
  }

  @Override
  public int stateArrays() {
    return 1;
  }

  /** The state is the place of the next spike in each neuron's train. */
  private static final class Player implements Kernel {

    private final double step;

    Player(double step) {
      this.step = step;
    }

    @Override
    public void update(NeuronBlock block, int from, int to, long now, SpikeSink spikes) {
      SpikeTrains trains = Objects.requireNonNull(block.spikeTrains());
      double[] place = block.state(0);
      for (int i = from; i < to; i++) {
        int neuron = block.firstNeuron() + i;
        int next = (int) place[i];
        if (next == trains.count(neuron) || due(trains.time(neuron, next)) != now) {
          continue;
        }
        do {
          next++;
        } while (next < trains.count(neuron) && due(trains.time(neuron, next)) == now);
        place[i] = next;
        spikes.fire(i);
      }
    }

    private long due(double time) {
      long due = (long) Math.floor(time / step + 0.5);
      if (due < 1) {
        throw new InvalidNetworkException(
            "spike_times",
            time + " ms",
            "times from the end of the first step, " + step + " ms, on");
      }
      return due;
    }
  }

  /** In continuous time, where spikes come when they are given. The state is as in a Player. */
  private static final class Replay implements Events {

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
        double time = trains.time(own, next);
        spikes.fire(time);
        do {
          next++;
        } while (next < count && trains.time(own, next) == time);
      }
      block.state()[block.at(neuron)] = next;
      return next < count ? trains.time(own, next) : Double.POSITIVE_INFINITY;
    }
  }
}
