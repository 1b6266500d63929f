package org.hillock.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** No engine knows of a time before the run: inputs that began then would lack their beginning. */
class InputTest {

  private static final List<NeuronRange> ALL = List.of(new NeuronRange("a", 0, 1));

  private static String refused(Executable executable) {
    return assertThrows(InvalidNetworkException.class, executable).getMessage();
  }

  @Test
  void shouldRefuseInputsThatBeginBeforeTheRun() {
    assertEquals(
        "inputs.dc.times: found -5.0 ms; allowed: times from 0 ms on",
        refused(() -> new Input.StepCurrent("dc", ALL, List.of(-5.0, 2.0), List.of(3.0, 1.0), 0)));
    assertEquals(
        "inputs.in.start: found -0.5 ms; allowed: a time from 0 ms on",
        refused(() -> new Input.Poisson("in", ALL, 500, Distribution.of(1), 0, -0.5, 20)));
    assertEquals(
        "inputs.noise.start: found -1.0 ms; allowed: a time from 0 ms on",
        refused(() -> new Input.NoiseCurrent("noise", ALL, 1, 1, 0.1, 0, -1, 20)));
  }
}
