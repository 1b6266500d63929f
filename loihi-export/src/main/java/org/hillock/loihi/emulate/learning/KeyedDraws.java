package org.hillock.loihi.emulate.learning;

import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/** Numbers keyed by (seed, format, what for, whose, step). */
final class KeyedDraws implements LearningDraws {

  /** Kinds of numbers of a format: decay and impulses of each trace, three variables. */
  private static final int KINDS = 32;

  private static final int VARIABLES = 16;
  private static final int DRAWN = 128;

  /** Words from one step to the next: a block of the generator. */
  private static final int WORDS = 4;

  private final RandomStream stream;
  private final int format;
  private final boolean shared;

  /**
   * @param shared whether all traces, and all synapses, have the same numbers
   */
  KeyedDraws(long seed, int format, boolean shared) {
    this.stream = new RandomStream(seed);
    this.format = format;
    this.shared = shared;
  }

  @Override
  public double decay(long step, Side side, int trace, int neuron) {
    return at(step, kind(side, shared ? 0 : trace), neuron).nextDouble();
  }

  @Override
  public int impulse(long step, Side side, int trace, int neuron) {
    return at(step, kind(side, shared ? 0 : trace) + 1, neuron).nextInt(DRAWN);
  }

  @Override
  public int repeated(long step, Side side, int trace, int neuron) {
    return at(step, kind(side, shared ? 0 : trace) + 2, neuron).nextInt(DRAWN);
  }

  @Override
  public double variable(long step, int variable, int synapse) {
    return at(step, VARIABLES + (shared ? 0 : variable), synapse).nextDouble();
  }

  private static int kind(Side side, int trace) {
    return 3 * (side == Side.X ? trace : LearningProfile.X + trace);
  }

  private RandomStream at(long step, int kind, int entity) {
    return stream
        .at(Purpose.CHIP_LEARNING, format * KINDS + kind, shared ? 0 : entity)
        .skipTo(step * WORDS);
  }
}
