package org.hillock.engine.grid;

import org.hillock.engine.recording.RecordTimes;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.GridTime;
import org.hillock.record.Recording;

/** Recording on the grid, where moments are steps. */
final class GridRecordTimes implements RecordTimes {

  private final double step;
  private final long warmup;

  GridRecordTimes(RunSettings settings) {
    this.step = settings.step();
    this.warmup = GridTime.index(settings.warmup(), step);
  }

  /** Steps from one sample to the next. */
  long interval(Recording.Trace trace) {
    return Math.max(1, GridTime.index(trace.interval(), step));
  }

  /** Steps of a bin. */
  long bin(Recording.Rate rate) {
    return Math.max(1, GridTime.index(rate.bin(), step));
  }

  /** Between two epochs all spikes so far are known. */
  @Override
  public double settledBefore(double now) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public long samples(Recording.Trace trace, double now) {
    return since(now) / interval(trace);
  }

  @Override
  public double sampleTime(Recording.Trace trace, long number) {
    return GridTime.time(warmup + (number + 1) * interval(trace), step);
  }

  @Override
  public long bins(Recording.Rate rate, double now) {
    return since(now) / bin(rate);
  }

  @Override
  public long binsAtEnd(Recording.Rate rate, double end) {
    return bins(rate, end);
  }

  @Override
  public double width(Recording.Rate rate) {
    return GridTime.time(bin(rate), step);
  }

  @Override
  public double ms(double moment) {
    return GridTime.time((long) moment, step);
  }

  private long since(double now) {
    return Math.max(0, (long) now - warmup);
  }
}
