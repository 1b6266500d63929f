package org.hillock.hdf5;

/** A file that is not HDF5, is damaged, or holds what this package does not read. */
public final class Hdf5Exception extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message a whole sentence for the user
   */
  public Hdf5Exception(String message) {
    super(message);
  }
}
