package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hillock.format.FormatException;
import org.hillock.loihi.netx.NetxExport;
import org.hillock.loihi.netx.NetxLoader;
import org.hillock.loihi.netx.NetxWriter;
import org.hillock.loihi.read.MappingFile;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feed-forward mappings fire in netx as on the chip. */
class NetxExportTest {

  private static final int STEPS = 300;

  @TempDir Path folder;

  private final Population first = cells("first", 12);
  private final Population second = cells("second", 6);
  private final Population drive =
      new Population("drive", 8, "spike_generator", Map.of(), trains());

  private static Population cells(String name, int size) {
    return new Population(
        name,
        size,
        "iaf_psc_delta",
        Map.of(
            "tau_m", Distribution.of(20),
            "E_L", Distribution.of(0),
            "V_th", Distribution.of(20),
            "V_reset", Distribution.of(0),
            "t_ref", Distribution.of(0)));
  }

  private static SpikeTrains trains() {
    Random random = new Random(3);
    List<double[]> trains = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      trains.add(random.ints(1, STEPS).distinct().limit(90).sorted().asDoubleStream().toArray());
    }
    return SpikeTrains.of(trains);
  }

  private static Projection all(Population from, Population to, double weight) {
    return Nets.projection(
        from,
        to,
        new ConnectionRule.AllToAll(),
        new Distribution.Normal(weight, 1),
        Distribution.of(1));
  }

  private static Mapping compile(Network network) {
    return LoihiCompiler.compile(
        new LoihiCompiler.Subject("test", network, 1, Nets.SEED),
        Profiles.loihi(),
        LoihiCompiler.Options.of(1));
  }

  private static NetxExport.Exported export(Mapping mapping) throws IOException {
    return NetxExport.of(
        MappingFile.read("test", new StringReader(ReadMapping.text(mapping))), STEPS);
  }

  @Test
  void shouldFireAsOnTheChip() throws IOException {
    Mapping mapping =
        compile(
            new Network(
                List.of(first, second, drive),
                List.of(),
                List.of(all(drive, first, 4), all(first, second, 3))));
    NetxExport.Exported exported = export(mapping);
    Path file = folder.resolve("x.net");
    NetxWriter.write(exported.network(), file);
    boolean[][] input = new boolean[STEPS][8];
    for (int i = 0; i < 8; i++) {
      for (double time : trains().train(i)) {
        // Lands in the block in the step after it is sent; row t of the loader is step t + 1.
        input[(int) time][i] = true;
      }
    }
    boolean[][] out = NetxLoader.run(NetxLoader.load(file), input);
    Map<String, List<Integer>> chip =
        new MappedChip(ReadMapping.of(ReadMapping.text(mapping))).run(STEPS, 1);
    int same = 0;
    int different = 0;
    for (int n = 0; n < 6; n++) {
      List<Integer> own = chip.getOrDefault("second[" + n + "]", List.of());
      for (int t = 0; t < STEPS; t++) {
        if (out[t][n] == own.contains(t + 1)) {
          same += out[t][n] ? 1 : 0;
        } else {
          different++;
        }
      }
    }
    assertTrue(same > 200, same + " spikes");
    // v in coarser units truncates earlier where it decays.
    assertTrue(different <= same / 50, different + " of " + same);
    assertTrue(
        exported.warnings().stream()
            .allMatch(
                w ->
                    w.contains("netx has no weight exponent")
                        || w.startsWith("drive: netx has no spikes of its own")),
        exported.warnings().toString());
  }

  private static String refusal(Population[] populations, Projection... projections) {
    Network network = new Network(List.of(populations), List.of(), List.of(projections));
    return assertThrows(FormatException.class, () -> export(compile(network))).getMessage();
  }

  @Test
  void shouldRefuseWhatIsNoChain() {
    Population[] three = {first, second, drive};
    assertEquals(
        "drive: found synapses onto first, second.\nWhat would help: synapses onto one population.",
        refusal(three, all(drive, first, 4), all(drive, second, 4)));
    assertEquals(
        "first: found synapses within it.\nWhat would help: input from one other population or input.",
        refusal(new Population[] {first, drive}, all(first, first, 4)));
    assertEquals(
        "first: found input from second and drive.\nWhat would help: input from one other population or"
            + " input.",
        refusal(three, all(drive, first, 4), all(second, first, 4)));
    assertEquals(
        "second: found no way from an input to it.\nWhat would help: input, or input to what it hears.",
        refusal(three, all(drive, first, 4)));
    Population other = new Population("other", 8, "poisson_generator", Map.of());
    assertEquals(
        "other: found a second input.\nWhat would help: one, drive.",
        refusal(
            new Population[] {first, second, drive, other},
            all(drive, first, 4),
            all(other, second, 4)));
    assertEquals(
        "first, neurons: found different kinds.\nWhat would help: the same parameters for all neurons.",
        refusal(
            new Population[] {
              new Population(
                  "first", 12, "iaf_psc_delta", Map.of("V_th", new Distribution.Uniform(-55, -50))),
              drive
            },
            all(drive, first, 4)));
  }
}
