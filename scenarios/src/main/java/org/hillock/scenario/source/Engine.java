package org.hillock.scenario.source;

/** Which engine runs a scenario; named as on the command line. */
public enum Engine {
  /** From grid point to grid point. */
  grid,
  /** In continuous time, from event to event. */
  event,
  /** Compiled for a chip, and emulated in its whole numbers. */
  loihi
}
