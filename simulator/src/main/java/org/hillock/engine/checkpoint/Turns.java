package org.hillock.engine.checkpoint;

import java.util.function.Consumer;
import org.hillock.engine.exchange.Agreement;
import org.hillock.engine.exchange.FromRank;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.exchange.ToFirst;
import org.hillock.model.StateCarrier;

/**
 * Carries what each rank knows alone, one rank after the other, so that a checkpoint is the same
 * however a network is divided. All ranks make the same calls in the same order.
 *
 * <p>When a checkpoint is written, the first rank alone has a carrier that leads anywhere; the
 * others pass their numbers on to it. When one is read, each rank reads all of it, and learns from
 * the others how many numbers to leave out.
 */
public final class Turns {

  /** So many numbers are passed on at once. */
  private static final int BLOCK = 4096;

  private final SpikeExchange exchange;

  /**
   * @param exchange by which ranks hear of each other
   */
  public Turns(SpikeExchange exchange) {
    this.exchange = exchange;
  }

  /**
   * Carries what this rank knows, in its turn, and lets the others carry theirs.
   *
   * @param carrier of this rank
   * @param own carries what it knows
   */
  public void carry(StateCarrier carrier, Consumer<StateCarrier> own) {
    if (exchange.ranks() == 1) {
      own.accept(carrier);
    } else if (carrier.restores()) {
      restore(carrier, own);
    } else if (exchange.rank() == 0) {
      own.accept(carrier);
      for (int rank = 1; rank < exchange.ranks(); rank++) {
        receive(exchange.from(rank), carrier);
      }
    } else {
      try (ToFirst out = exchange.toFirst()) {
        Sender sender = new Sender(out);
        own.accept(sender);
        sender.end();
      }
    }
  }

  private static void receive(FromRank in, StateCarrier carrier) {
    for (long count = in.next(); count > 0; count = in.next()) {
      for (long i = 0; i < count; i++) {
        carrier.carry(in.next());
      }
    }
  }

  private void restore(StateCarrier carrier, Consumer<StateCarrier> own) {
    for (int rank = 0; rank < exchange.ranks(); rank++) {
      Counter counter = new Counter(carrier);
      if (rank == exchange.rank()) {
        own.accept(counter);
      }
      long taken = Agreement.sum(exchange, counter.count);
      if (rank != exchange.rank()) {
        for (long i = 0; i < taken; i++) {
          carrier.carry(0L);
        }
      }
    }
  }

  /** Passes numbers on to the first rank, in blocks that begin with how many they are. */
  private static final class Sender implements StateCarrier {
    private final ToFirst out;
    private final long[] block = new long[BLOCK];
    private int count;

    Sender(ToFirst out) {
      this.out = out;
    }

    @Override
    public long carry(long value) {
      if (count == BLOCK) {
        pass();
      }
      block[count++] = value;
      return value;
    }

    private void pass() {
      out.put(count);
      for (int i = 0; i < count; i++) {
        out.put(block[i]);
      }
      count = 0;
    }

    void end() {
      if (count > 0) {
        pass();
      }
      out.put(0);
    }

    @Override
    public boolean restores() {
      return false;
    }
  }

  /** Counts the numbers that are brought. */
  private static final class Counter implements StateCarrier {
    private final StateCarrier carrier;
    private long count;

    Counter(StateCarrier carrier) {
      this.carrier = carrier;
    }

    @Override
    public long carry(long value) {
      count++;
      return carrier.carry(value);
    }

    @Override
    public boolean restores() {
      return true;
    }
  }
}
