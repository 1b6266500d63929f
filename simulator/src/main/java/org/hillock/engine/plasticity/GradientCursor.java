package org.hillock.engine.plasticity;

import org.hillock.model.GradientRow;
import org.hillock.model.SpikeGradient;

/** A row whose rule descends a gradient, see {@link SourceIntervals}. For one thread. */
final class GradientCursor implements GradientRow {

  private final PlasticTable table;
  private final SourceIntervals intervals;
  private final SpikeGradient gradient;
  private final SourceIntervals.Steps nothing = new SourceIntervals.Steps();
  private SourceIntervals.Steps ended = nothing;

  /** The interval that has ended. */
  private long past;

  private long begin;
  private long end;
  private long step;
  private int source;
  private boolean begins;

  GradientCursor(PlasticTable table, SourceIntervals intervals) {
    this.table = table;
    this.intervals = intervals;
    this.gradient = intervals.gradient();
  }

  /**
   * Goes to a spike of a source that arrives in a step.
   *
   * @param again whether another of the same step went before it, which has begun what it begins
   */
  void arrive(int who, long when, boolean again) {
    source = who;
    step = when;
    begins = !again && intervals.begins(who, when);
    goTo(intervals.before(who), begins ? intervals.earlierSpikes(who) : nothing);
  }

  /** Goes to a source whose spikes in an interval are to be taken in, without a new one. */
  void takeIn(int who, long interval, long when) {
    source = who;
    step = when;
    begins = false;
    goTo(interval, intervals.presentSpikes(who));
  }

  private void goTo(long interval, SourceIntervals.Steps spikes) {
    past = interval;
    ended = spikes;
    begin = gradient.intervals().begin(interval);
    end = gradient.intervals().end(interval);
  }

  @Override
  public boolean ended() {
    return ended.size > 0;
  }

  @Override
  public double gradient(int synapse, double tau) {
    double[] growth = gradient.of(table.target(synapse), past, step, tau);
    double sum = 0;
    for (int i = 0; i < ended.size; i++) {
      long arrived = ended.steps[i];
      if (arrived <= end) {
        sum += growth[(int) (arrived - begin)];
      }
    }
    return sum;
  }

  @Override
  public int learningWindow() {
    return gradient.learningWindow();
  }

  @Override
  public boolean begins() {
    return begins;
  }

  @Override
  public long interval() {
    return intervals.present(source);
  }

  @Override
  public long before() {
    return intervals.before(source);
  }

  @Override
  public boolean lost() {
    return intervals.loses(step);
  }
}
