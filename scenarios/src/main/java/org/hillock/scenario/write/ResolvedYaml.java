package org.hillock.scenario.write;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.hillock.analysis.TimeWindow;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.Models;
import org.hillock.model.NeuronDescription;
import org.hillock.model.Parameter;
import org.hillock.model.SynapseModel;
import org.hillock.network.Carried;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Lesioned;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.network.ThirdFactor;
import org.hillock.record.Recording;
import org.hillock.record.SampleTimes;
import org.hillock.scenario.Phase;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.claim.Expectation;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.section.PlotSettings;
import org.hillock.scenario.section.TitleText;
import org.hillock.stimulus.Presentation;
import org.jspecify.annotations.Nullable;

/**
 * Writes a scenario as it was run: every formula evaluated, everything inherited or read from a CSV
 * file written out. The result is a scenario file again and gives the same network; numbers are
 * written so that they read back to the same doubles.
 */
public final class ResolvedYaml {

  private static final Gson QUOTE = new GsonBuilder().disableHtmlEscaping().create();
  private static final MeasurementUnit MS = MeasurementUnit.MILLISECOND;
  private static final MeasurementUnit VELOCITY = MeasurementUnit.canonical(Dimension.VELOCITY);

  private final StringBuilder out = new StringBuilder();
  private final Network network;

  private ResolvedYaml(Network network) {
    this.network = network;
  }

  /** The scenario as YAML. */
  public static String of(Scenario scenario) {
    ResolvedYaml yaml = new ResolvedYaml(scenario.network());
    yaml.head(scenario);
    yaml.populations();
    yaml.inputs();
    yaml.projections();
    yaml.protocol(scenario.phases());
    yaml.presentations(scenario);
    yaml.recording(scenario.recording(), scenario.settings());
    yaml.plots(scenario);
    yaml.claims(scenario.expectations());
    return yaml.out.toString();
  }

  private void head(Scenario scenario) {
    RunSettings settings = scenario.settings();
    out.append("scenario: ").append(quoted(scenario.name())).append('\n');
    out.append("title: ").append(quoted(TitleText.escaped(scenario.title()))).append('\n');
    if (scenario.reference() != null) {
      out.append("reference: ").append(quoted(scenario.reference())).append('\n');
    }
    if (scenario.description() != null) {
      out.append("description: ").append(quoted(scenario.description())).append('\n');
    }
    if (settings.noiseSeed() == settings.seed()) {
      out.append("seed: ").append(settings.seed()).append('\n');
    } else {
      Flow seeds = new Flow();
      seeds.add("network", Long.toString(settings.seed()));
      seeds.add("noise", Long.toString(settings.noiseSeed()));
      out.append("seeds: ").append(seeds).append('\n');
    }
    Flow time = new Flow();
    if (!settings.continuous()) {
      time.add("step", WrittenValues.ms(settings.step()));
    }
    time.add("warmup", WrittenValues.ms(settings.warmup()));
    if (scenario.phases().isEmpty()) {
      time.add("duration", WrittenValues.ms(settings.duration()));
    }
    out.append("time: ").append(time).append('\n');
    Flow parameters = new Flow();
    scenario.parameters().forEach(parameters::add);
    out.append("parameters: ").append(parameters).append('\n');
  }

  /** Phases with the sections of the network that are others in them. */
  private void protocol(List<Phase> phases) {
    if (phases.isEmpty()) {
      return;
    }
    Map<String, String> usual = sections(network);
    Map<Network, String> known = new IdentityHashMap<>();
    out.append("protocol:\n");
    for (int i = 0; i < phases.size(); i++) {
      Phase phase = phases.get(i);
      String set =
          known.computeIfAbsent(
              phase.network(), of -> of == network ? "" : difference(usual, sections(of)));
      out.append("  - phase: ").append(phase.name()).append('\n');
      if (phase.label() != null) {
        out.append("    label: ").append(quoted(phase.label())).append('\n');
      }
      out.append("    duration: ").append(WrittenValues.ms(phase.duration())).append('\n');
      if (!phase.resets().isEmpty()) {
        out.append("    reset: [")
            .append(
                String.join(
                    ", ", phase.resets().stream().map(ResolvedYaml::plainOrQuoted).toList()))
            .append("]\n");
      }
      if (!phase.recorded()) {
        out.append("    record: false\n");
      }
      int repeat = 1;
      while (i + 1 < phases.size() && again(phase, phases.get(i + 1))) {
        i++;
        repeat++;
      }
      if (repeat > 1) {
        out.append("    repeat: ").append(repeat).append('\n');
      }
      out.append(set.isEmpty() ? "" : "    set:\n" + set.indent(6));
    }
  }

  /** What images showed, since spike times alone do not say it; phases say it themselves. */
  private void presentations(Scenario scenario) {
    Set<String> phases = new HashSet<>();
    scenario.phases().forEach(phase -> phases.add(phase.name()));
    List<Presentation> presentations =
        scenario.presentations().stream().filter(each -> !phases.contains(each.name())).toList();
    out.append(presentations.isEmpty() ? "" : "presentations:\n");
    for (Presentation each : presentations) {
      Flow fields = new Flow();
      fields.add("name", each.name());
      fields.add("image", Integer.toString(each.image()));
      if (each.label() != null) {
        fields.add("label", quoted(each.label()));
      }
      fields.add("begin", WrittenValues.ms(each.begin()));
      fields.add("end", WrittenValues.ms(each.end()));
      out.append("  - ").append(fields).append('\n');
    }
  }

  /** Claims about what a shorter run does not record would be mistakes in its own file. */
  private void claims(List<Expectation> claims) {
    out.append(claims.stream().allMatch(Expectation::outside) ? "expect: []\n" : "expect:\n");
    for (Expectation claim : claims) {
      out.append(claim.outside() ? "  # outside of this run: " : "  - ");
      out.append(quoted(claim.text())).append('\n');
    }
  }

  private static boolean again(Phase one, Phase next) {
    return one.name().equals(next.name())
        && Objects.equals(one.label(), next.label())
        && one.network() == next.network()
        && one.resets().equals(next.resets())
        && one.recorded() == next.recorded()
        && one.duration() == next.duration();
  }

  /**
   * What a phase may change of a network, as text: each population by itself, since others may have
   * many spikes to list, and each other section as a whole.
   */
  private static Map<String, String> sections(Network network) {
    ResolvedYaml yaml = new ResolvedYaml(network);
    Map<String, String> sections = new LinkedHashMap<>();
    for (Population population : network.populations()) {
      yaml.out.append("neurons.").append(population.name()).append(": ");
      yaml.out.append(fields(population)).append('\n');
      sections.put(population.name(), yaml.take());
    }
    yaml.inputs();
    sections.put("inputs:", yaml.take());
    yaml.projections();
    sections.put("synapses:", yaml.take());
    return sections;
  }

  private String take() {
    String text = out.toString();
    out.setLength(0);
    return text;
  }

  private static String difference(Map<String, String> usual, Map<String, String> now) {
    StringBuilder different = new StringBuilder();
    now.forEach((section, text) -> different.append(text.equals(usual.get(section)) ? "" : text));
    return different.toString();
  }

  private void populations() {
    out.append("neurons:\n");
    for (Population population : network.populations()) {
      out.append("  ").append(population.name()).append(": ");
      out.append(fields(population)).append('\n');
    }
  }

  private static Flow fields(Population population) {
    Flow fields = new Flow();
    fields.add("size", Integer.toString(population.size()));
    fields.add("model", population.model());
    NeuronValueFields.add(fields, population, Models.of(population));
    SpikeTrains trains = population.spikeTrains();
    if (trains != null) {
      fields.add("spike_times", trains(trains));
    }
    if (population.positions() != null) {
      fields.add("positions", PlaceFields.of(population.positions()));
    }
    GrowthFields.add(fields, population.growth());
    if (population.lesion() != null) {
      fields.add("lesion", Arrays.toString(population.lesion().neurons()));
    }
    return fields;
  }

  /** One train if all neurons play the same, so that the text does not grow with their number. */
  private static String trains(SpikeTrains trains) {
    boolean same = trains.count(0) > 0;
    for (int neuron = 1; neuron < trains.size() && same; neuron++) {
      same = same(trains, neuron);
    }
    if (same) {
      return WrittenValues.times(trains.train(0));
    }
    StringJoiner list = new StringJoiner(", ", "[", "]");
    for (int neuron = 0; neuron < trains.size(); neuron++) {
      list.add(WrittenValues.times(trains.train(neuron)));
    }
    return list.toString();
  }

  /** Whether a neuron plays what the first one does. */
  private static boolean same(SpikeTrains trains, int neuron) {
    if (trains.count(neuron) != trains.count(0)) {
      return false;
    }
    for (int spike = 0; spike < trains.count(0); spike++) {
      if (trains.time(neuron, spike) != trains.time(0, spike)) {
        return false;
      }
    }
    return true;
  }

  private void inputs() {
    out.append(network.inputs().isEmpty() ? "inputs: {}\n" : "inputs:\n");
    for (Input input : network.inputs()) {
      Flow fields = new Flow();
      fields.add("type", input.kind());
      NeuronRange first = input.targets().get(0);
      NeuronDescription reached = Models.of(network.population(first.population())).description();
      input.accept(
          new InputFields(
              fields,
              weightUnit(first, input.receptor()),
              MeasurementUnit.of(reached.currentUnit(input.receptor()))));
      if (input.receptor() != null) {
        fields.add("receptor", quoted(input.receptor()));
      }
      fields.add("to", ranges(input.targets()));
      out.append("  ").append(quoted(input.name())).append(": ").append(fields).append('\n');
    }
  }

  private void projections() {
    out.append(network.projections().isEmpty() ? "synapses: []\n" : "synapses:\n");
    for (int i = 0; i < network.projections().size(); i++) {
      Projection projection = network.projections().get(i);
      if (projection.rule().reverse() || projection.rule().thirdFactor() != null) {
        continue; // said by the one that it belongs to
      }
      Carried carried = projection.carries();
      MeasurementUnit unit =
          carried == null
              ? weightUnit(projection.target(), projection.receptor())
              : MeasurementUnit.NONE;
      Flow fields = new Flow();
      fields.add("name", quoted(projection.name()));
      fields.add("from", quoted(projection.source().toString()));
      fields.add("to", quoted(projection.target().toString()));
      fields.add("rule", projection.rule().ruleName());
      projection.rule().accept(new RuleFields(fields, unit));
      Distribution weight = projection.weight();
      Lesioned lesion = weight instanceof Lesioned some ? some : null;
      if (!projection.rule().hasWeights()) {
        fields.add("weight", WrittenValues.text(lesion == null ? weight : lesion.whole(), unit));
      }
      if (lesion != null) {
        fields.add("lesion", Numbers.text(lesion.part()));
      }
      if (!projection.rule().hasDelays()) {
        fields.add("delay", delay(projection));
      }
      if (projection.receptor() != null) {
        fields.add("receptor", quoted(projection.receptor()));
      }
      fields.add("autapses", Boolean.toString(projection.autapses()));
      if (i + 1 < network.projections().size()
          && network.projections().get(i + 1).rule().reverse()) {
        fields.add("symmetric", "true");
      }
      fields.add("multapses", Boolean.toString(projection.multapses()));
      if (i + 2 < network.projections().size()) {
        third(fields, network.projections().get(i + 1), network.projections().get(i + 2));
      }
      if (carried != null) {
        fields.add("carries", carried.variable());
        fields.add("feedback", carried.feedback().word());
      }
      if (projection.plasticity() != null) {
        fields.add("plasticity", plasticity(projection.plasticity(), unit));
        if (projection.plasticity().modulator() != null) {
          fields.add("modulator", quoted(projection.plasticity().modulator().toString()));
        }
      }
      if (projection.rewiring() != null) {
        fields.add("structural", GrowthFields.structural(projection.rewiring()));
      }
      out.append("  - ").append(fields).append('\n');
    }
  }

  /** Third neurons, if the next two projections are those to them and from them. */
  private void third(Flow fields, Projection in, Projection out) {
    ThirdFactor factor = in.rule().thirdFactor();
    if (factor == null) {
      return;
    }
    Flow third = new Flow();
    third.add("through", quoted(factor.pool().third().toString()));
    third.add("probability", Numbers.text(factor.pool().probability()));
    third.add("pool_size", Integer.toString(factor.pool().size()));
    third.add("pool_type", factor.pool().type().word());
    third.add("in", side(in));
    third.add("out", side(out));
    fields.add("third_factor", third.toString());
  }

  private String side(Projection projection) {
    Flow fields = new Flow();
    MeasurementUnit unit = weightUnit(projection.target(), projection.receptor());
    fields.add("weight", WrittenValues.text(projection.weight(), unit));
    fields.add("delay", delay(projection));
    if (projection.receptor() != null) {
      fields.add("receptor", quoted(projection.receptor()));
    }
    return fields.toString();
  }

  private static String delay(Projection projection) {
    if (projection.conduction() == null) {
      return WrittenValues.text(projection.delay(), MS);
    }
    Flow fields = new Flow();
    fields.add("velocity", Numbers.text(projection.conduction().velocity(), VELOCITY));
    fields.add("offset", WrittenValues.text(projection.delay(), MS));
    return fields.toString();
  }

  private static String plasticity(Plasticity plasticity, MeasurementUnit weightUnit) {
    SynapseModel model = Models.synapse(plasticity.rule()).orElseThrow();
    Flow fields = new Flow();
    fields.add("rule", plasticity.rule());
    for (Parameter parameter : model.parameters()) {
      Double value = plasticity.parameters().get(parameter.name());
      if (value != null && (parameter.truth() || parameter.isChoice())) {
        fields.add(
            parameter.name(),
            parameter.truth()
                ? Boolean.toString(value == 1)
                : parameter.choices().get(value.intValue()));
      } else if (value != null) {
        boolean weight = model.weightParameters().contains(parameter.name());
        MeasurementUnit unit = weight ? weightUnit : MeasurementUnit.of(parameter.unit());
        fields.add(parameter.name(), Numbers.text(value, unit));
      }
    }
    return fields.toString();
  }

  private void recording(Recording recording, RunSettings settings) {
    Flow fields = new Flow();
    fields.add("spikes", recording.spikes().isEmpty() ? "none" : ranges(recording.spikes()));
    Map<String, List<NeuronRange>> traces = new TreeMap<>();
    for (Recording.Trace trace : recording.traces()) {
      for (String variable : trace.variables()) {
        traces.computeIfAbsent(variable, name -> new ArrayList<>()).add(trace.neurons());
      }
    }
    traces.forEach((variable, where) -> fields.add(variable, ranges(where)));
    if (!recording.traces().isEmpty()) {
      fields.add("interval", WrittenValues.ms(recording.traces().get(0).interval()));
    }
    if (!recording.weights().isEmpty()) {
      Flow weights = new Flow();
      List<String> names = recording.weights().stream().map(w -> quoted(w.projection())).toList();
      weights.add("of", names.toString());
      sampled(weights, recording.weights().get(0).times(), settings);
      if (recording.weights().get(0).states()) {
        weights.add("states", "true");
      }
      fields.add("weights", weights.toString());
    }
    if (!recording.modulators().isEmpty()) {
      Flow modulators = new Flow();
      modulators.add(
          "of",
          recording.modulators().stream().map(m -> quoted(m.projection())).toList().toString());
      sampled(modulators, recording.modulators().get(0).times(), settings);
      fields.add("modulators", modulators.toString());
    }
    if (!recording.rates().isEmpty()) {
      Flow rates = new Flow();
      rates.add(
          "of", recording.rates().stream().map(Recording.Rate::population).toList().toString());
      rates.add("bin", WrittenValues.ms(recording.rates().get(0).bin()));
      fields.add("rates", rates.toString());
    }
    if (recording.structure()) {
      fields.add("structure", "true");
    }
    out.append("record: ").append(fields).append('\n');
  }

  /** When samples are taken: as an interval if there is one, since lists may be long. */
  private static void sampled(Flow fields, List<Double> times, RunSettings settings) {
    double end = settings.warmup() + settings.duration();
    OptionalDouble interval = SampleTimes.interval(times, settings.warmup(), end);
    if (interval.isPresent()) {
      fields.add("every", WrittenValues.ms(interval.getAsDouble()));
    } else {
      fields.add("at", WrittenValues.list(times, MS));
    }
  }

  private void plots(Scenario scenario) {
    StringJoiner plots = new StringJoiner(", ", "plots: [", "]\n");
    for (String name : scenario.plots()) {
      PlotSettings settings = scenario.plotSettings().getOrDefault(name, PlotSettings.NONE);
      Flow fields = new Flow();
      if (!settings.neurons().isEmpty()) {
        fields.add("neurons", ranges(settings.neurons()));
      }
      if (settings.bin() > 0) {
        fields.add("bin", WrittenValues.ms(settings.bin()));
      }
      if (settings.smooth() > 0) {
        fields.add("smooth", WrittenValues.ms(settings.smooth()));
      }
      if (settings.log()) {
        fields.add("log", "true");
      }
      if (settings.columns() > 0) {
        fields.add("columns", Integer.toString(settings.columns()));
      }
      if (!settings.window().equals(TimeWindow.ALWAYS)) {
        double[] window = {settings.window().start(), settings.window().stop()};
        fields.add("window", WrittenValues.times(window));
      }
      boolean usual = settings.equals(PlotSettings.NONE);
      plots.add(usual ? name : "{" + name + ": " + fields + "}");
    }
    out.append(plots);
  }

  private MeasurementUnit weightUnit(NeuronRange range, @Nullable String receptor) {
    NeuronDescription target = Models.of(network.population(range.population())).description();
    int place = Math.max(0, target.receptor(receptor, 0));
    return target.receptors().isEmpty()
        ? MeasurementUnit.NONE
        : MeasurementUnit.of(target.receptors().get(place).unit());
  }

  private static String ranges(List<NeuronRange> ranges) {
    return ranges.stream().map(range -> quoted(range.toString())).toList().toString();
  }

  private static String plainOrQuoted(String name) {
    return name.matches("[A-Za-z0-9_]+") ? name : quoted(name);
  }

  private static String quoted(String text) {
    return QUOTE.toJson(text);
  }
}
