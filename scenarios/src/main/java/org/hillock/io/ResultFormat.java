package org.hillock.io;

import java.util.List;

/** Forms in which a record is written beside the tables of text. */
public enum ResultFormat {
  /** Arrays of NumPy, one file a quantity. */
  npy,
  /** The files of SONATA, in HDF5. */
  sonata;

  /** The files that this makes of a record. */
  List<Conversion> conversions(FormatSource source) {
    return this == npy ? NumpyFormat.conversions(source) : SonataFormat.conversions(source);
  }
}
