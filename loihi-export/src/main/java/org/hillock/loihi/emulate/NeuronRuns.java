package org.hillock.loihi.emulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.loihi.chip.Programme;

/** Neighbouring neurons of several programmes: runs of one programme each. */
final class NeuronRuns implements Neurons {

  /** Neurons of one programme, from the first to the one past the last in the common numbering. */
  private record Run(int first, int end, Neurons neurons) {}

  private final List<Run> runs = new ArrayList<>();
  private final int[] firing;
  private final int[] runOf;

  /**
   * @param programmes of the neurons, one each
   * @param first number in the image
   */
  NeuronRuns(ChipImage image, int first, Programme[] programmes) {
    firing = new int[programmes.length];
    runOf = new int[programmes.length];
    for (int from = 0; from < programmes.length; ) {
      int end = from + 1;
      while (end < programmes.length && programmes[end] == programmes[from]) {
        end++;
      }
      Arrays.fill(runOf, from, end, runs.size());
      Neurons neurons = Neurons.of(programmes[from], image, first + from, end - from);
      runs.add(new Run(from, end, neurons));
      from = end;
    }
  }

  @Override
  public void update(CoreSettings core, int from, int to, int[] input, int at, int[] noise) {
    for (int r = runOf[from]; r < runs.size() && runs.get(r).first() < to; r++) {
      Run run = runs.get(r);
      int begin = Math.max(from, run.first());
      int end = Math.min(to, run.end());
      int[] own = noise.length == 0 ? noise : Arrays.copyOfRange(noise, run.first(), run.end());
      run.neurons()
          .update(core, begin - run.first(), end - run.first(), input, at + run.first(), own);
      System.arraycopy(run.neurons().firing(), begin - run.first(), firing, begin, end - begin);
    }
  }

  @Override
  public int[] firing() {
    return firing;
  }

  private Run run(int neuron) {
    return runs.get(runOf[neuron]);
  }

  @Override
  public long u(int neuron) {
    return run(neuron).neurons().u(neuron - run(neuron).first());
  }

  @Override
  public long v(int neuron) {
    return run(neuron).neurons().v(neuron - run(neuron).first());
  }

  @Override
  public long state(int neuron, int register) {
    return run(neuron).neurons().state(neuron - run(neuron).first(), register);
  }
}
