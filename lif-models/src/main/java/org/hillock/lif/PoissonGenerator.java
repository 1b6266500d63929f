package org.hillock.lif;

import java.util.List;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.InputList;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.SpikeTimes;
import org.hillock.model.Unit;
import org.hillock.network.Input;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Fires at random: at least one event of a Poisson process in a step makes one spike. For rates far
 * below one spike a step this is a Poisson train; all targets of a neuron receive the same spikes.
 */
public final class PoissonGenerator extends Sender {

  /** A spike a nanosecond: more is a mistake [Hz]. */
  private static final double MOST_SPIKES = Input.Poisson.MOST_IN_CONTINUOUS_TIME;

  private static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("rate", Unit.HERTZ, 0, 0, true, MOST_SPIKES, "expected events per second"),
          Parameter.nonNegative("start", Unit.MILLISECOND, 0, "fires after this time"),
          Parameter.nonNegative(
              "stop", Unit.MILLISECOND, Double.MAX_VALUE, "fires up to this time"));

  @Override
  public String name() {
    return "poisson_generator";
  }

  @Override
  public String description() {
    return "fires at random, each neuron a train of its own, which all of its targets receive";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public EventKernel eventKernel(ParameterSet parameters) {
    return new Process(
        parameters.get("rate") / 1000, parameters.get("start"), parameters.get("stop"));
  }

  @Override
  public NeuronKernel kernel(ParameterSet parameters, double step) {
    double probability = -StrictMath.expm1(-parameters.get("rate") * step / 1000);
    return new Drawer(
        1 / StrictMath.log1p(-probability),
        Math.floor(parameters.get("start") / step + 0.5),
        Math.floor(parameters.get("stop") / step + 0.5));
  }

  @Override
  public int stateArrays() {
    return 2;
  }

  /** What the n-th interval of a neuron is made of: words 2n and 2n + 1 of its stream. */
  private static double uniform(RandomStream stream, int population, int neuron, long number) {
    return stream.at(Purpose.NEURON, population, neuron).skipTo(2 * number).nextOpenDouble();
  }

  /**
   * Draws each neuron's intervals, one after the other, from the neuron's stream: nothing is drawn
   * in a step without a spike. A step has a spike with probability 1 - exp(-rate h), so the number
   * of steps without one is floor(ln u / ln(1 - p)) (Devroye 1986, X.2.2).
   *
   * @param scale 1 / ln(1 - p), of a step's probability p
   * @param start fires after this step
   * @param stop and up to this one
   */
  private record Drawer(double scale, double start, double stop) implements Kernel {

    /** State: step of the next spike. */
    private static final int NEXT = 0;

    /** State: number of intervals drawn. */
    private static final int DRAWN = 1;

    @Override
    public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
      if (step <= start || step > stop) {
        return;
      }
      double[] next = block.state(NEXT);
      for (int i = from; i < to; i++) {
        if (next[i] <= step) {
          if (block.state(DRAWN)[i] == 0) {
            next[i] = start + interval(block, i);
          }
          if (next[i] == step) {
            spikes.fire(i);
            next[i] += interval(block, i);
          }
        }
      }
    }

    private double interval(NeuronBlock block, int neuron) {
      long number = (long) block.state(DRAWN)[neuron]++;
      int own = block.firstNeuron() + neuron;
      double u = uniform(block.random(), block.population(), own, number);
      return 1 + Math.floor(StrictMath.log(u) * scale);
    }
  }

  /**
   * In continuous time: the intervals of a Poisson process are exponential, -ln(u)/rate.
   *
   * @param rate expected events [1/ms]
   * @param start fires after this time [ms]
   * @param stop and up to this one [ms]
   */
  private record Process(double rate, double start, double stop) implements Events {

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

    private double interval(EventBlock block, int neuron) {
      long number = (long) block.state()[block.at(neuron) + DRAWN]++;
      int own = block.firstNeuron() + neuron;
      double u = uniform(block.random(), block.population(), own, number);
      return -StrictMath.log(u) / rate;
    }
  }
}
