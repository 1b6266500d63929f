package org.hillock.engine.exchange.mpi;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A shared library, by {@code java.lang.foreign}, which this Java may not have: so its classes are
 * found by name. Functions take and give numbers alone; an address is a long.
 */
final class NativeLibrary {

  /** From this version of Java on, {@code java.lang.foreign} is part of it. */
  static final int JAVA = 22;

  private static final String PACKAGE = "java.lang.foreign.";

  private final Object lookup;

  private NativeLibrary(Object lookup) {
    this.lookup = lookup;
  }

  /** Whether this Java can call libraries. */
  static boolean possible() {
    return Runtime.version().feature() >= JAVA;
  }

  /**
   * Loads a library.
   *
   * @param name of a file, or of a library that the system finds
   * @return null if there is none
   */
  static @Nullable NativeLibrary load(String name) {
    Object arena = call("Arena", "global", null);
    try {
      return new NativeLibrary(
          call("SymbolLookup", "libraryLookup", null, String.class, name, type("Arena"), arena));
    } catch (IllegalArgumentException e) {
      return null; // says that the library cannot be opened
    }
  }

  /** The address of a symbol; 0 if there is none of that name. */
  long address(String symbol) {
    return find(symbol).map(NativeLibrary::address).orElse(0L);
  }

  private Optional<?> find(String symbol) {
    return (Optional<?>) call("SymbolLookup", "find", lookup, String.class, symbol);
  }

  private static long address(Object segment) {
    return (long) call("MemorySegment", "address", segment);
  }

  /** The address of a direct buffer, whatever its position. */
  static long address(ByteBuffer buffer) {
    Object segment =
        call("MemorySegment", "ofBuffer", null, java.nio.Buffer.class, buffer.duplicate().clear());
    return address(segment);
  }

  /**
   * A function that returns an int.
   *
   * @param name its name
   * @param parameters int.class or long.class for each
   */
  MethodHandle function(String name, Class<?>... parameters) {
    Object symbol =
        find(name).orElseThrow(() -> new MpiException("the MPI library has no function " + name));
    Class<?> layout = type("MemoryLayout");
    Object layouts = Array.newInstance(layout, parameters.length);
    for (int i = 0; i < parameters.length; i++) {
      Array.set(layouts, i, layout(parameters[i]));
    }
    Object descriptor =
        call(
            "FunctionDescriptor",
            "of",
            null,
            layout,
            layout(int.class),
            layouts.getClass(),
            layouts);
    Object options = Array.newInstance(type("Linker$Option"), 0);
    return (MethodHandle)
        call(
            "Linker",
            "downcallHandle",
            call("Linker", "nativeLinker", null),
            type("MemorySegment"),
            symbol,
            type("FunctionDescriptor"),
            descriptor,
            options.getClass(),
            options);
  }

  private static Object layout(Class<?> number) {
    try {
      String field = number == int.class ? "JAVA_INT" : "JAVA_LONG";
      return type("ValueLayout").getField(field).get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(PACKAGE + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Calls a method; each argument follows its type. */
  private static Object call(
      String type, String method, @Nullable Object on, Object... typesAndArguments) {
    Class<?>[] types = new Class<?>[typesAndArguments.length / 2];
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = (Class<?>) typesAndArguments[2 * i];
      arguments[i] = typesAndArguments[2 * i + 1];
    }
    try {
      Method found = type(type).getMethod(method, types);
      return found.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
