package org.hillock.engine.grid.input;

import org.hillock.model.NeuronBlock;
import org.hillock.model.UnsummedInput;
import org.hillock.random.PoissonCounts;

/** Poisson spikes, an independent train for each neuron of a range. */
final class PoissonInput implements GridInput {

  private static final int GROUP = PoissonCounts.GROUP;

  private final int first;
  private final NeuronBlock block;
  private final int firstEntity;
  private final double[] weights;
  private final int[] receptors;
  private final boolean uniform;
  private final StepCounts steps;

  /**
   * @param steps what is counted in each step
   * @param first first neuron of the block that receives them
   * @param block the block
   * @param firstEntity number of that neuron among all targets of the input
   * @param weights weight for each neuron [mV or pA]
   * @param receptors receptor for each neuron
   */
  PoissonInput(
      StepCounts steps,
      int first,
      NeuronBlock block,
      int firstEntity,
      double[] weights,
      int[] receptors) {
    this.steps = steps;
    this.first = first;
    this.block = block;
    this.firstEntity = firstEntity;
    this.weights = weights;
    this.receptors = receptors;
    boolean same = true;
    for (int i = 1; i < weights.length; i++) {
      same &= receptors[i] == receptors[0] && weights[i] == weights[0];
    }
    this.uniform = same;
  }

  @Override
  public void addSpikes(long step, double[][] rows, int from, int to) {
    int begin = Math.max(from, first) - first;
    int end = Math.min(to, first + weights.length) - first;
    PoissonCounts counts = begin < end ? steps.of(step) : null;
    if (counts == null) {
      return;
    }
    int skipped = draw(counts, step, begin, end);
    int place = block.inputOffset() + first + begin;
    if (uniform) {
      counts.add(skipped, end - begin, weights[0], rows[receptors[0]], place);
    } else {
      for (int i = 0; i < end - begin; i++) {
        int neuron = begin + i;
        rows[receptors[neuron]][place + i] += counts.count(skipped + i) * weights[neuron];
      }
    }
  }

  /** Draws the counts of some neurons and returns how many of others come before them. */
  private int draw(PoissonCounts counts, long step, int begin, int end) {
    int firstGroup = (firstEntity + begin) / GROUP;
    int groups = (firstEntity + end - 1) / GROUP - firstGroup + 1;
    counts.draw(firstGroup, groups, step);
    return firstEntity + begin - firstGroup * GROUP;
  }

  @Override
  public boolean counts() {
    return uniform && first == 0 && weights.length == block.size() && steps.short16();
  }

  @Override
  public void count(long step, UnsummedInput[] input, int from, int to) {
    PoissonCounts counts = steps.of(step);
    if (counts != null) {
      int skipped = draw(counts, step, from, to);
      input[receptors[0]].counts(counts.shorts(), skipped - from, weights[0]);
    }
  }
}
