package org.hillock.engine.exchange;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Threads of one process that play ranks: so tests hold what ranks promise where there is no MPI.
 */
public final class PlayedRanks {

  private static final long LOOK_MILLIS = 20;

  private final int size;
  private final ByteBuffer[] shown;
  private final List<ArrayBlockingQueue<byte[]>> sent = new ArrayList<>();
  private volatile boolean broken;
  private int arrived; // guarded by this
  private long meetings; // guarded by this

  private PlayedRanks(int size) {
    this.size = size;
    this.shown = new ByteBuffer[size];
    for (int i = 0; i < size * size; i++) {
      sent.add(new ArrayBlockingQueue<>(1));
    }
  }

  /**
   * Does the same on several ranks, and returns what each of them has found.
   *
   * @param ranks how many
   * @param task what each does
   * @throws RuntimeException or Error the failure of the rank that failed first; the others end
   *     where they wait for it
   */
  public static <T> List<T> run(int ranks, Function<SpikeExchange, T> task) {
    PlayedRanks all = new PlayedRanks(ranks);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    List<T> found = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < ranks; i++) {
      found.add(null);
      int rank = i;
      threads.add(
          new Thread(
              () -> {
                try {
                  T own = task.apply(new OfRanks(all.new Rank(rank)));
                  synchronized (found) {
                    found.set(rank, own);
                  }
                } catch (RuntimeException | Error e) {
                  failure.compareAndSet(null, e);
                  all.breakUp();
                }
              },
              "hillock-rank-" + rank));
    }
    threads.forEach(Thread::start);
    threads.forEach(PlayedRanks::join);
    Throwable first = failure.get();
    if (first instanceof Error error) {
      throw error;
    }
    if (first instanceof RuntimeException exception) {
      throw exception;
    }
    return found;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized void meet() {
    long mine = meetings;
    if (++arrived == size) {
      arrived = 0;
      meetings++;
      notifyAll();
    }
    while (meetings == mine && !broken) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    if (meetings == mine) {
      throw new IllegalStateException("another rank has failed");
    }
  }

  private synchronized void breakUp() {
    broken = true;
    notifyAll();
  }

  private final class Rank implements Ranks {
    private final int rank;

    Rank(int rank) {
      this.rank = rank;
    }

    @Override
    public int rank() {
      return rank;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public void allgather(ByteBuffer own, ByteBuffer all, int bytes) {
      shown[rank] = own;
      meet();
      for (int from = 0; from < size; from++) {
        all.put(from * bytes, shown[from], 0, bytes);
      }
      meet();
    }

    @Override
    public void alltoall(ByteBuffer to, ByteBuffer from, int bytes) {
      shown[rank] = to;
      meet();
      for (int other = 0; other < size; other++) {
        from.put(other * bytes, shown[other], rank * bytes, bytes);
      }
      meet();
    }

    @Override
    public void send(ByteBuffer buffer, int bytes, int to) {
      byte[] copy = new byte[bytes];
      buffer.get(0, copy);
      while (!offer(sent.get(rank * size + to), copy)) {
        refuseIfBroken();
      }
    }

    private boolean offer(ArrayBlockingQueue<byte[]> queue, byte[] bytes) {
      try {
        return queue.offer(bytes, LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void receive(ByteBuffer buffer, int bytes, int from) {
      byte @Nullable [] got = null;
      while (got == null) {
        refuseIfBroken();
        try {
          got = sent.get(from * size + rank).poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      buffer.put(0, got, 0, bytes);
    }

    private void refuseIfBroken() {
      if (broken) {
        throw new IllegalStateException("another rank has failed");
      }
    }
  }
}
