package org.hillock.engine.grid.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.wiring.InputPart;
import org.hillock.model.GridTime;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronModel;
import org.hillock.network.ChangingPoisson;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.RateSchedule;
import org.hillock.random.PoissonCounts;
import org.hillock.random.PoissonTable;

/** Makes what reaches one block from the inputs of a network. */
public final class GridInputs {

  private static final long FOREVER = Long.MAX_VALUE / 4;

  private final Network network;
  private final double step;
  private final long seed;
  private final long noiseSeed;

  /**
   * @param network the network
   * @param settings of its run
   */
  public GridInputs(Network network, RunSettings settings) {
    this.network = network;
    this.step = settings.step();
    this.seed = settings.seed();
    this.noiseSeed = settings.noiseSeed();
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
      inputs.add(part.input().accept(new Part(part, block, model)));
    }
    return inputs;
  }

  /** What one input does to the block that a part of its targets lies in. */
  private final class Part implements Input.Cases<GridInput> {

    private final InputPart part;
    private final NeuronBlock block;
    private final NeuronModel model;

    Part(InputPart part, NeuronBlock block, NeuronModel model) {
      this.part = part;
      this.block = block;
      this.model = model;
    }

    @Override
    public GridInput poisson(Input.Poisson input) {
      long delay = GridTime.index(input.delay(), step);
      long start = index(input.start()) + delay;
      PoissonCounts once =
          PoissonCounts.of(noiseSeed, part.number(), mean(input, "rate", input.rate()));
      PoissonCounts counts =
          input.periodic()
              ? new RepeatedCounts(once, start, GridTime.index(input.period(), step))
              : once;
      return poisson(
          input.weight(), new StepCounts.Steady(counts, start, index(input.stop()) + delay));
    }

    @Override
    public GridInput changingPoisson(ChangingPoisson input) {
      RateSchedule rates = input.rates();
      long delay = GridTime.index(input.delay(), step);
      double[] times = new double[rates.size()];
      double[] means = new double[rates.size()];
      for (int i = 0; i < means.length; i++) {
        times[i] = rates.time(i);
        means[i] = mean(input, "steps", rates.rate(i));
      }
      long[] starts = Arrays.stream(steps(input, "steps", times)).map(at -> at + delay).toArray();
      return poisson(input.weight(), new ChangingCounts(noiseSeed, part.number(), starts, means));
    }

    private GridInput poisson(Distribution weight, StepCounts counts) {
      Weights weights = weights(weight);
      return new PoissonInput(
          counts, part.from(), block, part.firstEntity(), weights.values(), weights.receptors());
    }

    /** Expected spikes in a step. */
    private double mean(Input input, String key, double rate) {
      double mean = rate * step / 1000;
      if (mean > PoissonTable.MAX_MEAN) {
        throw new InvalidNetworkException(
            "inputs." + input.name() + "." + key,
            rate + " Hz",
            "at most " + PoissonTable.MAX_MEAN / step * 1000 + " Hz at this step");
      }
      return mean;
    }

    /** The steps after which something begins, each after the one before. */
    private long[] steps(Input input, String key, double[] times) {
      long[] steps = new long[times.length];
      for (int i = 0; i < steps.length; i++) {
        steps[i] = index(times[i]);
        if (i > 0 && steps[i] <= steps[i - 1]) {
          throw new InvalidNetworkException(
              "inputs." + input.name() + "." + key,
              times[i - 1] + " ms and " + times[i] + " ms",
              "times at least one step, " + step + " ms, apart");
        }
      }
      return steps;
    }

    @Override
    public GridInput spikes(Input.Spikes input) {
      Weights weights = weights(input.weight());
      return new SpikeTrainInput(
          input.times(),
          step,
          GridTime.index(input.delay(), step),
          part.from(),
          block,
          weights.values(),
          weights.receptors());
    }

    @Override
    public GridInput stepCurrent(Input.StepCurrent input) {
      double[] times = input.times().stream().mapToDouble(time -> time + input.delay()).toArray();
      double[] amplitudes = input.amplitudes().stream().mapToDouble(a -> a).toArray();
      long[] starts = steps(input, "times", times);
      return new StepCurrentInput(block, place(), part.from(), part.to(), starts, amplitudes);
    }

    @Override
    public GridInput noiseCurrent(Input.NoiseCurrent input) {
      long interval = interval(input, input.interval());
      return new NoiseCurrentInput(
          block,
          place(),
          part.from(),
          part.to(),
          part.number(),
          part.firstEntity(),
          input,
          new HeldSteps(
              index(input.start() + input.delay()), index(input.stop() + input.delay()), interval));
    }

    @Override
    public GridInput sines(Input.Sines input) {
      return new SinesInput(
          block,
          place(),
          part.from(),
          part.to(),
          input.waves(),
          step,
          new HeldSteps(
              index(input.start() + input.delay()),
              index(input.stop() + input.delay()),
              interval(input, input.waves().interval())));
    }

    /** How long values of a current are held [steps]. */
    private long interval(Input input, double time) {
      long interval = GridTime.index(time, step);
      if (interval < 1 || Math.abs(interval * step - time) > 1e-6 * step) {
        throw new InvalidNetworkException(
            "inputs." + input.name() + ".interval",
            time + " ms",
            "a multiple of the step, " + step + " ms");
      }
      return interval;
    }

    /** Where in each neuron a current flows. */
    private int place() {
      String named = part.input().receptor();
      return named == null ? 0 : model.description().currents().indexOf(named);
    }

    private Weights weights(Distribution distribution) {
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
  }

  private record Weights(double[] values, int[] receptors) {}

  private long index(double time) {
    return time == Double.POSITIVE_INFINITY ? FOREVER : GridTime.index(time, step);
  }
}
