package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hillock.format.FormatException;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.sanafe.SanaFeChip;
import org.hillock.loihi.sanafe.SanaFeExport;
import org.hillock.loihi.sanafe.SanaFeFiles;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.junit.jupiter.api.Test;

/** Compiled networks, told to SANA-FE, fire there as on the chip. */
class SanaFeAgreementTest {

  private static final int STEPS = 600;

  private static Map<String, Distribution> cell(double current) {
    return Map.of(
        "tau_m", Distribution.of(20),
        "E_L", Distribution.of(0),
        "V_th", Distribution.of(20),
        "V_reset", Distribution.of(0),
        "t_ref", Distribution.of(2),
        "C_m", Distribution.of(250),
        "I_e", Distribution.of(current));
  }

  /** Excitation and inhibition, driven by given spikes; delays are in steps of 1 ms. */
  private static Network driven(double current, double longest, double firstSpike) {
    Population exc = new Population("exc", 40, "iaf_psc_delta", cell(current));
    Population inh = new Population("inh", 10, "iaf_psc_delta", cell(0));
    Random random = new Random(7);
    List<double[]> trains = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int train = i;
      trains.add(
          random
              .ints(1, STEPS)
              .distinct()
              .limit(120)
              .sorted()
              .mapToDouble(t -> train == 0 && t == 1 ? firstSpike : t)
              .toArray());
    }
    trains.get(0)[0] = firstSpike;
    Population drive =
        new Population("drive", 30, "spike_generator", Map.of(), SpikeTrains.of(trains));
    Distribution delays = new Distribution.Uniform(0.6, longest);
    List<Projection> projections =
        List.of(
            Nets.projection(
                drive, exc, new ConnectionRule.FixedIndegree(10), Distribution.of(4), delays),
            Nets.projection(exc, inh, new ConnectionRule.AllToAll(), Distribution.of(1.5), delays),
            Nets.projection(
                exc, exc, new ConnectionRule.FixedIndegree(5), Distribution.of(0.7), delays),
            Nets.projection(
                inh, exc, new PairwiseBernoulli(0.3), new Distribution.Normal(-2, 0.5), delays));
    return new Network(List.of(exc, inh, drive), List.of(), projections);
  }

  private static Mapping compile(Network network, ChipProfile profile) {
    return LoihiCompiler.compile(
        new LoihiCompiler.Subject("driven", network, 1, Nets.SEED),
        profile,
        LoihiCompiler.Options.of(1));
  }

  private static MappingFile read(Mapping mapping) throws IOException {
    return MappingFile.read("test", new StringReader(ReadMapping.text(mapping)));
  }

  private static SanaFeFiles files(SanaFeExport export) throws IOException {
    StringWriter architecture = new StringWriter();
    StringWriter network = new StringWriter();
    export.writeArchitecture(architecture);
    export.writeNetwork(network);
    return new SanaFeFiles(architecture.toString(), network.toString());
  }

  /** Whether both fire alike on the chip's own steps; how often they do. */
  private static int compare(Network network, ChipProfile profile) throws IOException {
    Mapping mapping = compile(network, profile);
    SanaFeExport export = new SanaFeExport(read(mapping));
    Map<String, List<Integer>> found =
        new SanaFeChip(files(export)).run(STEPS + export.firstTimeStep());
    Map<String, List<Integer>> chip =
        new MappedChip(ReadMapping.of(ReadMapping.text(mapping))).run(STEPS, 1);
    int spikes = 0;
    for (String population : List.of("exc", "inh")) {
      Map<Integer, List<Integer>> expected = new HashMap<>();
      for (int i = 0; i < network.population(population).size(); i++) {
        List<Integer> own =
            chip.getOrDefault(population + "[" + i + "]", List.of()).stream()
                .map(step -> step + export.firstTimeStep())
                .toList();
        assertEquals(own, found.getOrDefault(population + "." + i, List.of()), population + i);
        expected.put(i, own);
        spikes += own.size();
      }
    }
    return spikes;
  }

  @Test
  void shouldFireAsOnTheChip() throws IOException {
    assertTrue(compare(driven(0, 1.4, 1), Profiles.loihi()) > 500);
  }

  @Test
  void shouldFireAsOnTheChipWithDelays() throws IOException {
    assertTrue(compare(driven(0, 6.4, 1), Profiles.loihi()) > 500);
  }

  @Test
  void shouldFireAsOnTheChipWithABias() throws IOException {
    assertTrue(compare(driven(150, 6.4, 1), Profiles.loihi()) > 500);
  }

  @Test
  void shouldFireAsOnTheChipFromStep0On() throws IOException {
    Network plain = driven(0, 1.4, 1);
    Input early =
        new Input.Spikes(
            "early",
            List.of(NeuronRange.all(plain.population("exc"))),
            SpikeTrains.of(List.of(new double[] {0, 30})),
            Distribution.of(4),
            1);
    Network network = new Network(plain.populations(), List.of(early), plain.projections());
    assertEquals(1, new SanaFeExport(read(compile(network, Profiles.loihi()))).firstTimeStep());
    assertTrue(compare(network, Profiles.loihi()) > 500);
  }

  @Test
  void shouldFireAsOnTheChipOnManyCoresOfSeveralChips() throws IOException {
    ChipProfile small = Profiles.with("core.compartments", 6, "coresPerChip", 4);
    assertTrue(compile(driven(0, 6.4, 1), small).chips() > 1);
    assertTrue(compare(driven(0, 6.4, 1), small) > 500);
  }

  @Test
  void shouldRefuseLongDelaysUnlessThereAreRelays() throws IOException {
    Network network = driven(0, 9.4, 1);
    FormatException refusal =
        assertThrows(
            FormatException.class,
            () -> new SanaFeExport(read(compile(network, Profiles.loihi()))));
    assertTrue(refusal.where().contains(" → "), refusal.where());
    assertTrue(
        refusal.getMessage().contains("steps, and SANA-FE's dendrites hold 5"),
        refusal.getMessage());
    assertTrue(refusal.remedy().contains("synapse.delayMax 5"), refusal.remedy());
    assertTrue(compare(network, Profiles.with("synapse.delayMax", 5)) > 500);
  }

  @Test
  void shouldKeepMeanAndVarianceOfPoissonInput() throws IOException {
    MappingFile mapping = read(Nets.compile(Nets.brunel(20), Profiles.with("synapse.delayMax", 5)));
    SanaFeExport export = new SanaFeExport(mapping);
    SanaFeFiles files = files(export);
    Map<String, List<Integer>> spikes = new SanaFeChip(files).run(400);
    int fired = 0;
    for (int i = 0; i < 100; i++) {
      fired += spikes.getOrDefault("drive." + i, List.of()).size();
    }
    // λ = 0.16 spikes in a step of 0.1 ms: at most one, of 1 + λ times the weight.
    double mean = mapping.ports().get(0).rate() * 0.1 / 1000;
    assertEquals(mean / (1 + mean), fired / 40_000.0, 0.01);
    assertEquals(
        List.of(
            "drive: its Poisson spikes are drawn anew, of the same rate but not those of the emulated"
                + " chip",
            "drive: fires 9 steps earlier than on the chip, from the first time-step on",
            "drive: SANA-FE's inputs fire at most once a step; instead of 0.0160 spikes on average"
                + " there is one of 1.02 times the weight with probability 0.0157: the same mean"
                + " and variance, but 1/1.02 of the synaptic events and their energy"),
        export.warnings().stream().filter(w -> w.startsWith("drive")).toList());
  }

  @Test
  void shouldDrawPoissonSpikesThatStop() throws IOException {
    Population cells = new Population("cells", 2, "iaf_psc_delta", cell(0));
    Network network =
        new Network(
            List.of(cells),
            List.of(
                new Input.Poisson(
                    "brief",
                    List.of(NeuronRange.all(cells)),
                    200,
                    Distribution.of(1),
                    1,
                    100,
                    400)),
            List.of());
    SanaFeExport export = new SanaFeExport(read(compile(network, Profiles.loihi())));
    Map<String, List<Integer>> spikes = new SanaFeChip(files(export)).run(STEPS);
    List<Integer> train = spikes.getOrDefault("brief.0", List.of());
    assertTrue(train.size() > 30 && train.size() < 70, train.toString());
    assertTrue(train.get(0) >= 100 && train.get(train.size() - 1) <= 400, train.toString());
  }

  @Test
  void shouldRefuseWhatInputsCannotDo() {
    Population cells = new Population("cells", 2, "iaf_psc_delta", cell(0));
    List<NeuronRange> all = List.of(NeuronRange.all(cells));
    Input twice =
        new Input.Spikes(
            "volley", all, SpikeTrains.of(List.of(new double[] {2.9, 3})), Distribution.of(1), 1);
    assertEquals(
        "input volley[0]: it fires several times in step 3, and SANA-FE's inputs once at most.\n"
            + "What would help: a shorter --chip-step, or an input for each of the trains.",
        refusal(new Network(List.of(cells), List.of(twice), List.of())));
    Input late = new Input.Poisson("late", all, 10, Distribution.of(1), 1, 50, 1.0 / 0);
    assertTrue(
        refusal(new Network(List.of(cells), List.of(late), List.of()))
            .contains("SANA-FE's inputs know no start"));
    Population source =
        new Population("noise", 1, "poisson_generator", Map.of("rate", Distribution.of(20)));
    Population parrot = new Population("parrot", 1, "parrot_neuron", Map.of());
    Network relayed =
        new Network(
            List.of(source, parrot, cells),
            List.of(),
            List.of(
                Nets.projection(source, parrot, new ConnectionRule.AllToAll(), 1, 1),
                Nets.projection(parrot, cells, new ConnectionRule.AllToAll(), 1, 1)));
    assertTrue(refusal(relayed).startsWith("input parrot[0]: it repeats"), refusal(relayed));
  }

  private static String refusal(Network network) {
    return assertThrows(
            FormatException.class, () -> new SanaFeExport(read(compile(network, Profiles.loihi()))))
        .getMessage();
  }

  @Test
  void shouldNameWhatComesOutOtherwise() throws IOException {
    List<String> warnings =
        new SanaFeExport(read(Nets.compile(Nets.ring(2, 4), Profiles.with("synapse.delayMax", 5))))
            .warnings();
    assertTrue(
        warnings.get(0).startsWith("p0, p1: the synaptic current decays in floating point"),
        warnings.get(0));
    assertTrue(warnings.get(1).startsWith("p0, p1: what arrives while"), warnings.get(1));
    assertEquals(
        "p0, p1: neurons begin at v = 0 and without a current, for SANA-FE knows no other start",
        warnings.get(2));
  }

  @Test
  void shouldReadInABlockWhatIsConnectedAsABlock() throws IOException {
    SanaFeFiles files =
        files(
            new SanaFeExport(
                read(Nets.compile(Nets.ring(2, 30), Profiles.with("synapse.delayMax", 5)))));
    assertTrue(files.denseEdges() > 0);
  }
}
