package org.hillock.bench;

import java.util.ArrayList;
import java.util.List;
import org.hillock.scenario.source.Engine;

/**
 * One thing to measure: a scenario and the options with which {@code hillock run} runs it. Small
 * networks are given a warm-up in which the virtual machine compiles what they need.
 *
 * @param name what it is called
 * @param scenario name of the scenario that is run
 * @param options further options of {@code hillock run}
 */
public record BenchCase(String name, String scenario, List<String> options) {

  /** The case whose size {@code --scale} says. */
  public static final String MICROCIRCUIT = "microcircuit";

  /** From this part of the microcircuit on a second is long enough to compile in. */
  private static final double LARGE = 0.5;

  public BenchCase {
    options = List.copyOf(options);
  }

  /**
   * The standard cases.
   *
   * @param scale part of the microcircuit, such as 0.1
   */
  public static List<BenchCase> standard(double scale) {
    String part = scale == 1 ? "1" : Double.toString(scale);
    BenchCase million = of("sparse-million", "sparse-million", "500 ms", "2 s");
    return List.of(
        scale < LARGE
            ? of(MICROCIRCUIT, "cortical-microcircuit", "5 s", "20 s", "scale=" + part)
            : of(MICROCIRCUIT, "cortical-microcircuit", "500 ms", "1 s", "scale=" + part),
        of("brunel", "brunel", "1 s", "4 s", "V_reset=0 mV"),
        of("cuba", "vogels-abbott", "20 s", "50 s"),
        of("coba", "vogels-abbott", "5 s", "20 s", "synapses=conductance"),
        of("adex", "adex", "5 s", "10 s"),
        of("hpc", "hpc", "100 ms", "250 ms"),
        of("brunel-stdp", "brunel-stdp", "1 s", "2 s"),
        million,
        of("brunel-exp", "brunel-exp", "200 ms", "1 s"),
        new BenchCase("sparse-million-event", million.scenario(), million.options())
            .on(Engine.event),
        of("one-neuron", "one-neuron", "20 s", "100 s"));
  }

  /**
   * The standard cases, and those that are run only by their name since they take long.
   *
   * @param scale part of the microcircuit, such as 0.1
   */
  public static List<BenchCase> all(double scale) {
    List<BenchCase> all = new ArrayList<>(standard(scale));
    all.add(of("million", "scaling", "200 ms", "500 ms", "N=1000000", "K=300", "rate=5 Hz"));
    return all;
  }

  private static BenchCase of(
      String name, String scenario, String warmup, String duration, String... sets) {
    List<String> options = new ArrayList<>();
    for (String set : sets) {
      options.add("--set");
      options.add(set);
    }
    options.add("--set");
    options.add("time.warmup=" + warmup);
    options.add("--duration");
    options.add(duration);
    return new BenchCase(name, scenario, options);
  }

  /** The same with further options. */
  public BenchCase with(String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new BenchCase(name, scenario, all);
  }

  /** The same on an engine, in place of the case's own. */
  public BenchCase on(Engine engine) {
    List<String> all = new ArrayList<>(options);
    int given = all.indexOf("--engine");
    if (given >= 0) {
      all.subList(given, given + 2).clear();
    }
    all.addAll(List.of("--engine", engine.name()));
    return new BenchCase(name, scenario, all);
  }

  /**
   * The same, simulated for another time.
   *
   * @param duration with its unit
   */
  public BenchCase lasting(String duration) {
    List<String> all = new ArrayList<>(options);
    all.set(all.indexOf("--duration") + 1, duration);
    return new BenchCase(name, scenario, all);
  }

  /** What follows the verb in the command that runs the case. */
  public List<String> scenarioAndOptions() {
    List<String> words = new ArrayList<>();
    words.add(scenario);
    words.addAll(options);
    return words;
  }

  /** The command that runs the case. */
  public String command() {
    StringBuilder command = new StringBuilder("./hillock run " + scenario);
    for (String option : options) {
      command.append(' ').append(option.contains(" ") ? "'" + option + "'" : option);
    }
    return command + " --no-plots --no-expect";
  }
}
