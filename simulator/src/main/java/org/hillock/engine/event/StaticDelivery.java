package org.hillock.engine.event;

/**
 * Spikes in flight through synapses whose weights stay. Each spike moves a cursor along its row,
 * which is sorted by delay.
 */
final class StaticDelivery implements Delivery {

  private final SynapseRows rows;
  private final SpikeQueue queue = new SpikeQueue();
  private double nextArrival = Double.POSITIVE_INFINITY;

  StaticDelivery(SynapseRows rows) {
    this.rows = rows;
  }

  @Override
  public SynapseRows rows() {
    return rows;
  }

  @Override
  public void add(int source, double time) {
    int cursor = rows.instantEnd(source);
    if (cursor < rows.start()[source + 1]) {
      queue.add(time, source, cursor);
      nextArrival = Math.min(nextArrival, time + rows.delay(cursor));
    }
  }

  @Override
  public double nextArrival() {
    return nextArrival;
  }

  @Override
  public long deliver(double until, Inbox inbox, DueRows due) {
    if (nextArrival > until) {
      return 0;
    }
    nextArrival = Double.POSITIVE_INFINITY;
    return rows.oneDelay() ? deliverRows(until, due) : deliverSynapses(until, inbox);
  }

  /** With one delay spikes arrive in the order of the queue, each at its whole row at once. */
  private long deliverRows(double until, DueRows due) {
    long delivered = 0;
    while (queue.head() < queue.end()) {
      int place = queue.head();
      double arrival = queue.time(place) + rows.delay();
      if (arrival > until) {
        nextArrival = arrival;
        break;
      }
      int end = rows.start()[queue.source(place) + 1];
      due.add(arrival, rows, queue.cursor(place), end);
      delivered += end - queue.cursor(place);
      queue.remove();
    }
    return delivered;
  }

  private long deliverSynapses(double until, Inbox inbox) {
    long delivered = 0;
    for (int place = queue.head(); place < queue.end(); place++) {
      int from = queue.cursor(place);
      int end = rows.start()[queue.source(place) + 1];
      double emitted = queue.time(place);
      int at = from;
      while (at < end && emitted + rows.delay(at) <= until) {
        int number =
            inbox.arrival(emitted + rows.delay(at), rows.weight(at), rows.plan().receptor());
        inbox.tell(rows.targets()[at], number);
        at++;
      }
      delivered += at - from;
      queue.setCursor(place, at);
      if (at < end) {
        nextArrival = Math.min(nextArrival, emitted + rows.delay(at));
      } else if (place == queue.head()) {
        queue.remove();
      }
    }
    return delivered;
  }
}
