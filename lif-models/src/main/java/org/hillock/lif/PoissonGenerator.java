package org.hillock.lif;

import java.util.List;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.Unit;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Fires at random: at least one event of a Poisson process in a step makes one spike. For rates far
 * below one spike a step this is a Poisson train; all targets of a neuron receive the same spikes.
 */
public final class PoissonGenerator extends Sender {

  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.nonNegative("rate", Unit.HERTZ, 0, "expected events per second"),
          Parameter.nonNegative("start", Unit.MILLISECOND, 0, "fires after this time"),
          Parameter.nonNegative(
              "stop", Unit.MILLISECOND, Double.MAX_VALUE, "fires up to this time"));

  @Override
  public String name() {
    return "poisson_generator";
  }

  @Override
  public String description() {
    return "fires at random, each neuron a train of its own";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public NeuronKernel kernel(ParameterSet parameters, double step) {
    double probability = -StrictMath.expm1(-parameters.get("rate") * step / 1000);
    return new Drawer(
        (long) (probability * 0x1p32),
        (long) Math.floor(parameters.get("start") / step + 0.5),
        (long) Math.floor(parameters.get("stop") / step + 0.5));
  }

  /**
   * Draws word k of a neuron's stream in step k.
   *
   * @param below a spike is fired if the word, as an unsigned number, is below
   * @param start fires after this step
   * @param stop and up to this one
   */
  private record Drawer(long below, long start, long stop) implements Kernel {

    @Override
    public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
      if (step <= start || step > stop) {
        return;
      }
      RandomStream random = block.random();
      for (int i = from; i < to; i++) {
        random.at(Purpose.NEURON, block.population(), block.firstNeuron() + i).skipTo(step);
        if ((random.nextInt() & 0xFFFFFFFFL) < below) {
          spikes.fire(i);
        }
      }
    }
  }
}
