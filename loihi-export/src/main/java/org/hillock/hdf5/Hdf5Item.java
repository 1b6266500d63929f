package org.hillock.hdf5;

/** Something that has a name in a group. */
public sealed interface Hdf5Item permits Hdf5Group, Hdf5Numbers, Hdf5Text {

  /** What it is, for people, such as {@code numbers of shape (3, 4)}. */
  String phrase();
}
