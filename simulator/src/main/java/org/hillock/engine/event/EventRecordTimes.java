package org.hillock.engine.event;

import org.hillock.engine.recording.RecordTimes;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.GridTime;
import org.hillock.record.Recording;

/** Recording in continuous time, where moments are in ms. */
final class EventRecordTimes implements RecordTimes {

  /** A run may end this much before a sample or the edge of a bin, relative to their number. */
  private static final double ROUNDING = 1e-12;

  private final double warmup;
  private final double duration;

  EventRecordTimes(RunSettings settings) {
    this.warmup = settings.warmup();
    this.duration = settings.duration();
  }

  /** A spike at the end of a window may be found in the next, but for rounding. */
  @Override
  public double settledBefore(double now) {
    return now - GridTime.SAME_MOMENT;
  }

  @Override
  public long samples(Recording.Trace trace, double now) {
    long planned = planned(trace.interval());
    long passed = (long) Math.max(0, Math.floor((now - warmup) / trace.interval()) - 1);
    long samples = Math.min(planned, passed);
    while (samples < planned && sampleTime(trace, samples) <= now) {
      samples++;
    }
    return samples;
  }

  /** Samples of a whole run, with room for rounding at its end. */
  long planned(double interval) {
    return (long) Math.floor(duration / interval * (1 + ROUNDING));
  }

  @Override
  public double sampleTime(Recording.Trace trace, long number) {
    return TraceSamples.time(warmup, trace.interval(), number + 1);
  }

  @Override
  public long bins(Recording.Rate rate, double now) {
    double passed = Math.min(now, warmup + duration) - warmup - GridTime.SAME_MOMENT;
    return (long) Math.max(0, Math.ceil(passed / rate.bin()) - 1);
  }

  @Override
  public long binsAtEnd(Recording.Rate rate, double end) {
    return (long) Math.floor(Math.max(0, end - warmup) / rate.bin() * (1 + ROUNDING));
  }

  @Override
  public double width(Recording.Rate rate) {
    return rate.bin();
  }

  @Override
  public double ms(double moment) {
    return moment;
  }
}
