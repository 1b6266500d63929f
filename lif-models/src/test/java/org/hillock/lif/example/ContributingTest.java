package org.hillock.lif.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.InputList;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A linear model takes at most 60 lines, a smooth one 90, and both do what they say. */
class ContributingTest {

  private static final Path EXAMPLES = Path.of("src/test/java/org/hillock/lif/example");

  @ParameterizedTest
  @CsvSource({"TiringNeuron, 60", "SteepNeuron, 90"})
  void contributingShowsTheWholeClass(String name, int most) throws IOException {
    String shown = Files.readString(Path.of("..", "CONTRIBUTING.md"));
    List<String> lines = Files.readAllLines(EXAMPLES.resolve(name + ".java"));
    assertTrue(shown.contains(String.join("\n", lines)), name + " is not shown as it is");
    assertTrue(lines.size() <= most, lines.size() + " lines");
  }

  private static List<Double> spikes(NeuronModel model, double injected, double end) {
    ParameterSet usual = ParameterSet.of("test", model.parameters(), Map.of());
    EventKernel kernel = model.dynamics().eventKernel(usual);
    EventBlock block = new EventBlock(0, 0, 1, kernel.stateSize(), new RandomStream(1), null);
    List<Double> spikes = new ArrayList<>();
    kernel.start(block, 0, new double[] {model.initialValue(0, usual)});
    kernel.inject(block, 0, 0, injected);
    kernel.advance(block, 0, new InputList(), 0, end, spikes::add);
    return spikes;
  }

  /** The first interval by the closed form, later ones longer. */
  @Test
  void tiringNeuronTires() {
    List<Double> spikes = spikes(new TiringNeuron(), 600, 400);
    assertEquals(10 * Math.log(24 / (24 - 15.0)), spikes.get(0), 1e-9);
    int last = spikes.size() - 1;
    assertTrue(spikes.get(last) - spikes.get(last - 1) > 2 * spikes.get(0));
  }

  /** The rheobase: E_L + R I = V_T - Delta_T. */
  @Test
  void steepNeuronFiresAboveItsRheobaseOnly() {
    double rheobase = (-55 - 3.5 + 65) / 40e-3;
    assertEquals(List.of(), spikes(new SteepNeuron(), rheobase - 1, 1000));
    assertTrue(spikes(new SteepNeuron(), rheobase + 1, 1000).size() > 1);
  }
}
