package org.hillock.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.hillock.engine.event.EventSimulation;
import org.hillock.engine.run.CarriedCheck;
import org.hillock.engine.run.LearningCheck;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.StructuralCheck;
import org.hillock.file.FileNames;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Mistake;
import org.hillock.network.Mistakes;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.record.Recording;
import org.hillock.scenario.claim.Expectation;
import org.hillock.scenario.claim.MeasurementResolver;
import org.hillock.scenario.claim.ResultScope;
import org.hillock.scenario.section.DistributionReader;
import org.hillock.scenario.section.EdgeReader;
import org.hillock.scenario.section.Fields;
import org.hillock.scenario.section.InputSection;
import org.hillock.scenario.section.Keys;
import org.hillock.scenario.section.NeuronSection;
import org.hillock.scenario.section.ParameterTable;
import org.hillock.scenario.section.PlotSettings;
import org.hillock.scenario.section.PlotsReader;
import org.hillock.scenario.section.PresentationReader;
import org.hillock.scenario.section.ProtocolReader;
import org.hillock.scenario.section.ProtocolReader.Step;
import org.hillock.scenario.section.RangeReader;
import org.hillock.scenario.section.RecordSection;
import org.hillock.scenario.section.SetOptions;
import org.hillock.scenario.section.SpikeTimesReader;
import org.hillock.scenario.section.SynapseSection;
import org.hillock.scenario.section.Targets;
import org.hillock.scenario.section.TimeSection;
import org.hillock.scenario.section.TitleText;
import org.hillock.scenario.section.ValueReader;
import org.hillock.scenario.section.Variants;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.ItemFinder;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.Place;
import org.hillock.scenario.source.Problem;
import org.hillock.scenario.source.Problems;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.scenario.source.YamlReader;
import org.hillock.stimulus.Presentation;
import org.jspecify.annotations.Nullable;

/** From the text of a scenario to a scenario that can be run, or to all that is wrong with it. */
public final class ScenarioLoader {

  private final ScenarioSource source;
  private final Overrides overrides;
  private final Problems problems = new Problems();
  private boolean projectionsKnown = true;
  private double formulaEnd;

  private ScenarioLoader(ScenarioSource source, Overrides overrides) {
    this.source = source;
    this.overrides = overrides;
  }

  /**
   * Reads, checks and resolves a scenario.
   *
   * @param source the text
   * @param sets values given on the command line: by the name of a parameter, or by a path such as
   *     {@code neurons.exc.tau_m}
   * @param overrides seed, duration and threads given on the command line
   * @throws ScenarioException with every mistake that was found
   */
  public static Scenario load(ScenarioSource source, Map<String, String> sets, Overrides overrides)
      throws ScenarioException {
    try {
      return new ScenarioLoader(source, overrides).load(sets);
    } catch (InvalidNetworkException e) { // the sections check before; this is the safety net
      throw new ScenarioException(
          e.mistakes().stream().map(mistake -> problem(source.name(), mistake)).toList());
    }
  }

  private static Problem problem(String file, Mistake mistake) {
    return new Problem(
        file,
        0,
        0,
        mistake.where(),
        "found " + mistake.found(),
        "expected " + mistake.allowed(),
        null);
  }

  /**
   * What to set, one after the other, so that every choice of every variant is read once: nothing
   * first.
   */
  public static List<Map<String, String>> choices(ScenarioSource source) {
    List<Map<String, String>> all = new ArrayList<>();
    all.add(Map.of());
    Item item = YamlReader.read(source.name(), source.text(), new Problems());
    if (item instanceof Item.Mapping top) {
      all.addAll(Variants.unusual(top));
    }
    return all;
  }

  /** What to set so that each variant that has a choice of this name, such as full, takes it. */
  public static Map<String, String> taking(ScenarioSource source, String choice) {
    Item item = YamlReader.read(source.name(), source.text(), new Problems());
    return item instanceof Item.Mapping top ? Variants.taking(top, choice) : Map.of();
  }

  private Scenario load(Map<String, String> sets) throws ScenarioException {
    Item item = YamlReader.read(source.name(), source.text(), problems);
    if (item == null) {
      problems.throwIfAny(source.name());
      throw new IllegalStateException("no scenario and no problem");
    }
    Item.Mapping top =
        Fields.mapping(item, "a scenario, which begins with 'scenario: NAME'", problems);
    if (top == null) {
      problems.throwIfAny(source.name());
      throw new IllegalStateException("no scenario and no problem");
    }
    Variants.Chosen chosen = new Variants(problems).choose(top, sets);
    SetOptions options = new SetOptions(problems, chosen.names());
    top = options.apply(chosen.scenario(), chosen.sets());
    Fields fields = Fields.check(top, "key", Keys.TOP, "", problems);
    ParameterTable parameters = parameters(fields);
    ValueReader offGrid = new ValueReader(problems, parameters);
    TimeSection time = new TimeSection(offGrid, overrides);
    Item protocol = fields.get("protocol");
    List<Step> steps = new ArrayList<>();
    RunSettings settings =
        time.read(
            fields.get("time"),
            fields,
            protocol == null ? null : onGrid -> steps(protocol, onGrid, time, fields, steps));
    formulaEnd = Math.max(time.writtenEnd(), settings.warmup() + settings.duration());
    ValueReader values = offGrid.onGrid(settings.step(), time.rounds());
    RangeReader ranges = new RangeReader(values);
    List<Presentation> shown = new ArrayList<>();
    Network network = network(fields, values, ranges, settings, shown);
    int before = problems.count();
    Recording recording = recording(fields.get("record"), values, ranges, network, settings);
    boolean recordingKnown = problems.count() == before && projectionsKnown;
    String name = name(fields.get("scenario"), values);
    Item titleItem = fields.get("title");
    Item.Scalar titleText = titleItem == null ? null : values.scalar(titleItem, "a text");
    String title = titleText == null ? null : TitleText.resolve(titleText, values);
    String reference = text(fields, values, "reference");
    String description = text(fields, values, "description");
    RunSettings whole = time.whole(settings);
    Map<String, PlotSettings> plots =
        new PlotsReader(values, ranges, settings, whole).read(fields.get("plots"), recording);
    List<Phase> phases =
        new PhaseNetworks(
                top,
                network,
                options,
                problems,
                changed -> network(changed, settings, time.rounds()))
            .of(problems.count() == 0 ? steps : List.of(), settings);
    if (protocol != null && overrides.begin() > 0 && runsInContinuousTime(settings)) {
      problems.add(
          protocol,
          "found a protocol that begins with the state of another run, in continuous time",
          "expected its phases to begin at whole times, which that state does not: let the other"
              + " run be a phase of the protocol, or give a step");
    } else if (protocol != null) {
      ProtocolCheck.check(
          protocol, phases, network, recording, runsInContinuousTime(settings), problems);
    }
    Item given = fields.get("presentations");
    if (given != null) {
      shown.addAll(new PresentationReader(values, source.baseDirectory()).read(given));
    }
    checkNames(steps, shown, fields);
    boolean phasesKnown = protocol == null || !steps.isEmpty();
    Function<RunSettings, ResultScope> scopes =
        span ->
            new ResultScope(
                parameters.values(),
                new MeasurementResolver(
                    ranges,
                    network,
                    recording,
                    span,
                    ClaimReader.windows(steps, settings.warmup(), shown, span, phasesKnown),
                    projectionsKnown,
                    recordingKnown),
                null);
    List<Expectation> expectations =
        new ClaimReader(values, problems, settings, whole, scopes).read(fields.get("expect"));
    problems.throwIfAny(source.name());

    List<Presentation> presented = new ArrayList<>(ClaimReader.within(shown, settings));
    presented.addAll(ClaimReader.labelled(steps, settings));
    Map<String, String> texts = new LinkedHashMap<>();
    parameters.values().forEach((key, value) -> texts.put(key, value.text()));
    RunSettings wanted = overrides.engine() == Engine.event ? settings.continuously() : settings;
    Engine engine =
        overrides.engine() != null
            ? overrides.engine()
            : wanted.continuous() ? Engine.event : Engine.grid;
    return new Scenario(
        name == null ? "" : name,
        title == null ? Objects.requireNonNullElse(name, "") : title,
        reference,
        description,
        engine,
        wanted,
        network,
        recording,
        List.copyOf(plots.keySet()),
        expectations,
        Collections.unmodifiableMap(texts),
        plots,
        sets,
        phases,
        presented,
        scopes.apply(settings));
  }

  /** A name stands for one thing. */
  private void checkNames(List<Step> phases, List<Presentation> presentations, Fields fields) {
    Set<String> names = new HashSet<>();
    phases.forEach(phase -> names.add(phase.name()));
    presentations.stream()
        .map(Presentation::name)
        .distinct()
        .filter(names::contains)
        .forEach(
            name ->
                problems.add(
                    Objects.requireNonNull(fields.get("neurons")),
                    "found images and a phase of the protocol that are both called '" + name + "'",
                    "expected another 'name' for the images"));
  }

  private static double steps(
      Item protocol, ValueReader onGrid, TimeSection time, Fields fields, List<Step> into) {
    into.addAll(new ProtocolReader(onGrid, time.seed(fields)).read(protocol));
    return ProtocolReader.duration(into);
  }

  /** The network of the same scenario with other values for a while. */
  private Network network(Item.Mapping changed, RunSettings settings, boolean rounds) {
    Fields fields = Fields.check(changed, "key", Keys.TOP, "", problems);
    ValueReader values =
        new ValueReader(problems, parameters(fields)).onGrid(settings.step(), rounds);
    return network(fields, values, new RangeReader(values), settings, new ArrayList<>());
  }

  private ParameterTable parameters(Fields fields) {
    Item item = fields.get("parameters");
    ParameterTable parameters =
        new ParameterTable(
            item == null ? null : Fields.mapping(item, "parameters by name", problems), problems);
    parameters.evaluateAll();
    return parameters;
  }

  private boolean runsInContinuousTime(RunSettings settings) {
    return overrides.engine() == null ? settings.continuous() : overrides.engine() == Engine.event;
  }

  /** The scenario's name, which is that of the folder of results. */
  private @Nullable String name(@Nullable Item item, ValueReader values) {
    String name = item == null ? null : values.text(item);
    if (item != null && name != null) {
      FileNames.fault(name)
          .ifPresent(
              fault ->
                  problems.add(
                      item, "found '" + name + "', " + fault, "expected " + FileNames.allowed()));
    }
    return name;
  }

  private static @Nullable String text(Fields fields, ValueReader values, String key) {
    Item item = fields.get(key);
    return item == null ? null : values.text(item);
  }

  /**
   * The network of all that was understood. If something was not, it is not complete, but what
   * follows can still be checked against it.
   */
  private Network network(
      Fields fields,
      ValueReader values,
      RangeReader ranges,
      RunSettings settings,
      List<Presentation> shown) {
    double step = settings.step();
    double leastDelay = EventSimulation.leastDelay(settings.warmup() + settings.duration());
    DistributionReader distributions = new DistributionReader(values);
    SpikeTimesReader spikeTimes =
        new SpikeTimesReader(values, source.baseDirectory(), settings, shown);
    EdgeReader edges = new EdgeReader(values, source.baseDirectory(), step);
    Item neuronItem = fields.get("neurons");
    List<Population> populations =
        neuronItem == null
            ? List.of()
            : new NeuronSection(
                    values,
                    distributions,
                    spikeTimes,
                    settings.seed(),
                    runsInContinuousTime(settings))
                .read(neuronItem, ranges);
    Targets targets = new Targets(populations, problems);
    for (String name : ranges.names()) {
      if (targets.model(name) == null) {
        ranges.put(name, 0);
      }
    }
    Item inputItem = fields.get("inputs");
    List<Input> inputs =
        inputItem == null
            ? List.of()
            : new InputSection(
                    values,
                    distributions,
                    spikeTimes,
                    ranges,
                    targets,
                    settings,
                    formulaEnd,
                    source.baseDirectory())
                .read(inputItem);
    int before = problems.count();
    Item synapseItem = fields.get("synapses");
    SynapseSection synapses =
        new SynapseSection(
            values, distributions, edges, ranges, targets, step, leastDelay, settings.seed());
    List<Projection> projections = synapseItem == null ? List.of() : synapses.read(synapseItem);
    projectionsKnown = problems.count() == before && targets.complete(ranges.names());
    if (populations.isEmpty()) {
      populations = List.of(new Population("none", 1, "none", Map.of()));
    }
    try {
      Network network = new Network(populations, inputs, projections);
      check(network, settings, synapses, fields.mapping());
      return network;
    } catch (InvalidNetworkException e) {
      Place top = fields.mapping().place();
      problems.add(top, e.where(), "found " + e.found(), "expected " + e.allowed(), null);
      return new Network(populations, List.of(), List.of());
    }
  }

  /**
   * Checks what is between the parts of a network: how they grow together, as far as they were
   * understood, and what goes from step to step, which is known when the network is whole.
   */
  private void check(
      Network network, RunSettings settings, SynapseSection synapses, Item.Mapping top) {
    RunSettings run = runsInContinuousTime(settings) ? settings.continuously() : settings;
    boolean whole = problems.count() == 0;
    List<Mistake> mistakes =
        new ArrayList<>(StructuralCheck.mistakes(network, run, synapses::place, projectionsKnown));
    if (whole) {
      Mistakes learning = new Mistakes();
      learning.of(() -> LearningCheck.check(network, run, synapses::place));
      learning.of(() -> CarriedCheck.check(network, run, synapses::place));
      mistakes.addAll(learning.all());
    }
    ItemFinder finder = new ItemFinder(top);
    for (Mistake mistake : mistakes) {
      Place place = finder.find(mistake.where()).place();
      problems.add(
          place,
          mistake.where(),
          "found " + mistake.found(),
          "expected " + mistake.allowed(),
          null);
    }
  }

  private Recording recording(
      @Nullable Item item,
      ValueReader values,
      RangeReader ranges,
      Network network,
      RunSettings settings) {
    Targets targets = new Targets(network.populations(), problems);
    List<NeuronRange> everybody = network.populations().stream().map(NeuronRange::all).toList();
    return new RecordSection(
            values, ranges, targets, network.projections(), projectionsKnown, settings)
        .read(item, everybody);
  }
}
