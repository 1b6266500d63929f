package org.hillock.io.checkpoint;

import java.nio.charset.StandardCharsets;

/** Facts of the file format. */
final class Format {

  static final byte[] MAGIC = "HILLOCKC".getBytes(StandardCharsets.US_ASCII);
  static final int VERSION = 2;

  /** Most numbers of a block. */
  static final int BLOCK = 8192;

  private Format() {}
}
