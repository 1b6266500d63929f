package org.hillock.engine.exchange.mpi;

import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.exchange.OfRanks;
import org.hillock.engine.exchange.SpikeExchange;
import org.jspecify.annotations.Nullable;

/** MPI, from the moment that it is begun until it is ended. */
public final class MpiSession {

  /** Names the library, if it is not found or not the one that is meant. */
  public static final String LIBRARY = "HILLOCK_MPI";

  /** Where there is one for the binary interface of the standard, it serves all launchers. */
  private static final List<String> STANDARD = List.of("libmpi_abi.so.0", "libmpi_abi.so");

  private static final List<String> OPEN_MPI = List.of("libmpi.so.40", "libmpi.so.80");
  private static final List<String> MPICH = List.of("libmpich.so.12", "libmpi.so.12");
  private static final String ANY = "libmpi.so";

  private final MpiFunctions mpi;
  private final MpiRanks ranks;
  private final SpikeExchange exchange;

  private MpiSession(MpiFunctions mpi, MpiRanks ranks) {
    this.mpi = mpi;
    this.ranks = ranks;
    this.exchange = new OfRanks(ranks);
  }

  /**
   * Joins the processes that a launcher has started. To be called by the thread that ends the
   * program.
   *
   * @param launch what the environment says of them
   * @param named the library, or null to look for one
   * @throws MpiException if that is not possible
   */
  public static MpiSession start(Launch launch, @Nullable String named) {
    String begun = "a launcher of MPI has started " + launch.size() + " processes of hillock, but ";
    if (!NativeLibrary.possible()) {
      throw new MpiException(
          begun
              + "Java "
              + Runtime.version().feature()
              + " cannot call MPI: install JDK "
              + NativeLibrary.JAVA
              + " or newer (HILLOCK_JAVA_HOME names one), or start one process");
    }
    List<String> names = named == null ? names(launch) : List.of(named);
    for (String name : names) {
      NativeLibrary library = NativeLibrary.load(name);
      if (library != null) {
        return start(launch, name, library);
      }
    }
    throw new MpiException(
        begun
            + "there is no MPI library: looked for "
            + String.join(", ", names)
            + "; install Open MPI or MPICH, or name the library by "
            + LIBRARY
            + "=FILE");
  }

  private static List<String> names(Launch launch) {
    List<String> names = new ArrayList<>(STANDARD);
    names.addAll(launch.openMpi() ? OPEN_MPI : MPICH);
    names.addAll(launch.openMpi() ? MPICH : OPEN_MPI);
    names.add(ANY);
    return names;
  }

  private static MpiSession start(Launch launch, String name, NativeLibrary library) {
    MpiAbi abi = MpiAbi.of(library, name.contains("mpi_abi"));
    MpiFunctions mpi = new MpiFunctions(library, abi);
    mpi.init();
    MpiRanks ranks = new MpiRanks(mpi);
    if (ranks.size() != launch.size()) {
      throw new MpiException(
          "the launcher has started "
              + launch.size()
              + " processes, but "
              + name
              + " counts "
              + ranks.size()
              + ": it is not the library of this launcher; name that by "
              + LIBRARY
              + "=FILE");
    }
    return new MpiSession(mpi, ranks);
  }

  /** By which the processes hear of each other. */
  public SpikeExchange exchange() {
    return exchange;
  }

  /**
   * A number that is odd while this process waits for others, and grows with each exchange; for any
   * thread.
   */
  public long exchanges() {
    return ranks.calls();
  }

  /** Ends all processes, this one too, which does not return from here. */
  public void abort(int code) {
    mpi.abort(code);
  }

  /** Ends MPI, when all processes do. */
  public void end() {
    mpi.end();
  }
}
