package org.hillock.lif;

import java.util.function.Function;
import org.hillock.model.BlockParameters;
import org.hillock.model.Dynamics;
import org.hillock.model.EventBlock;
import org.hillock.model.GridTime;
import org.hillock.model.InputList;
import org.hillock.model.NeuronBlock;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.SpikeTimes;
import org.hillock.model.Stepped;

/**
 * Neurons that fire at random on both engines: the same spikes, on a grid at the end of the step
 * that contains each.
 */
final class PointProcessKernels {

  private PointProcessKernels() {}

  /**
   * The dynamics of neurons that fire as a process does.
   *
   * @param process makes that of a neuron of its parameters
   */
  static Dynamics dynamics(Function<ParameterSet, PointProcess> process) {
    return Stepped.everywhere(
        Train.KEPT,
        (parameters, step) -> new OnGrid(processes(parameters, process), step),
        parameters -> new Continuous(process.apply(parameters)));
  }

  /** One for all where they are all alike. */
  private static PointProcess[] processes(
      BlockParameters parameters, Function<ParameterSet, PointProcess> process) {
    int count = parameters.vary() ? Math.max(1, parameters.size()) : 1;
    PointProcess[] processes = new PointProcess[count];
    for (int i = 0; i < count; i++) {
      processes[i] = process.apply(parameters.of().apply(i));
    }
    return processes;
  }

  /**
   * Twelve standard deviations above the mean, and some for small ones: more spikes than a step
   * practically ever has.
   *
   * @param rate the highest rate [Hz]
   * @param step [ms]
   */
  static double mostSpikes(double rate, double step) {
    double mean = rate / 1000 * step;
    return mean + 12 * Math.sqrt(mean) + 32;
  }

  /** Passes all events up to a time. */
  private static void fireUntil(double end, PointProcess process, Train train, SpikeTimes spikes) {
    if (train.drawn == 0) {
      process.begin(train, process.start());
    }
    for (double time = train.next; time <= end; time = train.next) {
      if (process.pass(train)) {
        spikes.fire(time);
      }
    }
  }

  /** Draws again what was drawn ahead for a time after a moment. */
  private static void beginAnew(double moment, PointProcess process, Train train) {
    double from = Math.max(moment, process.start());
    if (train.drawn == 0) {
      process.begin(train, from);
    } else {
      process.goOn(train, from);
    }
  }

  /**
   * On a grid: nothing is drawn in a step without an event.
   *
   * @param processes one a neuron, or one for all
   * @param step [ms]
   */
  private record OnGrid(PointProcess[] processes, double step) implements Sender.Kernel {

    @Override
    public int stateArrays() {
      return Train.KEPT;
    }

    @Override
    public void update(NeuronBlock block, int from, int to, long now, SpikeSink spikes) {
      double[] next = block.state(Train.NEXT);
      double end = GridTime.time(now, step);
      for (int i = from; i < to; i++) {
        if (next[i] <= end) {
          PointProcess process = process(i);
          if (end > process.start() && !process.silent()) {
            int neuron = i;
            Train train = train(block, i);
            fireUntil(Math.min(end, process.stop()), process, train, time -> spikes.fire(neuron));
            keep(train, block, i);
          }
        }
      }
    }

    @Override
    public void beginAnew(NeuronBlock block, int neuron, long now) {
      PointProcess process = process(neuron);
      if (!process.silent()) {
        Train train = train(block, neuron);
        PointProcessKernels.beginAnew(GridTime.time(now, step), process, train);
        keep(train, block, neuron);
      }
    }

    private PointProcess process(int neuron) {
      return processes[processes.length == 1 ? 0 : neuron];
    }

    private static Train train(NeuronBlock block, int neuron) {
      Train train = new Train(block.random(), block.population(), block.firstNeuron() + neuron);
      train.next = block.state(Train.NEXT)[neuron];
      train.drawn = (long) block.state(Train.DRAWN)[neuron];
      train.memory = block.state(Train.MEMORY)[neuron];
      return train;
    }

    private static void keep(Train train, NeuronBlock block, int neuron) {
      block.state(Train.NEXT)[neuron] = train.next;
      block.state(Train.DRAWN)[neuron] = train.drawn;
      block.state(Train.MEMORY)[neuron] = train.memory;
    }
  }

  /**
   * In continuous time.
   *
   * @param process of these neurons
   */
  private record Continuous(PointProcess process) implements Sender.Events {

    @Override
    public int stateSize() {
      return Train.KEPT;
    }

    @Override
    public double advance(
        EventBlock block, int neuron, InputList inputs, int from, double until, SpikeTimes spikes) {
      if (process.silent()) {
        return Double.POSITIVE_INFINITY;
      }
      Train train = train(block, neuron);
      fireUntil(Math.min(until, process.stop()), process, train, spikes);
      keep(train, block, neuron);
      return train.next <= process.stop() ? train.next : Double.POSITIVE_INFINITY;
    }

    @Override
    public void beginAnew(EventBlock block, int neuron, double time) {
      if (!process.silent()) {
        Train train = train(block, neuron);
        PointProcessKernels.beginAnew(time, process, train);
        keep(train, block, neuron);
      }
    }

    private static Train train(EventBlock block, int neuron) {
      Train train = new Train(block.random(), block.population(), block.firstNeuron() + neuron);
      double[] state = block.state();
      int at = block.at(neuron);
      train.next = state[at + Train.NEXT];
      train.drawn = (long) state[at + Train.DRAWN];
      train.memory = state[at + Train.MEMORY];
      return train;
    }

    private static void keep(Train train, EventBlock block, int neuron) {
      double[] state = block.state();
      int at = block.at(neuron);
      state[at + Train.NEXT] = train.next;
      state[at + Train.DRAWN] = train.drawn;
      state[at + Train.MEMORY] = train.memory;
    }
  }
}
