package org.hillock.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.loihi.LoihiCompiler;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.Objective;
import org.hillock.loihi.chip.ProfileReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of three mappings of a network, each has least of what it was made for. */
class ObjectiveTest {

  private static Mapping compile(ChipCost.Case one, Objective objective) throws IOException {
    return LoihiCompiler.compile(
        new LoihiCompiler.Subject(one.name(), one.network(), Math.min(one.step(), 0.1), 1),
        ProfileReader.find(one.target()),
        new LoihiCompiler.Options(one.step(), false, objective, Set.of(), 0, Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"ring of 40 × 64", "8 layers × 512", "convolution", "'Brunel 2,500, 0.5 ms'"})
  void shouldHaveLeastOfWhatIsOptimised(String name) throws IOException {
    ChipCost.Case one =
        ChipCost.cases().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    Mapping cores = compile(one, Objective.cores);
    Mapping energy = compile(one, Objective.energy);
    Mapping latency = compile(one, Objective.latency);
    String found = cores.cores() + ", " + energy.cores() + ", " + latency.cores() + " cores";
    assertTrue(cores.cores() <= energy.cores(), found);
    assertTrue(cores.cores() <= latency.cores(), found);
    for (Mapping other : List.of(cores, energy)) {
      assertTrue(latency.estimate().stepNs() <= other.estimate().stepNs(), found);
    }
    for (Mapping other : List.of(cores, latency)) {
      assertTrue(energy.estimate().energy() <= other.estimate().energy(), found);
    }
  }
}
