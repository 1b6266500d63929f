package org.hillock.engine.plasticity;

import java.util.Arrays;
import org.hillock.model.SpikeGradient;
import org.hillock.model.StateCarrier;
import org.hillock.model.UpdateIntervals;

/**
 * The spikes of the sources of a table in the update intervals of its targets: those of the
 * interval that a source has begun last, and those of the one before until they are taken in. A
 * spike arrives one step after it was emitted; all steps here are those of arrival.
 *
 * <p>Intervals begin for a source with its first spike in one, and not with one that arrives in the
 * first step right after an interval in which the source has fired: NEST (3.8,
 * eprop_synapse_bsshslm_2020) takes that for the end of the interval before. For one thread.
 */
final class SourceIntervals {

  private final SpikeGradient gradient;
  private final UpdateIntervals intervals;

  /** The interval that each source has begun last, and the one before that. */
  private final long[] present;

  private final long[] before;

  /** The spike with which it began; 0 without one. */
  private final long[] beginning;

  /** The spikes of the present interval, and of the one before if they are still to be taken in. */
  private final Steps[] spikes;

  private final Steps[] ended;

  /** Some steps, ascending. */
  static final class Steps {
    long[] steps = {};
    int size;

    void add(long step) {
      if (size == steps.length) {
        steps = Arrays.copyOf(steps, Math.max(4, 2 * size));
      }
      steps[size++] = step;
    }

    void carry(StateCarrier carrier) {
      size = carrier.carry(size);
      if (steps.length < size) {
        steps = new long[size];
      }
      for (int i = 0; i < size; i++) {
        steps[i] = carrier.carry(steps[i]);
      }
    }
  }

  SourceIntervals(SpikeGradient gradient, int sources) {
    this.gradient = gradient;
    this.intervals = gradient.intervals();
    this.present = new long[sources];
    this.before = new long[sources];
    this.beginning = new long[sources];
    this.spikes = new Steps[sources];
    this.ended = new Steps[sources];
    Arrays.setAll(spikes, i -> new Steps());
    Arrays.setAll(ended, i -> new Steps());
  }

  /** What a source takes that fires now and then [bytes]. */
  static double bytes() {
    return 3.0 * Long.BYTES + 2 * (32 + 32.0 * Long.BYTES);
  }

  /** Whether a spike that arrives in a step is lost. */
  boolean loses(long step) {
    return gradient.losesFirstStep() && intervals.begins(step);
  }

  /** Takes note of a spike. */
  void add(int source, long step) {
    if (loses(step)) {
      return;
    }
    if (step > intervals.end(present[source]) + 1) {
      Steps free = ended[source];
      free.size = 0;
      ended[source] = spikes[source];
      spikes[source] = free;
      before[source] = present[source];
      present[source] = intervals.of(step);
      beginning[source] = step;
    }
    spikes[source].add(step);
  }

  /**
   * Whether spikes of a source that arrive in a step begin its interval: the first of them does.
   */
  boolean begins(int source, long step) {
    return beginning[source] == step;
  }

  long present(int source) {
    return present[source];
  }

  long before(int source) {
    return before[source];
  }

  /** The interval of which everything is known from a step on; -1 if it is none. */
  long known(long step) {
    long end = step - (gradient.knownAt(0) - intervals.end(0));
    return end > 0 && intervals.ends(end) ? intervals.of(end) : -1;
  }

  /**
   * Whether a source has spikes in an interval that are to be taken in when everything is known of
   * it. A source that has begun another since takes them in with the spike that did.
   */
  boolean waits(int source, long interval) {
    return present[source] == interval && spikes[source].size > 0;
  }

  /** The spikes of the interval that a source has begun last. */
  Steps presentSpikes(int source) {
    return spikes[source];
  }

  /** Those of the interval before, if they have not been taken in when it was known. */
  Steps earlierSpikes(int source) {
    return ended[source];
  }

  /** Says that the spikes of the present interval of a source have been taken in. */
  void takenIn(int source) {
    spikes[source].size = 0;
  }

  /** Carries what is known of a source. */
  void carry(int source, StateCarrier carrier) {
    present[source] = carrier.carry(present[source]);
    before[source] = carrier.carry(before[source]);
    beginning[source] = carrier.carry(beginning[source]);
    spikes[source].carry(carrier);
    ended[source].carry(carrier);
  }

  SpikeGradient gradient() {
    return gradient;
  }
}
