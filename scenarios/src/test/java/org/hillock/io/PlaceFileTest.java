package org.hillock.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hillock.network.Extent;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Positions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceFileTest {

  @TempDir Path folder;

  private static Population population(String name, Positions places) {
    return new Population(name, places.size(), "iaf_psc_exp", Map.of(), null, places);
  }

  @Test
  void shouldReadBackWhatItWrote() throws Exception {
    Positions line = Positions.between(3, new double[] {0.1}, new double[] {2});
    Positions space = Positions.random(4, Extent.of(1, 2, 3), 8, 1);
    Population nowhere = new Population("nowhere", 2, "iaf_psc_exp", Map.of());
    Network network =
        new Network(
            List.of(population("line", line), nowhere, population("space", space)),
            List.of(),
            List.of());
    Path file = folder.resolve(PlaceFile.NAME);
    assertTrue(PlaceFile.needed(network));
    PlaceFile.write(network, file);
    assertEquals("line,0,0.1,,", Files.readAllLines(file).get(1));
    Map<String, Integer> sizes = Map.of("line", 3, "nowhere", 2, "space", 4);
    assertEquals(Map.of("line", line, "space", space), PlaceFile.read(file, sizes));
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, 3));
    assertThrows(ResultFormatException.class, () -> PlaceFile.read(file, sizes));
    Files.write(file, List.of(lines.get(0), lines.get(2)));
    assertThrows(ResultFormatException.class, () -> PlaceFile.read(file, sizes));
  }
}
