package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.engine.run.ModulatorRequests;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.PlasticRule;
import org.hillock.network.Plasticity;
import org.hillock.network.Projection;
import org.hillock.record.Recording;
import org.hillock.record.SampleTimes;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads what of projections is sampled: their weights, and what their modulators leave behind. */
final class SampleReader {

  private static final int MAX_SAMPLES = 1_000_000;

  private final ValueReader values;
  private final Problems problems;
  private final List<Projection> projections;
  private final boolean projectionsKnown;
  private final RunSettings settings;

  /** The plasticities of all projections by name: those of one entry are alike. */
  private final Map<String, Set<Plasticity>> plastic = new LinkedHashMap<>();

  /** Rules of projections that keep nothing but weights. */
  private final Map<String, String> without = new LinkedHashMap<>();

  /**
   * @param projectionsKnown whether all synapses were understood
   */
  SampleReader(
      ValueReader values,
      List<Projection> projections,
      boolean projectionsKnown,
      RunSettings settings) {
    this.values = values;
    this.problems = values.problems();
    this.projections = projections;
    this.projectionsKnown = projectionsKnown;
    this.settings = settings;
    for (Projection projection : projections) {
      Set<Plasticity> its =
          plastic.computeIfAbsent(projection.name(), name -> new LinkedHashSet<>());
      Plasticity plasticity = projection.plasticity();
      if (plasticity != null) {
        its.add(plasticity);
        if (PlasticRule.of(projection).rule().states().isEmpty()) {
          without.put(projection.name(), plasticity.rule());
        }
      }
    }
  }

  /** The weights to sample. */
  List<Recording.Weights> weights(@Nullable Item item) {
    List<Recording.Weights> weights = new ArrayList<>();
    Fields fields = fields(item, "a map, such as {of: plastic, every: 100 ms}", RecordKeys.WEIGHTS);
    if (fields == null) {
      return weights;
    }
    List<Double> times = times(fields);
    Item of = fields.get("of");
    if (of != null && projectionsKnown) {
      for (String name : values.names(of, "projection", plastic.keySet())) {
        if (plastic.getOrDefault(name, Set.of()).isEmpty()) {
          problems.add(
              element(of, name),
              "found '" + name + "', whose weights do not change",
              "expected projections with plasticity");
        } else {
          weights.add(new Recording.Weights(name, times, states(fields.get("states"), name)));
        }
      }
    }
    return weights;
  }

  private boolean states(@Nullable Item item, String projection) {
    Boolean wanted = item == null ? null : values.truth(item);
    if (item == null || wanted == null || !wanted) {
      return false;
    }
    String stateless = without.get(projection);
    if (stateless != null) {
      problems.add(
          item,
          "found states of '" + projection + "', but " + stateless + " keeps nothing but weights",
          "leave it out; 'hillock rules NAME' tells what a rule keeps");
    }
    return stateless == null;
  }

  /** What modulators leave behind, to sample. */
  List<Recording.Modulators> modulators(@Nullable Item item) {
    List<Recording.Modulators> modulators = new ArrayList<>();
    Fields fields =
        fields(item, "a map, such as {of: rewarded, every: 1 ms}", RecordKeys.MODULATORS);
    if (fields == null) {
      return modulators;
    }
    if (fields.get("every") == null && fields.get("at") == null) {
      problems.add(
          fields.mapping(),
          "found neither 'every' nor 'at'",
          "expected one of them, such as every: 1 ms");
    }
    List<Double> times = times(fields);
    Item of = fields.get("of");
    if (of != null && projectionsKnown) {
      for (String name : values.names(of, "projection", plastic.keySet())) {
        int modulated = ModulatorRequests.plasticities(projections, name).size();
        if (modulated == 1) {
          modulators.add(new Recording.Modulators(name, times));
        } else if (modulated == 0) {
          problems.add(
              element(of, name),
              "found '" + name + "', whose synapses have no modulator",
              "expected projections with a modulator");
        } else {
          problems.add(
              element(of, name),
              "found '" + name + "', as synapses of " + modulated + " plasticities are named",
              "expected a name of their own for those of each");
        }
      }
    }
    return modulators;
  }

  private @Nullable Fields fields(@Nullable Item item, String expected, List<Key> keys) {
    Item.Mapping mapping = item == null ? null : Fields.mapping(item, expected, problems);
    return mapping == null ? null : Fields.check(mapping, "key", keys, "", problems);
  }

  private static Item element(Item of, String name) {
    if (of instanceof Item.Listing listing) {
      for (Item item : listing.items()) {
        if (item instanceof Item.Scalar scalar && scalar.text().equals(name)) {
          return item;
        }
      }
    }
    return of;
  }

  private List<Double> times(Fields fields) {
    List<Double> times = new ArrayList<>();
    Item every = fields.get("every");
    Item at = fields.get("at");
    double end = settings.warmup() + settings.duration();
    if (every != null && at != null) {
      problems.add(at, "found both 'every' and 'at'", "expected one of them");
    } else if (every != null) {
      Double interval = values.multiple(every, false);
      if (interval != null && settings.duration() / interval > MAX_SAMPLES) {
        problems.add(every, "more than " + MAX_SAMPLES + " samples", "expected a longer time");
      } else if (interval != null) {
        times.addAll(SampleTimes.every(settings.warmup(), end, interval));
      }
    } else if (at instanceof Item.Listing listing) {
      for (Item element : listing.items()) {
        Double time = values.gridTimeFrom(element, settings.warmup());
        if (time != null && settings.duration() > 0 && time > end) {
          problems.add(
              element,
              "found " + element.phrase() + ", after the end of the run",
              "expected at most " + Numbers.rounded(end, MeasurementUnit.MILLISECOND));
        } else if (time != null) {
          times.add(time);
        }
      }
      times = new ArrayList<>(times.stream().distinct().sorted().toList());
    } else if (at != null) {
      problems.add(at, "found " + at.phrase(), "expected a list of times, such as [0 s, 10 s]");
    }
    return times;
  }
}
