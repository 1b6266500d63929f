package org.hillock.record;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Passes batches on to a sink by a thread of its own, which begins with the first of them: so the
 * run goes on while they are put in order and written, and waits only when some are waiting
 * already.
 */
public final class SinkQueue implements AutoCloseable {

  /** So many batches may wait. */
  private static final int ROOM = 3;

  /** How often who waits for room looks whether the sink still takes anything. */
  private static final long LOOK_MILLIS = 20;

  /** What the thread ends at; never made. */
  private static final Supplier<Batch> END =
      () -> {
        throw new IllegalStateException("the end is no batch");
      };

  private final Sink sink;
  private final BlockingQueue<Supplier<Batch>> waiting = new ArrayBlockingQueue<>(ROOM);
  private @Nullable Thread writer;
  private long passed;
  private long taken; // guarded by this
  private volatile @Nullable Throwable failure;

  /**
   * @param sink takes the batches
   */
  public SinkQueue(Sink sink) {
    this.sink = sink;
  }

  /**
   * Passes a batch on, soon.
   *
   * @param batch makes it, on the other thread
   */
  public void pass(Supplier<Batch> batch) {
    if (writer == null) {
      Thread thread = new Thread(this::write, "hillock-sink");
      thread.setDaemon(true);
      thread.start();
      writer = thread;
    }
    boolean interrupted = false;
    boolean passes = false;
    while (!passes && !failed()) {
      try {
        passes = waiting.offer(batch, LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    passed += passes ? 1 : 0;
    keep(interrupted);
  }

  private void write() {
    try {
      Supplier<Batch> next = waiting.take();
      while (next != END) {
        sink.take(next.get());
        countTaken();
        next = waiting.take();
      }
    } catch (InterruptedException | SinkException | RuntimeException | Error e) {
      failure = e;
    }
  }

  private synchronized void countTaken() {
    taken++;
    notifyAll();
  }

  /** Waits until the sink has taken all that was passed on, or has failed. */
  public synchronized void await() {
    boolean interrupted = false;
    while (taken < passed && !failed()) {
      try {
        wait(LOOK_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    keep(interrupted);
  }

  /** Whether the sink could not take a batch: none is passed on any more. */
  public boolean failed() {
    return failure != null;
  }

  /**
   * Passes the last batch on and waits until the sink has taken all.
   *
   * @return why the sink could not; null if it could
   */
  public @Nullable SinkException finish(Supplier<Batch> last) {
    stop();
    Throwable found = failure;
    if (found == null) {
      try {
        sink.take(last.get());
        return null;
      } catch (SinkException e) {
        return e;
      }
    }
    if (found instanceof RuntimeException exception) {
      throw exception;
    }
    if (found instanceof Error error) {
      throw error;
    }
    return found instanceof SinkException exception
        ? exception
        : new SinkException("writing was interrupted", found);
  }

  /** Waits until what has been passed on is written, and lets the thread go. */
  private void stop() {
    Thread thread = writer;
    boolean asked = false;
    boolean interrupted = false;
    while (thread != null && thread.isAlive()) {
      try {
        if (asked) {
          thread.join();
        } else {
          asked = waiting.offer(END, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
      } catch (InterruptedException e) {
        interrupted = true;
        thread.interrupt(); // gives up the file that takes too long
      }
    }
    keep(interrupted);
  }

  private static void keep(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives up what has not been written, after a failure of the run. */
  @Override
  public void close() {
    waiting.clear();
    stop();
  }
}
