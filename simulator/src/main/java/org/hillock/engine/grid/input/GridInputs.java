package org.hillock.engine.grid.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.engine.wiring.InputPart;
import org.hillock.model.GridTime;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronModel;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.random.PoissonTable;

/** Makes what reaches one block from the inputs of a network. */
public final class GridInputs {

  private static final long FOREVER = Long.MAX_VALUE / 4;

  private final Network network;
  private final double step;
  private final long seed;

  public GridInputs(Network network, double step, long seed) {
    this.network = network;
    this.step = step;
    this.seed = seed;
  }

  /** Whether any input reaches some neuron of a population. */
  public boolean reach(int population) {
    String name = network.populations().get(population).name();
    return network.inputs().stream()
        .flatMap(input -> input.targets().stream())
        .anyMatch(range -> range.population().equals(name));
  }

  /** The inputs that reach a block, in the order of the network's inputs. */
  public List<GridInput> of(NeuronBlock block, NeuronModel model) {
    List<GridInput> inputs = new ArrayList<>();
    for (InputPart part :
        InputPart.of(network, block.population(), block.firstNeuron(), block.size())) {
      inputs.add(input(part, block, model));
    }
    return inputs;
  }

  private GridInput input(InputPart part, NeuronBlock block, NeuronModel model) {
    Input input = part.input();
    int number = part.number();
    int from = part.from();
    int to = part.to();
    int firstEntity = part.firstEntity();
    if (input instanceof Input.Poisson poisson) {
      double mean = poisson.rate() * step / 1000;
      if (mean > PoissonTable.MAX_MEAN) {
        throw new InvalidNetworkException(
            "inputs." + input.name() + ".rate",
            poisson.rate() + " Hz",
            "at most " + PoissonTable.MAX_MEAN / step * 1000 + " Hz at this step");
      }
      Weights weights = weights(part, poisson.weight(), model);
      long delay = GridTime.index(poisson.delay(), step);
      return new PoissonInput(
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
      Weights weights = weights(part, spikes.weight(), model);
      return new SpikeTrainInput(
          spikes.times(),
          step,
          GridTime.index(spikes.delay(), step),
          from,
          block.inputOffset(),
          weights.values(),
          weights.receptors());
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
      return new StepCurrentInput(block, place(input, model), from, to, starts, amplitudes);
    }
    Input.NoiseCurrent noise = (Input.NoiseCurrent) input;
    long interval = GridTime.index(noise.interval(), step);
    if (interval < 1 || Math.abs(interval * step - noise.interval()) > 1e-6 * step) {
      throw new InvalidNetworkException(
          "inputs." + input.name() + ".interval",
          noise.interval() + " ms",
          "a multiple of the step, " + step + " ms");
    }
    return new NoiseCurrentInput(
        block,
        place(input, model),
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

  /** Where in a neuron a current flows. */
  private static int place(Input input, NeuronModel model) {
    return input.receptor() == null ? 0 : model.description().currents().indexOf(input.receptor());
  }

  private record Weights(double[] values, int[] receptors) {}

  private Weights weights(InputPart part, Distribution distribution, NeuronModel model) {
    double[] values = part.weights(distribution, seed);
    if (model.description().countsSpikes()) {
      Arrays.fill(values, 1);
    }
    String named = part.input().receptor();
    int[] receptors =
        Arrays.stream(values)
            .mapToInt(weight -> model.description().receptor(named, weight))
            .toArray();
    return new Weights(values, receptors);
  }

  private long index(double time) {
    return time == Double.POSITIVE_INFINITY ? FOREVER : GridTime.index(time, step);
  }
}
