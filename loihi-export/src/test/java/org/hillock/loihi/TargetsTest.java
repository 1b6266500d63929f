package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.loihi.emulate.SynapseFormat;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.run.ChipSimulation;
import org.hillock.loihi.run.EmulatedChip;
import org.hillock.loihi.validate.MappingValidator;
import org.hillock.loihi.write.MappingSchema;
import org.hillock.loihi.write.MappingSummary;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.record.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every chip that ships takes a small network, and what comes out is what was asked for. */
class TargetsTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(MappingSchema.json(), InputFormat.JSON);

  /** Two layers of one weight and one delay each: the least that every chip can do. */
  static Network layers() {
    Population first = new Population("first", 20, "iaf_psc_delta", Nets.delta());
    Population second = new Population("second", 10, "iaf_psc_delta", Nets.delta());
    return new Network(
        List.of(first, second),
        List.of(Nets.poisson(8000, 0.4, first)),
        List.of(
            Nets.projection(first, second, new ConnectionRule.AllToAll(), 3.2, 1.5),
            Nets.projection(second, second, new ConnectionRule.AllToAll(), -1.6, 1.5)));
  }

  @ParameterizedTest
  @MethodSource("org.hillock.loihi.chip.ProfileReader#names")
  void shouldTakeASmallNetworkWholly(String name) throws IOException {
    ChipProfile profile = ProfileReader.find(name);
    Network network = layers();
    Mapping mapping = Nets.compile(network, profile);
    String text = ReadMapping.text(mapping);
    assertEquals(List.of(), complaints(text));
    MappingFile file = MappingFile.read("mapping.json", new StringReader(text));
    assertEquals(profile, file.chip());
    MappingValidator.Result result = MappingValidator.validate(file, network);
    assertEquals(List.of(), result.complaints());
    assertEquals(mapping.synapses(), result.matched());
    if (profile.synapse().fullWeightBits() == SynapseFormat.FULL_BITS) {
      assertTrue(spikes(file, network) > 100);
    }
  }

  private static int spikes(MappingFile file, Network network) throws IOException {
    EmulatedChip chip = EmulatedChip.of(file, network, ChipArithmetic.LAVA);
    RunSettings settings = new RunSettings(Nets.STEP, 20, 200, Nets.SEED, 1);
    Recording what =
        Recording.spikesOf(network.populations().stream().map(NeuronRange::all).toList());
    return new ChipSimulation(chip, network, settings, what, RunListener.NONE)
        .run(RunListener.NONE).spikes().stream().mapToInt(one -> one.size()).sum();
  }

  @Test
  void shouldWriteProgrammesAsTheSchemaSays() throws IOException {
    Network network = AdaptingNets.few();
    Mapping mapping = Nets.compile(network, TwoEngines.loihi2());
    String text = ReadMapping.text(mapping);
    assertEquals(List.of(), complaints(text));
    MappingFile file = MappingFile.read("mapping.json", new StringReader(text));
    MappingValidator.Result result = MappingValidator.validate(file, network);
    assertEquals(List.of(), result.complaints());
    assertEquals(mapping.synapses(), result.matched());
    assertEquals(1, complaints(text.replaceFirst("\"substeps\":1", "\"substeps\":3")).size());
    assertEquals(1, complaints(text.replaceFirst("\"theta1\"", "\"theta3\"")).size());
    assertTrue(complaints(text.replaceFirst("\"a_per_ms\"", "\"tau_m_ms\"")).size() > 0);
  }

  private static List<String> complaints(String text) {
    return SCHEMA.validate(text, InputFormat.JSON).stream().limit(3).map(Object::toString).toList();
  }

  @Test
  void shouldEstimateOnlyWhereCostsAreKnown() throws IOException {
    String loihi1 = MappingSummary.of(Nets.compile(layers(), ProfileReader.find("loihi1")));
    String loihi2 = MappingSummary.of(Nets.compile(layers(), ProfileReader.find("loihi2")));
    assertTrue(loihi1.contains("estimate for a second"));
    assertTrue(!loihi2.contains("estimate"));
  }
}
