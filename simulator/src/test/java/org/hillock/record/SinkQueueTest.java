package org.hillock.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SinkQueueTest {

  private static Batch batch(int number) {
    return new Batch(
        number, List.of(), List.of(), List.of(), List.of(), List.of(), StructureTable.nothing());
  }

  @Test
  void batchesComeInTheirOrderOnAThreadOfTheirOwn() {
    List<Double> taken = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    SinkQueue queue =
        new SinkQueue(
            batch -> {
              taken.add(batch.until());
              threads.add(Thread.currentThread());
            });
    for (int i = 0; i < 10; i++) {
      int number = i;
      queue.pass(() -> batch(number));
    }
    assertNull(queue.finish(() -> batch(10)));
    assertEquals(List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0), taken);
    assertEquals(1, threads.subList(0, 10).stream().distinct().count());
    assertFalse(threads.subList(0, 10).contains(Thread.currentThread()));
  }

  @Test
  void whatWasPassedOnIsTakenAfterWaiting() throws Exception {
    List<Double> taken = new ArrayList<>();
    CountDownLatch mayGoOn = new CountDownLatch(1);
    try (SinkQueue queue =
        new SinkQueue(
            batch -> {
              try {
                mayGoOn.await();
              } catch (InterruptedException e) {
                throw new SinkException("interrupted", e);
              }
              taken.add(batch.until());
            })) {
      queue.await(); // nothing to wait for
      queue.pass(() -> batch(1));
      queue.pass(() -> batch(2));
      mayGoOn.countDown();
      queue.await();
      assertEquals(List.of(1.0, 2.0), taken);
    }
  }

  /** A sink that fails holds nobody up: more batches than there is room for are let go. */
  @Test
  void nobodyWaitsForASinkThatHasFailed() {
    SinkException full = new SinkException("full", new IllegalStateException());
    SinkQueue queue =
        new SinkQueue(
            batch -> {
              throw full;
            });
    for (int i = 0; i < 20; i++) {
      queue.pass(() -> batch(0));
    }
    queue.await();
    assertTrue(queue.failed());
    assertSame(full, queue.finish(() -> batch(1)));
  }
}
