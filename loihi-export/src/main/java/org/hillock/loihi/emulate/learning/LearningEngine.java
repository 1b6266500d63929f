package org.hillock.loihi.emulate.learning;

/**
 * Traces of some sources and targets, and how the synapses between them learn. In every step:
 * {@link #pre} and {@link #post} for who spiked, then {@link #endOfStep}. Not thread-safe.
 */
public interface LearningEngine {

  /**
   * The engine of a profile's arithmetic.
   *
   * @param profile how the synapses learn
   * @param range of their weights
   * @param synapses what changes
   * @param draws random numbers
   */
  static LearningEngine of(
      LearningProfile profile, WeightRange range, PlasticSynapses synapses, LearningDraws draws) {
    return switch (profile.arithmetic()) {
      case LAVA -> new EpochLearning(profile, range, synapses, draws);
      case BRIAN2_LOIHI -> new StepLearning(profile, range, synapses, draws);
    };
  }

  /** A source spiked in this step. Once a step, however many spikes. */
  void pre(int source, long step);

  /** A target spiked in this step. */
  void post(int target, long step);

  /** All spikes of a step have been told. */
  void endOfStep(long step);

  /** Trace x1 (0) or x2 (1) of a source. */
  int x(int trace, int source);

  /** Trace y1 (0), y2 (1) or y3 (2) of a target. */
  int y(int trace, int target);

  /** What changes. */
  PlasticSynapses synapses();
}
