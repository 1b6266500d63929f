package org.hillock.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What one run took, as its manifest says.
 *
 * @param neurons neurons
 * @param synapses synapses
 * @param threads worker threads
 * @param buildSeconds to create and connect the network [s]
 * @param realTimeFactor wall-clock time per simulated time
 * @param eventsPerSecond synaptic events per second of wall-clock time
 * @param mebibytes most memory that the process held [MiB]
 * @param deliver part of the real-time factor that goes to the delivery of spikes
 * @param update to neurons and their inputs
 * @param exchange to what threads tell each other, waiting included
 * @param record to recording
 * @param spikesSha256 hash of the spikes; null if the run does not tell
 */
public record BenchFigures(
    long neurons,
    long synapses,
    int threads,
    double buildSeconds,
    double realTimeFactor,
    double eventsPerSecond,
    double mebibytes,
    double deliver,
    double update,
    double exchange,
    double record,
    @Nullable String spikesSha256) {

  private static final double NANOS = 1e9;

  /**
   * The figures of a manifest.
   *
   * @throws IOException if a field is missing, as in one of another version
   */
  static BenchFigures of(JsonObject manifest) throws IOException {
    double wall = number(manifest, "simulate_s");
    double factor = number(manifest, "real_time_factor");
    double simulated = wall / factor;
    if (!(manifest.get("phases_s") instanceof JsonObject phases)) {
      throw missing("phases_s");
    }
    return new BenchFigures(
        (long) number(manifest, "neurons"),
        (long) number(manifest, "synapses"),
        (int) number(manifest, "threads"),
        number(manifest, "build_s"),
        factor,
        number(manifest, "synaptic_events") / wall,
        number(manifest, "peak_memory_mib"),
        number(phases, "deliver") / simulated,
        number(phases, "update") / simulated,
        number(phases, "exchange") / simulated,
        number(phases, "record") / simulated,
        manifest.get("spikes_sha256") instanceof JsonPrimitive hash ? hash.getAsString() : null);
  }

  private static double number(JsonObject object, String key) throws IOException {
    if (object.get(key) instanceof JsonPrimitive value && value.isNumber()) {
      return value.getAsDouble();
    }
    throw missing(key);
  }

  private static IOException missing(String key) {
    return new IOException("manifest.json has no '" + key + "', which figures are made of");
  }

  /** Time of all threads together per simulated time: core-seconds a biological second. */
  public double coreSeconds() {
    return realTimeFactor * threads;
  }

  /** Time of all threads together for each synaptic event [ns]; not a number without events. */
  public double nanosPerEvent() {
    return eventsPerSecond == 0 ? Double.NaN : NANOS * threads / eventsPerSecond;
  }

  /** Synaptic events per simulated second. */
  double eventsPerBiologicalSecond() {
    return eventsPerSecond * realTimeFactor;
  }
}
