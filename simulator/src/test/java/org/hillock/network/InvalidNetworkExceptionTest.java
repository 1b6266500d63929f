package org.hillock.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidNetworkExceptionTest {

  @Test
  void keepsItsMistakesWhereItIsWrittenAndReadAgain() throws IOException, ClassNotFoundException {
    List<Mistake> mistakes =
        List.of(new Mistake("neurons.a", "1", "2"), new Mistake("neurons.b", "3", "4"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new InvalidNetworkException(mistakes));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      InvalidNetworkException read = (InvalidNetworkException) in.readObject();
      assertEquals(mistakes, read.mistakes());
      assertEquals("neurons.a", read.where());
      assertEquals("1", read.found());
      assertEquals("2", read.allowed());
    }
  }
}
