package org.hillock.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a manifest, and what follows from it. */
class BenchFiguresTest {

  /** Two threads take 3 s for 2 s, with 600 million events. */
  private static JsonObject manifest() {
    return JsonParser.parseString(
            """
            {"neurons": 100, "synapses": 5000, "threads": 2, "build_s": 0.5, "simulate_s": 3,
             "real_time_factor": 1.5, "synaptic_events": 600000000, "peak_memory_mib": 80,
             "phases_s": {"deliver": 1, "update": 1.2, "exchange": 0.6, "record": 0.2},
             "spikes_sha256": "ab12"}
            """)
        .getAsJsonObject();
  }

  @Test
  void followFromTheManifest() throws IOException {
    BenchFigures figures = BenchFigures.of(manifest());
    assertEquals(3.0, figures.coreSeconds(), 1e-12);
    // 3 s of two threads for 600 million
    assertEquals(10.0, figures.nanosPerEvent(), 1e-9);
    assertEquals(300e6, figures.eventsPerBiologicalSecond(), 1e-3);
    assertEquals(0.5, figures.deliver(), 1e-12);
    assertEquals("ab12", figures.spikesSha256());
  }

  @Test
  void haveNoCostOfAnEventWhereThereIsNone() throws IOException {
    JsonObject manifest = manifest();
    manifest.addProperty("synaptic_events", 0);
    assertTrue(Double.isNaN(BenchFigures.of(manifest).nanosPerEvent()));
  }

  @Test
  void doNotNeedTheHashOfTheSpikes() throws IOException {
    JsonObject manifest = manifest();
    manifest.remove("spikes_sha256");
    assertNull(BenchFigures.of(manifest).spikesSha256());
  }

  @ParameterizedTest
  @ValueSource(strings = {"real_time_factor", "phases_s", "peak_memory_mib"})
  void nameWhatTheManifestOfAnotherVersionLacks(String key) {
    JsonObject manifest = manifest();
    manifest.remove(key);
    IOException failure = assertThrows(IOException.class, () -> BenchFigures.of(manifest));
    assertEquals(
        "manifest.json has no '" + key + "', which figures are made of", failure.getMessage());
  }
}
