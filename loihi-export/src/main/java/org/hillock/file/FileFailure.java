package org.hillock.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Failures of input and output as people read them. */
public final class FileFailure {

  private FileFailure() {}

  /** What an input or output failure says, in words. */
  public static String sentence(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no file '" + failure.getMessage() + "'";
    }
    if (failure instanceof AccessDeniedException) {
      return "no permission for '" + failure.getMessage() + "'";
    }
    if (failure instanceof CharacterCodingException) {
      return "a file that was read is not text in UTF-8";
    }
    return failure.getMessage() == null
        ? "a file could not be read or written"
        : failure.getMessage();
  }
}
