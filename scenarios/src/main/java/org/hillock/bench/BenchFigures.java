package org.hillock.bench;

import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.List;

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
    double record) {

  /** The figures of a manifest. */
  static BenchFigures of(JsonObject manifest) {
    double wall = manifest.get("simulate_s").getAsDouble();
    double factor = manifest.get("real_time_factor").getAsDouble();
    JsonObject phases = manifest.getAsJsonObject("phases_s");
    double simulated = wall / factor;
    return new BenchFigures(
        manifest.get("neurons").getAsLong(),
        manifest.get("synapses").getAsLong(),
        manifest.get("threads").getAsInt(),
        manifest.get("build_s").getAsDouble(),
        factor,
        manifest.get("synaptic_events").getAsDouble() / wall,
        manifest.get("peak_memory_mib").getAsDouble(),
        phases.get("deliver").getAsDouble() / simulated,
        phases.get("update").getAsDouble() / simulated,
        phases.get("exchange").getAsDouble() / simulated,
        phases.get("record").getAsDouble() / simulated);
  }

  /** The run with the median real-time factor, the slower of two. */
  public static BenchFigures median(List<BenchFigures> runs) {
    return runs.stream()
        .sorted(Comparator.comparingDouble(BenchFigures::realTimeFactor))
        .skip(runs.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
