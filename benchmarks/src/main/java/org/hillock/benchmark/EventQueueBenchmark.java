package org.hillock.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ways for spikes to wait until they arrive, per synaptic event: {@link SpikeTraffic} is replayed
 * window by window, and what arrives in a window is told to its targets in order of time.
 *
 * <p>What waits is either the spike, with how far along its row it has been delivered, or each of
 * its synaptic events by itself. It waits in a heap, in a calendar, or first in, first out: all
 * spikes in one queue, as in the event engine, and events in one queue for each window in which
 * they arrive. The last two give the events of a window in another order where delays differ, so
 * that targets must sort theirs, which counts.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx4g", "-XX:+UseParallelGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventQueueBenchmark {

  private static final int ROW = SpikeTraffic.ROW;
  private static final int EVENTS = SpikeTraffic.SPIKES * ROW;

  /** All 1.5 ms, or anywhere from 0.5 to 2.5 ms. */
  @Param({"one", "uniform"})
  public String delays = "";

  private SpikeTraffic traffic;
  private double width;
  private int windows;
  private ArrivalsByTarget inbox;

  /** The number that every way must come to. */
  private long expected;

  /** Spikes and synapses, and the answer by sorting all events. */
  @Setup(Level.Trial)
  public void prepare() {
    traffic = new SpikeTraffic(delays.equals("uniform"));
    width = traffic.shortest * (1 - 0x1p-10);
    double latest = traffic.times[SpikeTraffic.SPIKES - 1] + traffic.longest;
    windows = (int) Math.ceil(latest / width) + 1;
    inbox = new ArrivalsByTarget();
    expected = bySorting();
  }

  private long bySorting() {
    Integer[] order = new Integer[EVENTS];
    Arrays.setAll(order, event -> event);
    Arrays.parallelSort(
        order,
        (a, b) ->
            Double.compare(traffic.arrival(a / ROW, a % ROW), traffic.arrival(b / ROW, b % ROW)));
    int next = 0;
    for (int window = 0; window < windows; window++) {
      while (next < EVENTS) {
        int event = order[next];
        double time = traffic.arrival(event / ROW, event % ROW);
        if (time > end(window)) {
          break;
        }
        inbox.add(traffic.target(event / ROW, event % ROW), time);
        next++;
      }
      inbox.visit(false);
    }
    return inbox.sum();
  }

  /** Empty inboxes. */
  @Setup(Level.Invocation)
  public void clear() {
    inbox = new ArrivalsByTarget();
  }

  /** Every way comes to the same. */
  @TearDown(Level.Invocation)
  public void check() {
    if (inbox.sum() != expected) {
      throw new IllegalStateException("other events, or in another order");
    }
  }

  private double end(int window) {
    return (window + 1) * width;
  }

  /** Spikes in a heap. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long heapOfSpikes() {
    return spikes(new ArrivalHeap());
  }

  /** Synaptic events in a heap. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long heapOfEvents() {
    return events(new ArrivalHeap());
  }

  /** Spikes in a calendar. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long calendarOfSpikes() {
    return spikes(new ArrivalCalendar());
  }

  /** Synaptic events in a calendar. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long calendarOfEvents() {
    return events(new ArrivalCalendar());
  }

  private long spikes(ArrivalQueue queue) {
    int[] along = new int[SpikeTraffic.SPIKES];
    int spike = 0;
    for (int window = 0; window < windows; window++) {
      double end = end(window);
      while (queue.take(end)) {
        int one = queue.key();
        double time = queue.time();
        int row = traffic.sources[one] * ROW;
        if (traffic.delays == null) {
          for (int synapse = row; synapse < row + ROW; synapse++) {
            inbox.add(traffic.targets[synapse], time);
          }
        } else {
          inbox.add(traffic.targets[row + along[one]], time);
          if (++along[one] < ROW) {
            queue.add(traffic.arrival(one, along[one]), one);
          }
        }
      }
      inbox.visit(false);
      for (; spike < SpikeTraffic.SPIKES && traffic.times[spike] <= end; spike++) {
        queue.add(traffic.arrival(spike, 0), spike);
      }
    }
    return inbox.sum();
  }

  private long events(ArrivalQueue queue) {
    int spike = 0;
    for (int window = 0; window < windows; window++) {
      double end = end(window);
      while (queue.take(end)) {
        int event = queue.key();
        inbox.add(traffic.target(event / ROW, event % ROW), queue.time());
      }
      inbox.visit(false);
      for (; spike < SpikeTraffic.SPIKES && traffic.times[spike] <= end; spike++) {
        for (int along = 0; along < ROW; along++) {
          queue.add(traffic.arrival(spike, along), spike * ROW + along);
        }
      }
    }
    return inbox.sum();
  }

  /** Spikes first in, first out. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long fifoOfSpikes() {
    int[] along = new int[SpikeTraffic.SPIKES];
    int head = 0;
    int fired = 0;
    for (int window = 0; window < windows; window++) {
      double end = end(window);
      for (int one = head; one < fired; one++) {
        along[one] = deliver(one, along[one], end);
      }
      while (head < fired && along[head] == ROW) {
        head++;
      }
      inbox.visit(traffic.delays != null);
      while (fired < SpikeTraffic.SPIKES && traffic.times[fired] <= end) {
        fired++;
      }
    }
    return inbox.sum();
  }

  /** Delivers a spike to the targets that it reaches in a window; the place of the next. */
  private int deliver(int spike, int from, double end) {
    double fired = traffic.times[spike];
    int row = traffic.sources[spike] * ROW;
    float[] all = traffic.delays;
    if (all == null) {
      double time = fired + traffic.longest;
      if (time > end) {
        return 0;
      }
      for (int synapse = row + from; synapse < row + ROW; synapse++) {
        inbox.add(traffic.targets[synapse], time);
      }
      return ROW;
    }
    int synapse = row + from;
    for (; synapse < row + ROW && fired + all[synapse] <= end; synapse++) {
      inbox.add(traffic.targets[synapse], fired + all[synapse]);
    }
    return synapse - row;
  }

  /** Synaptic events first in, first out, in a queue for each window. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long fifoOfEvents() {
    int ahead = (int) Math.ceil(traffic.longest / width) + 2;
    double[][] times = new double[ahead][64];
    int[][] keys = new int[ahead][64];
    int[] sizes = new int[ahead];
    int spike = 0;
    for (int window = 0; window < windows; window++) {
      int now = window % ahead;
      for (int i = 0; i < sizes[now]; i++) {
        int event = keys[now][i];
        inbox.add(traffic.target(event / ROW, event % ROW), times[now][i]);
      }
      sizes[now] = 0;
      inbox.visit(traffic.delays != null);
      for (; spike < SpikeTraffic.SPIKES && traffic.times[spike] <= end(window); spike++) {
        for (int along = 0; along < ROW; along++) {
          double time = traffic.arrival(spike, along);
          int then = ((int) Math.ceil(time / width) - 1) % ahead;
          if (sizes[then] == times[then].length) {
            times[then] = Arrays.copyOf(times[then], 2 * sizes[then]);
            keys[then] = Arrays.copyOf(keys[then], 2 * sizes[then]);
          }
          times[then][sizes[then]] = time;
          keys[then][sizes[then]++] = spike * ROW + along;
        }
      }
    }
    return inbox.sum();
  }
}
