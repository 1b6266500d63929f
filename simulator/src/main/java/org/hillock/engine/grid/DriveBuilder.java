package org.hillock.engine.grid;

import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.GridTime;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronModel;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.random.PoissonTable;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/** Makes the drives of one block from the inputs of a network. */
final class DriveBuilder {

  private static final long FOREVER = Long.MAX_VALUE / 4;

  private final Network network;
  private final double step;
  private final long seed;

  DriveBuilder(Network network, double step, long seed) {
    this.network = network;
    this.step = step;
    this.seed = seed;
  }

  /** The drives that reach a block, in the order of the network's inputs. */
  List<Drive> drives(NeuronBlock block, NeuronModel model) {
    List<Drive> drives = new ArrayList<>();
    String population = network.populations().get(block.population()).name();
    for (int number = 0; number < network.inputs().size(); number++) {
      Input input = network.inputs().get(number);
      int entity = 0;
      for (NeuronRange range : input.targets()) {
        if (range.population().equals(population)) {
          int from = Math.max(range.from() - block.firstNeuron(), 0);
          int to = Math.min(range.to() - block.firstNeuron(), block.size());
          if (from < to) {
            int first = entity + block.firstNeuron() + from - range.from();
            drives.add(drive(input, number, block, model, from, to, first));
          }
        }
        entity += range.size();
      }
    }
    return drives;
  }

  private Drive drive(
      Input input,
      int number,
      NeuronBlock block,
      NeuronModel model,
      int from,
      int to,
      int firstEntity) {
    if (input instanceof Input.Poisson poisson) {
      double mean = poisson.rate() * step / 1000;
      if (mean > PoissonTable.MAX_MEAN) {
        throw new InvalidNetworkException(
            "inputs." + input.name() + ".rate",
            poisson.rate() + " Hz",
            "at most " + PoissonTable.MAX_MEAN / step * 1000 + " Hz at this step");
      }
      Weights weights = weights(poisson.weight(), number, firstEntity, to - from, model);
      long delay = GridTime.index(poisson.delay(), step);
      return new PoissonDrive(
          seed,
          number,
          from,
          block.inputOffset(),
          firstEntity,
          weights.values(),
          weights.receptors(),
          mean,
          index(poisson.start()) + delay,
          index(poisson.stop()) + delay);
    }
    if (input instanceof Input.Spikes spikes) {
      Weights weights = weights(spikes.weight(), number, firstEntity, to - from, model);
      double[] times = spikes.times().train(0);
      long[] arrivals = new long[times.length];
      for (int i = 0; i < times.length; i++) {
        arrivals[i] = index(times[i]) + GridTime.index(spikes.delay(), step);
      }
      return new SpikeTrainDrive(
          arrivals, from, block.inputOffset(), weights.values(), weights.receptors());
    }
    if (input instanceof Input.StepCurrent current) {
      long[] starts = new long[current.times().size()];
      double[] amplitudes = new double[starts.length];
      for (int i = 0; i < starts.length; i++) {
        starts[i] = index(current.times().get(i) + current.delay());
        amplitudes[i] = current.amplitudes().get(i);
        if (i > 0 && starts[i] <= starts[i - 1]) {
          throw new InvalidNetworkException(
              "inputs." + input.name() + ".times",
              current.times().get(i - 1) + " ms and " + current.times().get(i) + " ms",
              "times at least one step, " + step + " ms, apart");
        }
      }
      return new StepCurrentDrive(block, from, to, starts, amplitudes);
    }
    Input.NoiseCurrent noise = (Input.NoiseCurrent) input;
    long interval = GridTime.index(noise.interval(), step);
    if (interval < 1 || Math.abs(interval * step - noise.interval()) > 1e-6 * step) {
      throw new InvalidNetworkException(
          "inputs." + input.name() + ".interval",
          noise.interval() + " ms",
          "a multiple of the step, " + step + " ms");
    }
    return new NoiseCurrentDrive(
        block,
        from,
        to,
        number,
        firstEntity,
        noise.mean(),
        noise.sd(),
        interval,
        index(noise.start() + noise.delay()),
        index(noise.stop() + noise.delay()));
  }

  private record Weights(double[] values, int[] receptors) {}

  private Weights weights(
      Distribution distribution, int number, int firstEntity, int count, NeuronModel model) {
    RandomStream stream = new RandomStream(seed);
    double[] values = new double[count];
    int[] receptors = new int[count];
    for (int i = 0; i < count; i++) {
      stream.at(Purpose.INPUT_WEIGHT, number, firstEntity + i);
      values[i] = distribution.draw(stream, firstEntity + i);
      receptors[i] = model.receptorOf(values[i]);
    }
    return new Weights(values, receptors);
  }

  private long index(double time) {
    return time == Double.POSITIVE_INFINITY ? FOREVER : GridTime.index(time, step);
  }
}
