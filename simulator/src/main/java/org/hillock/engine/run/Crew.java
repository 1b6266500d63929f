package org.hillock.engine.run;

import java.util.function.IntConsumer;

/** Threads that share work. What they make together must not depend on how many they are. */
public interface Crew {

  /** One thread, the caller's. */
  Crew ALONE =
      new Crew() {
        @Override
        public int size() {
          return 1;
        }

        @Override
        public void share(int tasks, IntConsumer task) {
          for (int i = 0; i < tasks; i++) {
            task.accept(i);
          }
        }
      };

  /** Number of threads. */
  int size();

  /**
   * Does tasks 0 to {@code tasks - 1}, each once, by any thread, and returns when all are done.
   *
   * @param tasks how many there are
   * @param task does one
   */
  void share(int tasks, IntConsumer task);
}
