package org.hillock.engine.event;

import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.exchange.Packet;
import org.hillock.engine.exchange.Parcel;
import org.hillock.engine.run.Hearers;
import org.jspecify.annotations.Nullable;

/**
 * What the partitions fire in a pass over a window, those of this rank and, once it has been
 * exchanged, those of all, and when each of them has something to do next.
 */
final class WindowParcel implements Parcel {

  private final List<Outbox> own = new ArrayList<>();

  /** The spikes of other ranks, one after the other; nothing in the place of this one. */
  private final List<Outbox> heard = new ArrayList<>();

  private final List<Outbox> all = new ArrayList<>();

  /** Which ranks hear what; null if all are told everything. */
  private @Nullable Hearers hearers;

  /** By rank, whether it has fired, heard here or not. */
  private final boolean[] fired;

  /** What one rank hears. */
  private final Outbox some = new Outbox();

  /**
   * @param partitions of this rank
   * @param ranks how many there are
   * @param hearers which ranks hear what; null if all are told everything
   */
  WindowParcel(int partitions, int ranks, @Nullable Hearers hearers) {
    this.hearers = hearers;
    this.fired = new boolean[ranks];
    for (int p = 0; p < partitions; p++) {
      own.add(new Outbox());
    }
    for (int rank = 0; rank < ranks; rank++) {
      heard.add(new Outbox());
      heard.get(rank).announce(Long.MAX_VALUE);
    }
    all.addAll(own);
    all.addAll(heard);
  }

  /** From now on all ranks are told everything, as who saves what all know alike must be. */
  void tellAll() {
    hearers = null;
  }

  /** Where a partition of this rank leaves its spikes. */
  Outbox of(int partition) {
    return own.get(partition);
  }

  /** The spikes of all partitions, in no order. */
  List<Outbox> all() {
    return all;
  }

  /** Whether any neuron of any rank has fired. */
  boolean anyFired() {
    boolean any = anyOwn();
    for (boolean each : fired) {
      any |= each;
    }
    return any;
  }

  private boolean anyOwn() {
    for (Outbox box : own) {
      if (box.size() > 0) {
        return true;
      }
    }
    return false;
  }

  /** The first window in which any partition has something to do. */
  long nextWindow() {
    return next(all);
  }

  private static long next(List<Outbox> boxes) {
    long next = Long.MAX_VALUE;
    for (Outbox box : boxes) {
      next = Math.min(next, box.nextWindow());
    }
    return next;
  }

  @Override
  public void write(int rank, Packet to) {
    to.putLong(next(own));
    to.putInt(anyOwn() ? 1 : 0);
    some.clear();
    for (Outbox box : own) {
      for (int i = 0; i < box.size(); i++) {
        if (hearers == null || hearers.hears(rank, box.population(i), box.neuron(i))) {
          some.add(box.time(i), box.population(i), box.neuron(i));
        }
      }
    }
    to.putInt(some.size());
    some.write(to);
  }

  @Override
  public boolean selective() {
    return hearers != null;
  }

  @Override
  public void read(int rank, Packet from) {
    Outbox box = heard.get(rank);
    box.announce(from.getLong());
    fired[rank] = from.getInt() > 0;
    box.read(from.getInt(), from);
  }
}
