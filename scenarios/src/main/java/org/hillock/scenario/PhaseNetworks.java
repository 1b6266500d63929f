package org.hillock.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.PlasticRule;
import org.hillock.network.Network;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.scenario.section.ProtocolReader.Step;
import org.hillock.scenario.section.SetOptions;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;

/** Makes phases of what a protocol says: when each begins, and the network with its values. */
final class PhaseNetworks {

  private static final String ALL = "all";
  private static final String WEIGHTS = "weights";

  /** Phases that come again and again are told of once. */
  private final Set<Item> refused = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Item.Mapping top;
  private final Network usual;
  private final SetOptions options;
  private final Problems problems;
  private final Function<Item.Mapping, Network> reader;
  private final Map<Map<String, Item.Field>, Network> known = new HashMap<>();

  /**
   * @param top the scenario as it is without phases
   * @param usual its network
   * @param options puts values into it
   * @param reader reads the network of a scenario with other values, and reports what is wrong
   */
  PhaseNetworks(
      Item.Mapping top,
      Network usual,
      SetOptions options,
      Problems problems,
      Function<Item.Mapping, Network> reader) {
    this.top = top;
    this.usual = usual;
    this.options = options;
    this.problems = problems;
    this.reader = reader;
    known.put(Map.of(), usual);
  }

  /** The phases, as far as the run goes. */
  List<Phase> of(List<Step> steps, RunSettings settings) {
    List<Phase> phases = new ArrayList<>();
    double end = settings.warmup() + settings.duration();
    for (ProtocolTimes.Timed timed : ProtocolTimes.of(steps, settings.warmup(), end)) {
      Step step = timed.step();
      phases.add(
          new Phase(
              step.name(),
              step.label(),
              timed.trial(),
              timed.time().start(),
              timed.time().stop(),
              resets(step),
              step.recorded(),
              network(step)));
    }
    return phases;
  }

  private Set<String> resets(Step step) {
    List<String> populations = usual.populations().stream().map(Population::name).toList();
    List<String> learning =
        usual.projections().stream().filter(PhaseNetworks::learns).map(Projection::name).toList();
    List<String> known = Stream.concat(populations.stream(), learning.stream()).toList();
    Set<String> resets = new LinkedHashSet<>();
    for (String name : step.resets()) {
      boolean reserved = name.equals(ALL) || name.equals(WEIGHTS);
      if (reserved && known.contains(name) && refused.add(step.item())) {
        Item reset = Objects.requireNonNull(step.item().fields().get("reset")).value();
        problems.add(
            reset,
            "found reset: " + name + ", which is a name in this scenario, too",
            "expected another name there, since 'all' stands for all populations, and 'weights' for"
                + " all projections that learn");
      } else if (known.contains(name)) {
        resets.add(name);
      } else if (name.equals(ALL)) {
        resets.addAll(populations);
      } else if (name.equals(WEIGHTS)) {
        resets.addAll(learning);
      } else if (refused.add(step.item())) {
        Item reset = Objects.requireNonNull(step.item().fields().get("reset")).value();
        problems.unknown(
            reset.place(), reset.path(), "population or learning projection", name, known);
      }
    }
    return resets;
  }

  /** What is facilitated and depressed belongs to the sources, and goes on with their spikes. */
  private static boolean learns(Projection projection) {
    return projection.plasticity() != null && PlasticRule.of(projection).rule().sourceStates() == 0;
  }

  private Network network(Step step) {
    Network network = known.get(step.sets());
    if (network == null) {
      Item.Mapping changed = top;
      for (Map.Entry<String, Item.Field> set : step.sets().entrySet()) {
        changed = options.apply(changed, set.getKey(), set.getValue());
      }
      int before = problems.count();
      network = reader.apply(changed);
      Network read = network;
      if (problems.count() == before) {
        difference(read)
            .ifPresent(
                what ->
                    problems.add(
                        step.item(),
                        "found a phase with " + what,
                        "expected the same neurons, delays and synapses that learn in all phases"
                            + " (a rule whose rates are 0 leaves weights as they are)"));
      }
      known.put(step.sets(), network);
    }
    return network;
  }

  /** What of a network may not change in the middle of a run, if it does. */
  private Optional<String> difference(Network other) {
    for (int i = 0; i < usual.populations().size(); i++) {
      Population before = usual.populations().get(i);
      if (i >= other.populations().size()
          || !other.populations().get(i).name().equals(before.name())) {
        return Optional.of("other populations");
      }
      Population now = other.populations().get(i);
      if (now.size() != before.size()) {
        return Optional.of(now.size() + " neurons in '" + now.name() + "', not " + before.size());
      }
      if (!now.model().equals(before.model())) {
        return Optional.of("another model for '" + now.name() + "', " + now.model());
      }
    }
    for (int i = 0; i < Math.min(usual.projections().size(), other.projections().size()); i++) {
      Projection before = usual.projections().get(i);
      Projection now = other.projections().get(i);
      boolean same =
          now.delay().equals(before.delay())
              && Objects.equals(now.conduction(), before.conduction())
              && (!before.rule().hasDelays() || now.rule().equals(before.rule()));
      if (now.name().equals(before.name()) && !same) {
        // Spikes under way would arrive at other times, or never.
        return Optional.of("other delays of '" + now.name() + "'");
      }
      boolean learnt =
          before.plasticity() != null
              && (!now.rule().equals(before.rule()) || !now.weight().equals(before.weight()));
      if (now.name().equals(before.name()) && learnt) {
        // What has been learnt goes on, and what is reset becomes what it was when built.
        return Optional.of(
            "other synapses or initial weights of '" + now.name() + "', which learns");
      }
    }
    return other.populations().size() == usual.populations().size()
            && learning(other).equals(learning(usual))
        ? Optional.empty()
        : Optional.of("other populations, or other synapses that learn");
  }

  private static List<String> learning(Network network) {
    return network.projections().stream()
        .filter(each -> each.plasticity() != null)
        .map(
            each -> {
              Plasticity plasticity = Objects.requireNonNull(each.plasticity());
              return each.name()
                  + " "
                  + each.source()
                  + " "
                  + each.target()
                  + " "
                  + plasticity.rule();
            })
        .toList();
  }
}
