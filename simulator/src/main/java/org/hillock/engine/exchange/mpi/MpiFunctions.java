package org.hillock.engine.exchange.mpi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The functions of an MPI library that are called: nine. Not thread-safe, as MPI itself. */
final class MpiFunctions {

  private static final int TAG = 1;

  /** More than a status has in any library. */
  private static final int STATUS_BYTES = 256;

  private final NativeLibrary library;
  private final MpiAbi abi;
  private final ByteBuffer scratch =
      ByteBuffer.allocateDirect(STATUS_BYTES).order(ByteOrder.nativeOrder());
  private final long scratchAt = NativeLibrary.address(scratch);
  private final MethodHandle initThread;
  private final MethodHandle commRank;
  private final MethodHandle commSize;
  private final MethodHandle allgather;
  private final MethodHandle alltoall;
  private final MethodHandle send;
  private final MethodHandle receive;
  private final MethodHandle abort;
  private final MethodHandle end;

  MpiFunctions(NativeLibrary library, MpiAbi abi) {
    this.library = library;
    this.abi = abi;
    this.initThread = bind("MPI_Init_thread", "ppip");
    this.commRank = bind("MPI_Comm_rank", "hp");
    this.commSize = bind("MPI_Comm_size", "hp");
    this.allgather = bind("MPI_Allgather", "pihpihh");
    this.alltoall = bind("MPI_Alltoall", "pihpihh");
    this.send = bind("MPI_Send", "pihiih");
    this.receive = bind("MPI_Recv", "pihiihp");
    this.abort = bind("MPI_Abort", "hi");
    this.end = bind("MPI_Finalize", "");
  }

  /**
   * A function.
   *
   * @param name its name
   * @param parameters p for a pointer, h for a handle, both of which are passed as a long here; i
   *     for an int
   */
  private MethodHandle bind(String name, String parameters) {
    Class<?>[] there = new Class<?>[parameters.length()];
    Class<?>[] here = new Class<?>[there.length];
    for (int i = 0; i < there.length; i++) {
      char kind = parameters.charAt(i);
      here[i] = kind == 'i' ? int.class : long.class;
      there[i] = kind == 'h' ? abi.handle() : here[i];
    }
    return MethodHandles.explicitCastArguments(
        library.function(name, there), MethodType.methodType(int.class, here));
  }

  /** Begins; must come first. */
  void init() {
    try {
      check("MPI_Init_thread", (int) initThread.invokeExact(0L, 0L, abi.serialized(), scratchAt));
    } catch (Throwable e) {
      throw failure(e);
    }
    if (scratch.getInt(0) < abi.serialized()) {
      throw new MpiException(
          "the MPI library allows no calls from several threads, not even one at a time"
              + " (MPI_THREAD_SERIALIZED): use another build of it");
    }
  }

  int rank() {
    try {
      check("MPI_Comm_rank", (int) commRank.invokeExact(abi.world(), scratchAt));
    } catch (Throwable e) {
      throw failure(e);
    }
    return scratch.getInt(0);
  }

  int size() {
    try {
      check("MPI_Comm_size", (int) commSize.invokeExact(abi.world(), scratchAt));
    } catch (Throwable e) {
      throw failure(e);
    }
    return scratch.getInt(0);
  }

  void allgather(long own, long all, int bytes) {
    try {
      check(
          "MPI_Allgather",
          (int)
              allgather.invokeExact(own, bytes, abi.bytes(), all, bytes, abi.bytes(), abi.world()));
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  void alltoall(long to, long from, int bytes) {
    try {
      check(
          "MPI_Alltoall",
          (int)
              alltoall.invokeExact(to, bytes, abi.bytes(), from, bytes, abi.bytes(), abi.world()));
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  void send(long buffer, int bytes, int to) {
    try {
      check("MPI_Send", (int) send.invokeExact(buffer, bytes, abi.bytes(), to, TAG, abi.world()));
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  void receive(long buffer, int bytes, int from) {
    try {
      check(
          "MPI_Recv",
          (int) receive.invokeExact(buffer, bytes, abi.bytes(), from, TAG, abi.world(), scratchAt));
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /** Ends all ranks, this one too. */
  void abort(int code) {
    try {
      check("MPI_Abort", (int) abort.invokeExact(abi.world(), code));
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /** Ends well; must come last. */
  void end() {
    try {
      check("MPI_Finalize", (int) end.invokeExact());
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  private static void check(String function, int result) {
    if (result != 0) {
      throw new MpiException(function + " failed with error " + result);
    }
  }

  /** The calls throw nothing themselves, but their type says that they may throw anything. */
  private static RuntimeException failure(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException known ? known : new IllegalStateException(e);
  }
}
