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
  public void addAgain(int source, double time, double delivered) {
    int end = rows.start()[source + 1];
    int cursor = rows.instantEnd(source);
    while (cursor < end && time + rows.delay(cursor) <= delivered) {
      cursor++;
    }
    if (cursor < end) {
      queue.add(time, source, cursor);
      nextArrival = Math.min(nextArrival, time + rows.delay(cursor));
    }
  }

  @Override
  public double nextArrival() {
    return nextArrival;
  }

  @Override
  public long deliver(double until, Span counted, Inbox inbox, DueRows due) {
    if (nextArrival > until) {
      return 0;
    }
    nextArrival = Double.POSITIVE_INFINITY;
    return rows.oneDelay()
        ? deliverRows(until, counted, due)
        : deliverSynapses(until, counted, inbox);
  }

  /** With one delay spikes arrive in the order of the queue, each at its whole row at once. */
  private long deliverRows(double until, Span counted, DueRows due) {
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
      delivered += counted.holds(arrival) ? end - queue.cursor(place) : 0;
      queue.remove();
    }
    return delivered;
  }

  private long deliverSynapses(double until, Span counted, Inbox inbox) {
    long delivered = 0;
    for (int place = queue.head(); place < queue.end(); place++) {
      int end = rows.start()[queue.source(place) + 1];
      double emitted = queue.time(place);
      int at = queue.cursor(place);
      while (at < end && emitted + rows.delay(at) <= until) {
        double arrival = emitted + rows.delay(at);
        int number = inbox.arrival(arrival, rows.weight(at), rows.plan().receptor());
        inbox.tell(rows.targets()[at], number);
        delivered += counted.holds(arrival) ? 1 : 0;
        at++;
      }
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
