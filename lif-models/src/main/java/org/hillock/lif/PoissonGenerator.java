package org.hillock.lif;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.Dynamics;
import org.hillock.model.EventBlock;
import org.hillock.model.GridTime;
import org.hillock.model.InputList;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.SpikeTimes;
import org.hillock.model.Stepped;
import org.hillock.model.Unit;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.form.PoissonSpikes;
import org.hillock.network.Input;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Fires at random: a Poisson process, of which every event is a spike, on a grid at the end of the
 * step that contains it. So the same spikes come in continuous time and on every grid but for that
 * rounding, and several in a step where the rate is high.
 *
 * <p>All targets of a neuron receive the same spikes, as from NEST's {@code poisson_generator} with
 * a {@code parrot_neuron} behind it; NEST's alone sends each target a train of its own, as an input
 * of type {@code poisson} does here.
 */
public final class PoissonGenerator implements NeuronModel {

  /** A spike a nanosecond: more is a mistake [Hz]. */
  private static final double MOST_SPIKES = Input.Poisson.MOST_IN_CONTINUOUS_TIME;

  private static final NeuronDescription DESCRIPTION =
      Sender.description(
              "poisson_generator",
              "fires at random, each neuron a train of its own, which all of its targets receive")
          .equations("intervals between spikes: exponentially distributed, of mean 1/rate")
          .source("NEST poisson_generator with a parrot_neuron behind it")
          .parameters(
              new Parameter(
                  "rate", Unit.HERTZ, 0, 0, true, MOST_SPIKES, "expected events per second"),
              Parameter.duration("start", 0, "fires after this time"),
              Parameter.duration("stop", Double.MAX_VALUE, "fires up to this time"))
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return Stepped.everywhere(2, PoissonGenerator::drawer, PoissonGenerator::process);
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    double stop = parameters.get("stop");
    return new PoissonSpikes(
        parameters.get("rate"),
        OptionalDouble.of(parameters.get("start")),
        stop == Double.MAX_VALUE ? OptionalDouble.empty() : OptionalDouble.of(stop));
  }

  @Override
  public Optional<Map<String, Double>> taking(NeuronForm form) {
    if (!(form instanceof PoissonSpikes spikes)) {
      return Optional.empty();
    }
    Map<String, Double> parameters = new HashMap<>();
    parameters.put("rate", spikes.rate());
    spikes.start().ifPresent(start -> parameters.put("start", start));
    spikes.stop().ifPresent(stop -> parameters.put("stop", stop));
    return Optional.of(parameters);
  }

  /** Twelve standard deviations above the mean, and some for small ones. */
  @Override
  public double mostSpikes(ParameterSet parameters, double step) {
    double mean = parameters.get("rate") / 1000 * step;
    return mean + 12 * Math.sqrt(mean) + 32;
  }

  private static Process process(ParameterSet parameters) {
    return new Process(
        parameters.get("rate") / 1000, parameters.get("start"), parameters.get("stop"));
  }

  private static Drawer drawer(BlockParameters parameters, double step) {
    Column[] columns =
        parameters.columns(
            3, set -> new double[] {set.get("rate") / 1000, set.get("start"), set.get("stop")});
    return new Drawer(columns[0], columns[1], columns[2], step);
  }

  /** What the n-th interval of a neuron is made of: words 2n and 2n + 1 of its stream. */
  private static double uniform(RandomStream stream, int population, int neuron, long number) {
    return stream.at(Purpose.NEURON, population, neuron).skipTo(2 * number).nextOpenDouble();
  }

  /**
   * On a grid: nothing is drawn in a step without a spike.
   *
   * @param rate expected events [1/ms]
   * @param start fires after this time [ms]
   * @param stop and up to this one [ms]
   * @param step [ms]
   */
  private record Drawer(Column rate, Column start, Column stop, double step)
      implements Sender.Kernel {

    /** State: time of the next spike [ms]. */
    private static final int NEXT = 0;

    /** State: number of intervals drawn. */
    private static final int DRAWN = 1;

    @Override
    public int stateArrays() {
      return 2;
    }

    @Override
    public void update(NeuronBlock block, int from, int to, long now, SpikeSink spikes) {
      double[] next = block.state(NEXT);
      double end = GridTime.time(now, step);
      for (int i = from; i < to; i++) {
        if (next[i] <= end && end > start.at(i) && rate.at(i) > 0) {
          next[i] = fireUntil(Math.min(end, stop.at(i)), block, i, spikes);
        }
      }
    }

    /** The process has no memory. */
    @Override
    public void beginAnew(NeuronBlock block, int neuron, long now) {
      if (rate.at(neuron) > 0) {
        double begin = Math.max(GridTime.time(now, step), start.at(neuron));
        block.state(NEXT)[neuron] = begin + interval(block, neuron);
      }
    }

    /** Fires up to a time, and returns that of the next spike. */
    private double fireUntil(double end, NeuronBlock block, int neuron, SpikeSink spikes) {
      boolean first = block.state(DRAWN)[neuron] == 0;
      double time = first ? start.at(neuron) + interval(block, neuron) : block.state(NEXT)[neuron];
      for (; time <= end; time += interval(block, neuron)) {
        spikes.fire(neuron);
      }
      return time;
    }

    private double interval(NeuronBlock block, int neuron) {
      long number = (long) block.state(DRAWN)[neuron]++;
      int own = block.firstNeuron() + neuron;
      RandomStream stream = block.random();
      return -StrictMath.log(uniform(stream, block.population(), own, number)) / rate.at(neuron);
    }
  }

  /**
   * In continuous time: the intervals of a Poisson process are exponential, -ln(u)/rate.
   *
   * @param rate expected events [1/ms]
   * @param start fires after this time [ms]
   * @param stop and up to this one [ms]
   */
  private record Process(double rate, double start, double stop) implements Sender.Events {

    /** State: time of the next spike, once one has been drawn. */
    private static final int NEXT = 0;

    /** State: number of intervals drawn. */
    private static final int DRAWN = 1;

    @Override
    public int stateSize() {
      return 2;
    }

    @Override
    public double advance(
        EventBlock block, int neuron, InputList inputs, int from, double until, SpikeTimes spikes) {
      if (rate == 0) {
        return Double.POSITIVE_INFINITY;
      }
      double[] state = block.state();
      int at = block.at(neuron);
      double next = state[at + DRAWN] == 0 ? start + interval(block, neuron) : state[at + NEXT];
      while (next <= until && next <= stop) {
        spikes.fire(next);
        next += interval(block, neuron);
      }
      state[at + NEXT] = next;
      return next <= stop ? next : Double.POSITIVE_INFINITY;
    }

    /** The process has no memory. */
    @Override
    public void beginAnew(EventBlock block, int neuron, double time) {
      if (rate > 0) {
        block.state()[block.at(neuron) + NEXT] = Math.max(time, start) + interval(block, neuron);
      }
    }

    private double interval(EventBlock block, int neuron) {
      long number = (long) block.state()[block.at(neuron) + DRAWN]++;
      int own = block.firstNeuron() + neuron;
      RandomStream stream = block.random();
      return -StrictMath.log(uniform(stream, block.population(), own, number)) / rate;
    }
  }
}
