package org.hillock.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"brunel", "two-populations", "Körner 2", "1e3", "a.b", "con-a", "v1.0", "μ"})
  void takesNames(String name) {
    assertEquals(Optional.empty(), FileNames.fault(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "../../escape",
        "/elsewhere/x",
        "a/b",
        "a\\b",
        "C:x",
        "-q",
        ".hidden",
        "a.",
        "a ",
        "NUL",
        "com1.txt",
        "a\nb",
        "a\u0000b",
        "a*",
        "what?",
        "a\u2028b"
      })
  void refusesWhatLeadsElsewhere(String name) {
    assertTrue(FileNames.fault(name).isPresent());
  }

  @Test
  void refusesNamesThatAreTooLong() {
    assertEquals(Optional.empty(), FileNames.fault("x".repeat(100)));
    assertEquals(Optional.of("which has 101 characters"), FileNames.fault("x".repeat(101)));
  }
}
