package org.hillock.engine.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Network;
import org.hillock.record.Batch;
import org.hillock.record.RateTable;
import org.hillock.record.Recording;
import org.hillock.record.Sink;
import org.hillock.record.SinkException;
import org.hillock.record.SinkQueue;
import org.hillock.record.SpikeBlocks;
import org.hillock.record.SpikeList;
import org.hillock.record.StructureTable;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what the partitions have recorded, in batches:
 *
 * <pre>
 *   partitions:  | epoch | epoch | … | take | epoch | …          take what they hold: microseconds
 *   queue:                           put in order, write          on a thread of its own
 * </pre>
 *
 * <p>A batch is made when the partitions hold enough, so memory is bounded by that, by what they
 * record in one epoch, and by the few batches that wait. How a record is cut into batches does not
 * show in it: all that a batch holds comes before all that the next one does.
 */
public final class RecordStream implements AutoCloseable {

  /** What all partitions may hold together before it is passed on [bytes]. */
  private static final long ENOUGH = 1 << 21;

  /** What those of one rank may hold at least, so that gathering it is worth while [bytes]. */
  private static final long WORTHWHILE = 1 << 16;

  /** Nothing is held for longer, by the clock on the wall. */
  private static final long LONG_NANOS = 1_000_000_000L;

  private final Network network;
  private final RunSettings settings;
  private final Recording recording;
  private final Partitioning partitioning;
  private final List<? extends RecordSource> sources;
  private final RecordTimes times;
  private final WeightStream weights;
  private final List<Integer> modulatorRequests;
  private final SinkQueue queue;
  private final BatchGathering gathering;
  private final long enough;
  private long passed = System.nanoTime();

  /**
   * @param network the whole network
   * @param settings warm-up and duration
   * @param recording what was asked for
   * @param partitioning how neurons are cut
   * @param sources the partitions
   * @param times how the engine counts time
   * @param weightRequests for each request of weights, the projections that it means
   * @param modulatorRequests for each request of modulators, the projection that it means
   * @param sink takes it all, at the first rank
   * @param exchange by which ranks pass theirs on to the first
   */
  public RecordStream(
      Network network,
      RunSettings settings,
      Recording recording,
      Partitioning partitioning,
      List<? extends RecordSource> sources,
      RecordTimes times,
      List<List<Integer>> weightRequests,
      List<Integer> modulatorRequests,
      Sink sink,
      SpikeExchange exchange) {
    this.network = network;
    this.settings = settings;
    this.recording = recording;
    this.partitioning = partitioning;
    this.sources = sources;
    this.times = times;
    this.weights =
        new WeightStream(network, recording, partitioning, sources, times, weightRequests);
    this.modulatorRequests = modulatorRequests;
    this.queue = new SinkQueue(sink);
    this.gathering = new BatchGathering(exchange);
    this.enough = Math.max(WORTHWHILE, ENOUGH / exchange.ranks());
  }

  /** Lets a run end when the sink has failed. */
  public RunListener watching(RunListener listener) {
    return new RunListener() {
      @Override
      public void progress(Phase phase, double done) {
        listener.progress(phase, done);
      }

      @Override
      public boolean stopRequested() {
        return listener.stopRequested() || queue.failed();
      }
    };
  }

  /**
   * Whether so much has been recorded that it is to be passed on, or something so long ago that
   * whoever loses the process would miss it.
   *
   * @param now all partitions have come to this moment
   */
  public boolean holdsEnough(double now) {
    long held = 0;
    for (RecordSource source : sources) {
      held += source.held().bytes() + source.weights().bytes();
    }
    // Bins in which nothing has happened yet will stand in memory before one in which it has.
    for (int i = 0; i < recording.rates().size(); i++) {
      long reached = times.bins(recording.rates().get(i), now);
      held += (reached - sources.get(0).held().rate(i).first()) * Integer.BYTES;
    }
    return held >= enough || held > 0 && System.nanoTime() - passed > LONG_NANOS;
  }

  /**
   * Passes on what is complete; all ranks do at the same moment.
   *
   * @param now all partitions have come to this moment
   */
  public void passOn(double now) {
    passed = System.nanoTime();
    Supplier<Batch> batch =
        gathering.gather(
            batch(
                times.ms(now),
                times.settledBefore(now),
                trace -> times.samples(trace, now),
                rate -> times.bins(rate, now)));
    if (batch != null && !queue.failed()) {
      queue.pass(batch);
    }
  }

  /**
   * Passes on all that is complete, however little, and waits until the sink has taken it: then the
   * sink can say how far it has come. What is not complete, such as a bin in which the moment lies,
   * stays with the partitions.
   *
   * @param now all partitions have come to this moment
   */
  public void flush(double now) {
    passOn(now);
    queue.await();
  }

  /**
   * Passes on what is left, and waits until the sink has taken it.
   *
   * @param end where the run has ended
   * @param structure how the wiring changed
   * @return why the sink could not take all; null if it could, or if this is not the first rank
   */
  public @Nullable SinkException finish(double end, StructureTable structure) {
    Supplier<Batch> rest =
        gathering.gather(
            batch(
                times.ms(end),
                Double.POSITIVE_INFINITY,
                trace -> times.samples(trace, end),
                rate -> times.binsAtEnd(rate, end)));
    if (rest == null) {
      return null;
    }
    return queue.finish(
        () -> {
          Batch last = rest.get();
          return new Batch(
              last.until(),
              last.spikes(),
              last.traces(),
              last.weights(),
              last.rates(),
              sources.get(0).modulators().tables(network, modulatorRequests, times::ms),
              structure);
        });
  }

  /** Where a request has got to. */
  private interface Reached<R> {
    long of(R request);
  }

  /** Takes from the partitions now what is put in order later. */
  private Supplier<Batch> batch(
      double until,
      double spikesBefore,
      Reached<Recording.Trace> samples,
      Reached<Recording.Rate> bins) {
    List<Supplier<SpikeList>> spikes = new ArrayList<>();
    for (int i = 0; i < network.populations().size(); i++) {
      takeSpikes(i, spikesBefore, spikes);
    }
    List<Supplier<TraceTable>> traces = new ArrayList<>();
    for (int i = 0; i < recording.traces().size(); i++) {
      traces.add(takeTrace(i, samples.of(recording.traces().get(i))));
    }
    List<Supplier<RateTable>> rates = new ArrayList<>();
    for (int i = 0; i < recording.rates().size(); i++) {
      rates.add(takeRates(i, bins.of(recording.rates().get(i))));
    }
    Supplier<List<WeightTable>> sampled = weights.take();
    return () ->
        new Batch(
            until,
            made(spikes),
            made(traces),
            sampled.get(),
            made(rates),
            List.of(),
            StructureTable.nothing());
  }

  private static <T> List<T> made(List<Supplier<T>> parts) {
    return parts.stream().map(Supplier::get).toList();
  }

  private void takeSpikes(int population, double before, List<Supplier<SpikeList>> into) {
    List<SpikeBlocks> parts = new ArrayList<>();
    for (RecordSource source : sources) {
      SpikeBlocks held = source.held().spikes(population);
      if (held != null) {
        parts.add(held.take(before));
      }
    }
    if (!parts.isEmpty()) {
      into.add(() -> SpikeBlocks.merge(network.populations().get(population).name(), parts));
    }
  }

  private Supplier<TraceTable> takeTrace(int request, long end) {
    return TraceParts.take(recording.traces().get(request), request, end, sources, times);
  }

  private Supplier<RateTable> takeRates(int request, long end) {
    Recording.Rate rate = recording.rates().get(request);
    long first = sources.get(0).held().rate(request).first();
    List<int[]> parts = new ArrayList<>();
    for (RecordSource source : sources) {
      parts.add(source.held().rate(request).take(Math.max(first, end)));
    }
    return () -> {
      int[] counts = new int[parts.get(0).length];
      for (int[] part : parts) {
        for (int i = 0; i < counts.length; i++) {
          counts[i] += part[i];
        }
      }
      double width = times.width(rate);
      return new RateTable(
          rate.population(),
          network.population(rate.population()).size(),
          settings.warmup() + first * width,
          width,
          counts);
    };
  }

  /** Gives up what has not been passed on, after a failure of the run. */
  @Override
  public void close() {
    queue.close();
  }
}
