package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.network.Distribution;
import org.hillock.network.Growth;
import org.hillock.network.Lesion;
import org.hillock.network.Population;
import org.hillock.network.Positions;
import org.hillock.network.SpikeTrains;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/** Reads {@code neurons:}. */
public final class NeuronSection {

  /** Words that mean something else where populations are named, beside those of formulas. */
  private static final Set<String> RESERVED = Set.of("all", "none");

  /** No neuron takes less: a time and a state. What more a network takes its estimate says. */
  private static final double LEAST_BYTES = 16;

  private final ValueReader values;
  private final DistributionReader distributions;
  private final SpikeTimesReader spikeTimes;
  private final PositionsReader places;
  private final GrowthReader growths;
  private final LesionReader lesions;
  private final Problems problems;
  private final boolean continuous;
  private final Map<String, Item.Mapping> own = new LinkedHashMap<>();
  private final Map<String, Item.Mapping> merged = new HashMap<>();
  private final Set<String> failed = new LinkedHashSet<>();

  /**
   * @param seed of the run, by which places and lesions are drawn
   * @param continuous whether the neurons run in continuous time, which not all models can
   */
  public NeuronSection(
      ValueReader values,
      DistributionReader distributions,
      SpikeTimesReader spikeTimes,
      long seed,
      boolean continuous) {
    this.continuous = continuous;
    this.values = values;
    this.distributions = distributions;
    this.spikeTimes = spikeTimes;
    this.places = new PositionsReader(values, seed);
    this.growths = new GrowthReader(values);
    this.lesions = new LesionReader(values, seed);
    this.problems = values.problems();
  }

  /**
   * All populations that could be understood.
   *
   * @param ranges learns the name and size of each population
   */
  public List<Population> read(Item item, RangeReader ranges) {
    List<Population> populations = new ArrayList<>();
    Item.Mapping section = Fields.mapping(item, "populations by name", problems);
    if (section == null) {
      return populations;
    }
    if (section.fields().isEmpty()) {
      problems.add(section, "found no population", "expected at least one");
    }
    section
        .fields()
        .forEach(
            (name, field) -> {
              ranges.put(name, 0);
              Optional<String> illegal = Names.illegal("population", name);
              boolean reserved = RESERVED.contains(name) || ParameterTable.WORDS.contains(name);
              if (reserved || illegal.isPresent()) {
                problems.add(
                    field.keyPlace(),
                    section.pathOf(name),
                    illegal.orElse("the population name '" + name + "'"),
                    illegal.isPresent() ? Names.ALLOWED : ParameterTable.OTHER_MEANING,
                    null);
              }
              Item.Mapping mapping =
                  Fields.mapping(
                      field.value(), "a map, such as {size: 100, model: iaf_psc_exp}", problems);
              if (mapping == null) {
                failed.add(name);
              } else {
                own.put(name, mapping);
              }
            });
    long total = 0;
    for (Map.Entry<String, Item.Mapping> entry : own.entrySet()) {
      Item.Mapping fields = merge(entry.getKey(), new LinkedHashSet<>());
      Population population =
          fields == null ? null : population(entry.getKey(), entry.getValue(), fields, ranges);
      if (population != null) {
        populations.add(population);
        total += population.size();
      }
    }
    if (total > Integer.MAX_VALUE) {
      problems.add(
          section, "found " + total + " neurons in all", "expected at most " + Integer.MAX_VALUE);
    }
    return populations;
  }

  /** The population's fields with those that it takes from another one; null if that fails. */
  private Item.@Nullable Mapping merge(String name, Set<String> chain) {
    Item.Mapping known = merged.get(name);
    Item.Mapping mapping = own.get(name);
    if (known != null || mapping == null || failed.contains(name)) {
      return failed.contains(name) ? null : known;
    }
    Item.Field like = mapping.fields().get("like");
    Item.Mapping result = mapping;
    if (like != null) {
      chain.add(name);
      Item.Mapping parent = parent(like.value(), chain);
      if (parent == null) {
        failed.add(name);
        return null;
      }
      if (mapping.fields().containsKey("model")) {
        problems.add(
            mapping.fields().get("model").keyPlace(),
            mapping.pathOf("model"),
            "found both 'model' and 'like'",
            "the model is that of the other population; remove one of the two",
            null);
      }
      Map<String, Item.Field> fields = new LinkedHashMap<>(parent.fields());
      fields.putAll(mapping.fields());
      fields.remove("like");
      result = new Item.Mapping(mapping.place(), mapping.path(), fields);
    }
    merged.put(name, result);
    return result;
  }

  private Item.@Nullable Mapping parent(Item like, Set<String> chain) {
    List<String> names = new ArrayList<>(own.keySet());
    names.addAll(failed.stream().filter(name -> !own.containsKey(name)).toList());
    String parent = values.choice(like, "population", names);
    if (parent == null) {
      return null;
    }
    if (chain.contains(parent)) {
      problems.add(
          like,
          "populations that are like each other in a circle: "
              + String.join(" -> ", chain)
              + " -> "
              + parent,
          "give one of them a model");
      failed.addAll(chain);
      return null;
    }
    return merge(parent, chain);
  }

  private @Nullable Population population(
      String name, Item.Mapping written, Item.Mapping fields, RangeReader ranges) {
    int before = problems.count();
    Item.Field modelField = fields.fields().get("model");
    if (modelField == null) {
      if (!written.fields().containsKey("like")) {
        problems.add(
            written,
            "'model' is missing",
            "expected the name of a model, such as iaf_psc_exp, or like: NAME; 'hillock models' lists them");
      }
      return null;
    }
    String modelName = values.choice(modelField.value(), "model", modelNames());
    NeuronModel model = modelName == null ? null : Models.neuron(modelName).orElse(null);
    Integer size = size(name, written, fields);
    if (model == null) {
      return null;
    }
    double least = size == null ? 0 : LEAST_BYTES * (double) size;
    if (Allocation.exceeded(least)) {
      Item.Field given = fields.fields().get("size");
      problems.add(
          given == null ? written : given.value(),
          "found " + size + " neurons",
          Allocation.expected(least));
      ranges.put(name, 0);
      return null;
    }
    ranges.put(name, size == null ? 0 : size);
    if (!model.description().playsSpikeTrains() && written.fields().containsKey("spike_times")) {
      problems.add(
          written.fields().get("spike_times").keyPlace(),
          written.pathOf("spike_times"),
          "found spike_times for " + modelName + ", which makes its own spikes",
          "models that play spike times: " + playing(),
          null);
    }
    String extra = model.description().playsSpikeTrains() ? "" : "spike_times";
    List<Key> keys = Keys.population(model, NeuronParameters.shaped(model, fields));
    Fields.check(written, "parameter", keys, extra, problems);
    refuseLeftOver(written, fields, model, keys);
    Map<String, Distribution> parameters =
        new NeuronParameters(model, distributions, values, continuous)
            .read(written, fields, size == null ? 0 : size);
    SpikeTrains trains = null;
    Item.Field times = fields.fields().get("spike_times");
    if (model.description().playsSpikeTrains() && times == null) {
      problems.add(
          written, "'spike_times' is missing", "expected " + Keys.SPIKE_TIMES.description());
    } else if (model.description().playsSpikeTrains() && times != null && size != null) {
      trains = spikeTimes.perNeuron(times.value(), name, size);
    }
    Item.Field place = fields.fields().get(Keys.POSITIONS.name());
    Positions positions =
        place == null ? null : places.read(place.value(), size == null ? 0 : size, number(name));
    Item lesionItem = value(fields, Keys.LESION.name());
    Lesion lesion =
        lesionItem == null || size == null ? null : lesions.read(lesionItem, name, size);
    Growth growth = growths.read(value(fields, "elements"), value(fields, "calcium"));
    return problems.count() > before || size == null
        ? null
        : new Population(name, size, model.name(), parameters, trains, positions, growth, lesion);
  }

  /** The place of a population in the file, which keys what is drawn for it. */
  private int number(String name) {
    return new ArrayList<>(own.keySet()).indexOf(name);
  }

  private static @Nullable Item value(Item.Mapping fields, String key) {
    Item.Field field = fields.fields().get(key);
    return field == null ? null : field.value();
  }

  /** A variable of another population may be one that its longer lists made. */
  private void refuseLeftOver(
      Item.Mapping written, Item.Mapping fields, NeuronModel model, List<Key> keys) {
    if (!written.fields().containsKey("like") || model.description().lists().isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>();
    keys.forEach(key -> known.add(key.name()));
    for (Key key : Keys.population(model)) {
      String name = key.name();
      if (fields.fields().containsKey(name)
          && !written.fields().containsKey(name)
          && !known.contains(name)) {
        problems.add(
            written.place(),
            written.pathOf(name),
            "takes " + name + " from the population that it is like, but its own lists are shorter",
            "expected lists as long as those of the other population",
            null);
      }
    }
  }

  private @Nullable Integer size(String name, Item.Mapping written, Item.Mapping fields) {
    Item.Field size = fields.fields().get("size");
    if (size != null) {
      Long number = values.integer(size.value(), 1, Integer.MAX_VALUE);
      return number == null ? null : (Integer) number.intValue();
    }
    Item.Field times = fields.fields().get("spike_times");
    int before = problems.count();
    int implied = times == null ? 0 : spikeTimes.impliedSize(times.value(), name);
    boolean understood = problems.count() == before;
    if (implied == 0 && understood && !written.fields().containsKey("like")) {
      problems.add(written, "'size' is missing", "expected the number of neurons, such as 100");
    }
    return implied == 0 ? null : (Integer) implied;
  }

  private static List<String> modelNames() {
    return Models.neurons().stream().map(NeuronModel::name).toList();
  }

  private static String playing() {
    return String.join(
        ", ",
        Models.neurons().stream()
            .filter(model -> model.description().playsSpikeTrains())
            .map(NeuronModel::name)
            .toList());
  }
}
