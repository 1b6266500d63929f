package org.hillock.engine.grid;

import java.util.Arrays;
import java.util.List;
import org.hillock.engine.exchange.Packet;
import org.hillock.engine.exchange.Parcel;
import org.hillock.engine.grid.signal.SignalBoard;
import org.hillock.engine.grid.table.SpikeBuffer;
import org.hillock.engine.run.Epoch;
import org.hillock.engine.run.Hearers;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.structural.Structure;
import org.jspecify.annotations.Nullable;

/**
 * What the partitions fire in an epoch, those of this rank and, once it has been exchanged, those
 * of all: their spikes, how many neurons were visited one by one, and what projections carry
 * instead of spikes.
 *
 * <p>There are two buffers for each partition: one is read while the other is filled.
 */
final class EpochParcel implements Parcel {

  private final SpikeBuffer[][] buffers;
  private final SignalBoard board;
  private final Partitioning own;
  private final int first;

  /** Which ranks hear what; null if all are told everything. */
  private @Nullable Hearers hearers;

  /** What one rank hears of a partition. */
  private final SpikeBuffer some;

  /** Which epoch is told. */
  private int parity;

  private long step;

  /**
   * @param populations number of populations of the network
   * @param steps most steps in an epoch
   * @param rank of this process
   * @param ranks how many there are
   * @param own the partitions of this rank
   * @param board what projections carry
   * @param hearers which ranks hear what; null if all are told everything
   */
  EpochParcel(
      int populations,
      int steps,
      int rank,
      int ranks,
      Partitioning own,
      SignalBoard board,
      @Nullable Hearers hearers) {
    this.hearers = hearers;
    this.some = new SpikeBuffer(populations, steps);
    this.board = board;
    this.own = own;
    this.first = rank * own.count();
    this.buffers = new SpikeBuffer[2][ranks * own.count()];
    for (SpikeBuffer[] each : buffers) {
      Arrays.setAll(each, p -> new SpikeBuffer(populations, steps));
    }
  }

  /** From now on all ranks are told everything, as who saves what all know alike must be. */
  void tellAll() {
    hearers = null;
  }

  /** Where a partition of this rank leaves the spikes of an epoch. */
  SpikeBuffer fired(int partition, Epoch now) {
    return buffers[now.parity()][first + partition];
  }

  /** The spikes of all partitions in the epoch before one. */
  List<SpikeBuffer> firedBefore(Epoch now) {
    return List.of(buffers[now.parity() ^ 1]);
  }

  /** Forgets all spikes. */
  void clear() {
    for (SpikeBuffer[] each : buffers) {
      Arrays.stream(each).forEach(SpikeBuffer::clear);
    }
  }

  /** The parcel of what happened until the end of an epoch. */
  EpochParcel of(Epoch now) {
    parity = now.parity();
    step = now.end();
    return this;
  }

  /** Tells of what the other ranks have fired, when it has been exchanged, those that grow. */
  void grow(Structure structure, Epoch now) {
    for (int p = 0; p < buffers[0].length; p++) {
      if (p < first || p >= first + own.count()) {
        GridPartition.grow(structure, now, buffers[now.parity()][p]);
      }
    }
    if (structure.changesAt(now.end())) {
      structure.moveAll(now.end());
    }
  }

  @Override
  public void write(int rank, Packet to) {
    for (int p = first; p < first + own.count(); p++) {
      SpikeBuffer fired = buffers[parity][p];
      Hearers whoHears = hearers;
      if (whoHears != null) {
        some.copy(fired, (population, neuron) -> whoHears.hears(rank, population, neuron));
        fired = some;
      }
      fired.write(to);
    }
    board.write(step, own, to);
  }

  @Override
  public boolean selective() {
    return hearers != null;
  }

  @Override
  public void read(int rank, Packet from) {
    for (int p = rank * own.count(); p < (rank + 1) * own.count(); p++) {
      buffers[parity][p].read(from);
    }
    board.read(step, from);
  }
}
