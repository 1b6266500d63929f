package org.hillock.vector;

/** Decides between vector kernels and their scalar twins. */
public final class Vectors {

  /** Set to true, as {@code -Dhillock.scalar=true}, this system property keeps vectors away. */
  public static final String SCALAR_PROPERTY = "hillock.scalar";

  private static final boolean AVAILABLE =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          && !Boolean.getBoolean(SCALAR_PROPERTY);

  private Vectors() {}

  /** Whether the module is there: {@code java --add-modules jdk.incubator.vector}. */
  public static boolean available() {
    return AVAILABLE;
  }

  /** How many double numbers a vector of this machine holds; 1 without vectors. */
  public static int doubles() {
    return AVAILABLE ? ExpVectors.LANES.length() : 1;
  }
}
