package org.hillock.engine.exchange.mpi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says of the processes that a launcher has started together.
 *
 * @param rank which one this is, from 0
 * @param size how many there are
 * @param openMpi whether Open MPI is the likelier library
 */
public record Launch(int rank, int size, boolean openMpi) {

  /** A process that was started alone. */
  public static final Launch ALONE = new Launch(0, 1, true);

  /**
   * Reads the variables that launchers set: mpirun of Open MPI, mpirun of MPICH and its kin or
   * {@code srun --mpi=pmi2}, {@code srun --mpi=pmix}.
   */
  public static Launch of(Map<String, String> environment) {
    Launch open = of(environment, "OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", true);
    Launch pmi = of(environment, "PMI_RANK", "PMI_SIZE", false);
    Launch pmix = of(environment, "PMIX_RANK", "SLURM_NTASKS", true);
    return open != null ? open : pmi != null ? pmi : pmix != null ? pmix : ALONE;
  }

  private static @Nullable Launch of(
      Map<String, String> environment, String rank, String size, boolean openMpi) {
    Integer which = number(environment.get(rank));
    Integer many = number(environment.get(size));
    return which == null || many == null || which < 0 || which >= many
        ? null
        : new Launch(which, many, openMpi);
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
  }

  /** Whether there are others. */
  public boolean several() {
    return size > 1;
  }
}
