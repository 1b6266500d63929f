package org.hillock.engine.run;

import java.util.function.Consumer;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.checkpoint.SharedSections;
import org.hillock.engine.exchange.SpikeExchange;

/**
 * When the state of a run is saved, and where to. Where several ranks share a run, each has one
 * that says the same of when; the first saves.
 */
public interface Checkpoints {

  /** A run that saves nothing. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public boolean none() {
          return true;
        }

        @Override
        public double next(double after) {
          return Double.POSITIVE_INFINITY;
        }

        @Override
        public boolean due() {
          return false;
        }

        @Override
        public void save(double time, Consumer<Sections> state) {}
      };

  /** Whether nothing is ever saved, so that nothing need be kept for it. */
  default boolean none() {
    return false;
  }

  /**
   * When to save next.
   *
   * @param after where the run stands [ms], warm-up included
   * @return a later moment; infinity for never. The engine saves at the first one from there on at
   *     which it can
   */
  double next(double after);

  /** Whether to save as soon as possible; asked now and then while the run goes on. */
  boolean due();

  /**
   * Saves the state of a run that stands still.
   *
   * @param time where it stands [ms], warm-up included
   * @param state writes it
   */
  void save(double time, Consumer<Sections> state);

  /**
   * Saves the state of a run that several ranks share: the first one does, and the others tell it
   * what they know, even where it cannot be written.
   *
   * @param time where the run stands [ms], warm-up included
   * @param exchange by which the ranks hear of each other
   * @param state writes what this rank knows
   */
  default void save(double time, SpikeExchange exchange, Consumer<Sections> state) {
    if (exchange.ranks() == 1) {
      save(time, state);
    } else if (exchange.rank() > 0) {
      state.accept(SharedSections.NOWHERE);
    } else {
      boolean[] told = {false};
      try {
        save(
            time,
            to -> {
              told[0] = true;
              SharedSections.write(to, state);
            });
      } finally {
        if (!told[0]) {
          state.accept(SharedSections.NOWHERE);
        }
      }
    }
  }
}
