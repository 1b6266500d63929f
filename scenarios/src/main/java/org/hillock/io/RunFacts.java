package org.hillock.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.scenario.claim.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says of a run to people: nothing is computed here. A number that the manifest
 * does not have is not a number, a text that it does not have is empty.
 *
 * @param name of the scenario
 * @param title one line that says what it shows
 * @param reference the publication that it follows
 * @param origin by whom and how it was run
 * @param partial whether it was interrupted
 * @param leftOut files that could not be written
 * @param counts neurons, synapses, spikes and events by their keys, whole numbers
 * @param times wall-clock times and memory by their keys [s, MiB], real-time factor
 * @param shares how the time of simulating divides [s]
 * @param clock step, warm-up, duration and end by their keys [ms]
 * @param sets what {@code --set} changed, as written
 * @param parameters every parameter, resolved, with its unit
 * @param populations the populations in their order
 * @param claims the claims and what was found
 * @param phases of the protocol, as far as the run came
 * @param spikesSha256 hash of the spikes
 */
public record RunFacts(
    String name,
    String title,
    String reference,
    Origin origin,
    boolean partial,
    List<String> leftOut,
    Map<String, Double> counts,
    Map<String, Double> times,
    Map<String, Double> shares,
    Map<String, Double> clock,
    Map<String, String> sets,
    Map<String, String> parameters,
    List<PopulationFacts> populations,
    List<Claim> claims,
    List<PhaseFacts> phases,
    String spikesSha256) {

  private static final List<String> COUNTS =
      List.of("neurons", "synapses", "spikes", "spikes_recorded", "synaptic_events");
  private static final List<String> TIMES =
      List.of("build_s", "warmup_s", "simulate_s", "real_time_factor", "peak_memory_mib");
  private static final List<String> SHARES = List.of("deliver", "update", "exchange", "record");
  private static final List<String> CLOCK =
      List.of("step_ms", "warmup_ms", "duration_ms", "end_ms");

  /**
   * By whom and how a scenario was run.
   *
   * @param engine its name
   * @param seed of all random numbers
   * @param threads as many took part
   * @param jvm name and version of the virtual machine
   * @param hillock version of the program
   * @param from whose state it began with
   * @param chip name of the chip that was emulated
   * @param cores of the chip that were in use
   * @param chipStep what a time-step of it stood for [ms]
   * @param arithmetic whose account of the hardware was followed
   */
  public record Origin(
      String engine,
      String seed,
      double threads,
      String jvm,
      String hillock,
      String from,
      String chip,
      double cores,
      double chipStep,
      String arithmetic) {}

  /**
   * A population and what it did.
   *
   * @param name of the population
   * @param size number of neurons
   * @param model of its neurons
   * @param spikes after the warm-up
   * @param rate [Hz]
   * @param cv of its intervals, mean over neurons
   */
  public record PopulationFacts(
      String name, int size, String model, double spikes, double rate, double cv) {}

  /**
   * A claim of the scenario.
   *
   * @param text as written
   * @param found what was measured, with its unit
   * @param outcome whether it holds, if the run recorded what it is about
   */
  public record Claim(String text, String found, Verdict.Outcome outcome) {
    /** Whether it holds. */
    public boolean passed() {
      return outcome == Verdict.Outcome.HOLDS;
    }
  }

  /**
   * A phase of the protocol.
   *
   * @param name of the phase
   * @param trial from 0 on
   * @param begin [ms]
   * @param end [ms]
   */
  public record PhaseFacts(String name, int trial, double begin, double end) {}

  /**
   * Reads them.
   *
   * @throws ResultFormatException if a field is missing or not what it should be
   */
  static RunFacts of(JsonFields fields) throws IOException {
    return new RunFacts(
        fields.text("scenario"),
        fields.text("title", ""),
        fields.text("reference", ""),
        origin(fields),
        fields.truth("partial"),
        List.copyOf(fields.texts("left_out")),
        numbers(fields, COUNTS),
        numbers(fields, TIMES),
        numbers(fields.has("phases_s") ? fields.object("phases_s") : null, SHARES),
        numbers(fields.object("time"), CLOCK),
        texts(fields, "set"),
        texts(fields, "parameters"),
        populations(fields.object("populations")),
        claims(fields),
        phases(fields),
        fields.text("spikes_sha256", ""));
  }

  private static Origin origin(JsonFields fields) throws IOException {
    JsonFields chip = fields.has("chip") ? fields.object("chip") : null;
    return new Origin(
        fields.text("engine"),
        fields.digits("seed"),
        fields.number("threads"),
        fields.text("jvm", ""),
        fields.text("hillock", ""),
        fields.text("from", ""),
        chip == null ? "" : chip.text("target"),
        chip == null ? Double.NaN : chip.number("cores"),
        chip == null ? Double.NaN : chip.number("step_ms"),
        chip == null ? "" : chip.text("arithmetic"));
  }

  private static Map<String, Double> numbers(@Nullable JsonFields fields, List<String> names)
      throws IOException {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String name : names) {
      numbers.put(name, fields == null ? Double.NaN : number(fields, name));
    }
    return numbers;
  }

  private static double number(JsonFields fields, String name) throws IOException {
    return fields.has(name) ? fields.number(name) : Double.NaN;
  }

  private static Map<String, String> texts(JsonFields fields, String name) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    if (fields.has(name)) {
      JsonFields object = fields.object(name);
      for (String key : object.names()) {
        texts.put(key, object.text(key));
      }
    }
    return texts;
  }

  private static List<PopulationFacts> populations(JsonFields fields) throws IOException {
    List<PopulationFacts> populations = new ArrayList<>();
    for (String name : fields.names()) {
      JsonFields one = fields.object(name);
      populations.add(
          new PopulationFacts(
              name,
              one.whole("size", 1, Integer.MAX_VALUE),
              one.text("model"),
              number(one, "spikes"),
              number(one, "rate_hz"),
              number(one, "cv_isi")));
    }
    return populations;
  }

  private static List<Claim> claims(JsonFields fields) throws IOException {
    List<Claim> claims = new ArrayList<>();
    for (JsonFields claim : fields.objects("expectations")) {
      claims.add(new Claim(claim.text("text"), claim.text("value_text", ""), outcome(claim)));
    }
    return claims;
  }

  private static Verdict.Outcome outcome(JsonFields claim) throws IOException {
    if (claim.names().contains("passed") && !claim.has("passed")) {
      return Verdict.Outcome.OUTSIDE;
    }
    return claim.truth("passed") ? Verdict.Outcome.HOLDS : Verdict.Outcome.FAILS;
  }

  private static List<PhaseFacts> phases(JsonFields fields) throws IOException {
    List<PhaseFacts> phases = new ArrayList<>();
    if (fields.has("protocol")) {
      for (JsonFields phase : fields.objects("protocol")) {
        phases.add(
            new PhaseFacts(
                phase.text("phase"),
                phase.whole("trial", 0, Integer.MAX_VALUE),
                phase.number("begin_ms"),
                phase.number("end_ms")));
      }
    }
    return phases;
  }

  /** Whether no claim fails. */
  public boolean passed() {
    return claims.stream().noneMatch(claim -> claim.outcome() == Verdict.Outcome.FAILS);
  }
}
