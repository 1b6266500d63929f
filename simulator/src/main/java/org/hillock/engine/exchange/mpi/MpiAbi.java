package org.hillock.engine.exchange.mpi;

/**
 * What a program must know of an MPI library that its functions do not say: how handles are passed,
 * and the values of two of them and of a level of threading.
 *
 * @param handle type of a handle: an int, or a pointer
 * @param world the communicator of all ranks
 * @param bytes the type of a byte
 * @param serialized one thread at a time calls MPI
 */
record MpiAbi(Class<?> handle, long world, long bytes, int serialized) {

  /** MPI 5.0, chapter 20: handles are pointers with values that all libraries share. */
  private static final MpiAbi STANDARD = new MpiAbi(long.class, 0x101, 0x247, 2048);

  /**
   * MPICH and those that share its binary interface, such as those of Intel, Cray and MVAPICH:
   * handles are ints (mpi.h of MPICH 4).
   */
  private static final MpiAbi MPICH = new MpiAbi(int.class, 0x44000000L, 0x4c00010dL, 2);

  /** The library's own: that of Open MPI has its handles as objects (mpi.h of Open MPI 4). */
  static MpiAbi of(NativeLibrary library, boolean standard) {
    if (standard) {
      return STANDARD;
    }
    long world = library.address("ompi_mpi_comm_world");
    return world == 0 ? MPICH : new MpiAbi(long.class, world, library.address("ompi_mpi_byte"), 2);
  }
}
