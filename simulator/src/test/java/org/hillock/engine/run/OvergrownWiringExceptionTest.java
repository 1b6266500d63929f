package org.hillock.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hillock.network.InvalidNetworkException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OvergrownWiringExceptionTest {

  @ParameterizedTest
  @CsvSource({"1e7, 10000000", "12345678.9, 12345678.9", "0.30000000000000004, 0.3"})
  void tellsTheTimeAsPeopleWriteIt(double time, String written) {
    InvalidNetworkException grown = new InvalidNetworkException("synapses.a", "many", "few");
    OvergrownWiringException thrown =
        assertThrows(
            OvergrownWiringException.class,
            () ->
                OvergrownWiringException.at(
                    time,
                    () -> {
                      throw grown;
                    }));
    assertEquals(
        "synapses.a: many at " + written + " ms, so the run was stopped; possible: few",
        thrown.getMessage());
  }
}
