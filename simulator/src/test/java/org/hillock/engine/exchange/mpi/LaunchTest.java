package org.hillock.engine.exchange.mpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who has started a program is told by its environment. */
class LaunchTest {

  @Test
  void knowsEachLauncherByItsVariables() {
    assertEquals(
        new Launch(2, 4, true),
        Launch.of(Map.of("OMPI_COMM_WORLD_RANK", "2", "OMPI_COMM_WORLD_SIZE", "4")));
    assertEquals(new Launch(1, 3, false), Launch.of(Map.of("PMI_RANK", "1", "PMI_SIZE", "3")));
    assertEquals(new Launch(5, 8, true), Launch.of(Map.of("PMIX_RANK", "5", "SLURM_NTASKS", "8")));
  }

  @Test
  void takesAProcessOfAJobThatWasStartedAloneForOne() {
    assertFalse(Launch.of(Map.of()).several());
    assertFalse(Launch.of(Map.of("SLURM_NTASKS", "8", "SLURM_PROCID", "0")).several());
    assertFalse(
        Launch.of(Map.of("OMPI_COMM_WORLD_RANK", "0", "OMPI_COMM_WORLD_SIZE", "1")).several());
    assertFalse(Launch.of(Map.of("PMI_RANK", "x", "PMI_SIZE", "3")).several());
  }
}
