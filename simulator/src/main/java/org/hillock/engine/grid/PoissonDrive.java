package org.hillock.engine.grid;

import org.hillock.random.PhiloxBatch;
import org.hillock.random.PoissonTable;
import org.hillock.random.Purpose;

/**
 * Poisson spikes, an independent train for each neuron of a range. Neuron i's count in step k is
 * made of word k of its stream, four steps at a time.
 */
final class PoissonDrive implements Drive {

  private static final int WORDS = 4;

  private final int object;
  private final int firstEntity;
  private final int offset;
  private final double[] weights;
  private final int[] receptors;
  private final boolean uniform;
  private final long startStep;
  private final long stopStep;
  private final PoissonTable table;
  private final PhiloxBatch generator;
  private final int[][] words;
  private long filled = -1;

  /**
   * @param seed the run's seed
   * @param object number of the input
   * @param firstEntity number of the first neuron among all targets of the input
   * @param offset place of the first neuron in the rows
   * @param weights weight for each neuron [mV or pA]
   * @param receptors receptor for each neuron
   * @param mean expected spikes in a step
   * @param startStep spikes arrive after this step
   * @param stopStep and up to this one
   */
  PoissonDrive(
      long seed,
      int object,
      int firstEntity,
      int offset,
      double[] weights,
      int[] receptors,
      double mean,
      long startStep,
      long stopStep) {
    this.object = object;
    this.firstEntity = firstEntity;
    this.offset = offset;
    this.weights = weights;
    this.receptors = receptors;
    this.startStep = startStep;
    this.stopStep = stopStep;
    this.table = new PoissonTable(mean);
    this.generator = new PhiloxBatch(seed);
    this.words = new int[WORDS][weights.length];
    boolean same = true;
    for (int i = 1; i < weights.length; i++) {
      same &= receptors[i] == receptors[0] && weights[i] == weights[0];
    }
    this.uniform = same;
  }

  @Override
  public void addSpikes(long step, double[][] rows) {
    if (step <= startStep || step > stopStep) {
      return;
    }
    long block = step / WORDS;
    if (block != filled) {
      generator.fill(Purpose.POISSON_INPUT, object, firstEntity, weights.length, block, words);
      filled = block;
    }
    int[] bits = words[(int) (step % WORDS)];
    if (uniform) {
      double[] row = rows[receptors[0]];
      double weight = weights[0];
      for (int i = 0; i < bits.length; i++) {
        row[offset + i] += table.count(bits[i]) * weight;
      }
    } else {
      for (int i = 0; i < bits.length; i++) {
        rows[receptors[i]][offset + i] += table.count(bits[i]) * weights[i];
      }
    }
  }
}
