package org.hillock.record;

/**
 * Where what is recorded goes while the run goes on: memory, files, counters.
 *
 * <p>Called by one thread at a time, which need not be that of the run; the run waits only if the
 * sink is slower than it.
 */
public interface Sink {

  /**
   * Takes what was recorded since the batch before. The last batch of a run may hold nothing but
   * says, like each, of what something could have been recorded.
   *
   * @param batch later in each of its parts than all batches before; the sink may keep it
   * @throws SinkException if it cannot be kept; then the run ends, and no further batch comes
   */
  void take(Batch batch) throws SinkException;
}
