package org.hillock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Population;
import org.junit.jupiter.api.Test;

class NeuronValuesTest {

  private static final NeuronModel MODEL = Models.neuron("accumulator").orElseThrow();
  private static final Distribution RANDOM = new Distribution.Uniform(1, 2);

  private static NeuronValues values(int index, Map<String, Distribution> parameters) {
    return new NeuronValues(new Population("p", 50, "accumulator", parameters), index, MODEL, 1);
  }

  @Test
  void shouldDrawEveryValueOfEveryPopulationFromItsOwnStream() {
    Set<Double> drawn = new HashSet<>();
    int count = 0;
    for (int population = 0; population < 40; population++) {
      NeuronValues values =
          values(population, Map.of("threshold", RANDOM, "sum", RANDOM, "arrived", RANDOM));
      for (int neuron = 0; neuron < 50; neuron++) {
        drawn.add(values.parameters(neuron).get("threshold"));
        drawn.add(values.initial(neuron)[0]);
        drawn.add(values.initial(neuron)[1]);
        count += 3;
      }
    }
    assertEquals(count, drawn.size());
  }

  @Test
  void shouldNotChangeAValueWhenAnotherIsGivenToo() {
    NeuronValues alone = values(3, Map.of("threshold", RANDOM));
    NeuronValues together = values(3, Map.of("threshold", RANDOM, "arrived", RANDOM));
    for (int neuron = 0; neuron < 50; neuron++) {
      assertEquals(alone.parameters(neuron), together.parameters(neuron));
    }
    assertEquals(0, alone.initial(0)[0]);
  }

  @Test
  void shouldKnowWhetherParametersVary() {
    assertTrue(values(0, Map.of("threshold", RANDOM)).parametersVary());
    assertFalse(values(0, Map.of("sum", RANDOM)).parametersVary());
    assertFalse(values(0, Map.of("threshold", Distribution.of(2))).parametersVary());
  }

  @Test
  void shouldRefuseWhatTheModelDoesNotKnowOrAllow() {
    assertEquals(
        "neurons.p.tau: found an unknown parameter; allowed: arrived, sum, threshold",
        assertThrows(InvalidNetworkException.class, () -> values(0, Map.of("tau", RANDOM)))
            .getMessage());
    NeuronValues negative = values(0, Map.of("threshold", Distribution.of(-1)));
    assertEquals(
        "neurons.p.threshold: found -1.0; allowed: more than 0",
        assertThrows(InvalidNetworkException.class, () -> negative.parameters(0)).getMessage());
  }
}
