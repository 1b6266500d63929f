package org.hillock.scenario.section;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hillock.model.GrowthModel;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.SynapseModel;
import org.hillock.network.Positions;
import org.hillock.text.Names;

/**
 * The JSON Schema (draft 2020-12) of a scenario file, for editors: made from the tables that the
 * reader uses and from the models on the class path, so that it cannot drift from either.
 *
 * <p>It knows names, structure and choices. Units and values only the reader can check.
 */
public final class ScenarioSchema {

  private static final Pattern ELEMENT = Pattern.compile("(.+)_([0-9]+)");

  /** How the name of an element goes on: from 1 to {@link Parameter#LONGEST_LIST}. */
  private static final String ELEMENTS = "_([1-9][0-9]?|" + Parameter.LONGEST_LIST + ")$";

  private ScenarioSchema() {}

  /** The schema as JSON text. */
  public static String json() {
    JsonObject schema = object("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.addProperty("title", "A Hillock scenario");
    map(Keys.TOP).entrySet().forEach(entry -> schema.add(entry.getKey(), entry.getValue()));
    JsonObject definitions = new JsonObject();
    definitions.add("formula", formula());
    definitions.add("distribution", variants("distribution", distributions(false)));
    definitions.add("neuronDistribution", variants("distribution", distributions(true)));
    definitions.add("ranges", oneOrMany());
    definitions.add("population", population());
    definitions.add("input", inputs());
    definitions.add("projection", projections());
    definitions.add("plasticity", plasticity());
    definitions.add("element", elements());
    definitions.add("regular", map(Keys.REGULAR));
    definitions.add("staggered", map(Keys.STAGGERED));
    definitions.add("file", map(Keys.FILE));
    definitions.add("images", map(StimulusKeys.IMAGES));
    definitions.add("events", map(StimulusKeys.EVENTS));
    definitions.add("packets", map(StimulusKeys.PACKETS));
    definitions.add("currentFile", map(Keys.CURRENT_FILE));
    PlaceKeys.ARRANGEMENTS.forEach((word, keys) -> definitions.add(arrangement(word), map(keys)));
    definitions.add("conduction", map(Keys.CONDUCTION));
    definitions.add("phase", anyOf(map(Keys.PHASE), map(Keys.TRIALS)));
    schema.add("$defs", definitions);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(schema);
  }

  private static String arrangement(String word) {
    return "positionsBy" + Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** A map with these keys and no others. */
  private static JsonObject map(List<Key> keys) {
    JsonObject schema = object("type", "object");
    JsonObject properties = new JsonObject();
    JsonObject patterns = new JsonObject();
    JsonArray required = new JsonArray();
    Set<String> counted = counted(keys);
    for (Key key : keys) {
      JsonObject property = shape(key.shape());
      Matcher element = ELEMENT.matcher(key.name());
      if (element.matches() && counted.contains(element.group(1))) {
        property.addProperty("description", key.description().replaceFirst("([ _])1\\b", "$1k"));
        if (element.group(2).equals("1")) {
          patterns.add("^" + element.group(1) + ELEMENTS, property);
        }
        continue;
      }
      property.addProperty("description", key.description());
      properties.add(key.name(), property);
      if (key.required()) {
        required.add(key.name());
      }
    }
    schema.add("properties", properties);
    if (!counted.isEmpty()) {
      schema.add("patternProperties", patterns);
    }
    schema.add("required", required);
    schema.addProperty("additionalProperties", false);
    return schema;
  }

  /** Names that are counted as far as a list can go, so that one pattern stands for them all. */
  private static Set<String> counted(List<Key> keys) {
    String last = Parameter.element("", Parameter.LONGEST_LIST);
    return keys.stream()
        .map(Key::name)
        .filter(name -> name.endsWith(last))
        .map(name -> name.substring(0, name.length() - last.length()))
        .collect(Collectors.toSet());
  }

  private static JsonObject shape(Key.Shape shape) {
    return switch (shape) {
      case TEXT -> typed("string", "number", "boolean");
      case FORMULA -> reference("formula");
      case TRUTH -> typed("boolean", "string");
      case TRUTH_OR_NUMBER -> anyOf(shape(Key.Shape.TRUTH), zeroOrOne());
      case PER_NEURON -> anyOf(reference("formula"), formulas(1), reference("neuronDistribution"));
      case PER_NEURON_LIST -> {
        JsonObject list = array(shape(Key.Shape.PER_NEURON), 0);
        list.addProperty("maxItems", Parameter.LONGEST_LIST);
        yield anyOf(reference("formula"), list, reference("neuronDistribution"));
      }
      case RANDOM -> anyOf(reference("formula"), reference("distribution"));
      case DELAY -> anyOf(reference("formula"), reference("distribution"), reference("conduction"));
      case POSITIONS -> {
        JsonObject[] forms =
            PlaceKeys.ARRANGEMENTS.keySet().stream()
                .map(ScenarioSchema::arrangement)
                .map(ScenarioSchema::reference)
                .toArray(JsonObject[]::new);
        yield anyOf(shape(Key.Shape.PLACES), anyOf(forms));
      }
      case KERNEL -> {
        JsonObject plane = array(formulas(1), 1);
        yield anyOf(plane, array(array(plane, 1), 1));
      }
      case MASK -> {
        JsonObject shapes = new JsonObject();
        PlaceKeys.MASKS.forEach((name, keys) -> shapes.add(name, map(keys)));
        yield single(shapes);
      }
      case PLACES -> array(shape(Key.Shape.PLACE), 1);
      case COUNTS -> anyOf(reference("formula"), sized(formulas(1), Positions.MAX_DIMENSIONS));
      case PLACE -> anyOf(reference("formula"), sized(formulas(1), Positions.MAX_DIMENSIONS));
      case FORMULAS -> formulas(0);
      case FORMULAS_OR_ONE -> anyOf(reference("formula"), formulas(0));
      case STEPS -> anyOf(array(sized(formulas(2), 2), 1), reference("currentFile"));
      case WAVES -> array(sized(formulas(2), 3), 1);
      case RANGES, NAMES -> reference("ranges");
      case TEXTS -> array(object("type", "string"), 0);
      case PLOTS -> {
        JsonObject settings = new JsonObject();
        RecordKeys.PLOT_SETTINGS.forEach((name, keys) -> settings.add(name, map(keys)));
        JsonObject plots = array(anyOf(choice(RecordKeys.PLOTS), single(settings)), 0);
        plots.addProperty("uniqueItems", true);
        yield plots;
      }
      case PROTOCOL_SECTION -> array(reference("phase"), 1);
      case VALUES -> object("type", "object");
      case MODEL -> choice(Models.neurons().stream().map(NeuronModel::name).toList());
      case SPIKE_TIMES ->
          anyOf(
              formulas(0),
              array(anyOf(formulas(0), reference("regular")), 1),
              reference("staggered"),
              reference("file"),
              reference("images"),
              reference("events"),
              reference("packets"));
      case FILTER -> map(StimulusKeys.DIFFERENCE_OF_GAUSSIANS);
      case PRESENTATIONS -> anyOf(array(map(Keys.PRESENTATION), 0), reference("currentFile"));
      case PARTS -> array(map(StimulusKeys.SHOWN), 1);
      case ONE_TRAIN -> anyOf(formulas(0), reference("regular"), reference("file"));
      case EDGES -> {
        JsonObject entry = anyOf(reference("formula"), object("type", "null"));
        JsonObject edge = array(entry, 2);
        edge.addProperty("maxItems", 4);
        yield anyOf(object("type", "string"), array(edge, 0));
      }
      case SEEDS -> map(Keys.SEEDS);
      case TIME_SECTION -> map(Keys.TIME);
      case PARAMETERS_SECTION -> named(typed("string", "number", "boolean"), 0);
      case NEURONS_SECTION -> named(reference("population"), 1);
      case VARIANTS_SECTION -> named(named(object("type", "object"), 1), 0);
      case INPUTS_SECTION -> open(reference("input"));
      case SYNAPSES_SECTION -> array(reference("projection"), 0);
      case RECORD_SECTION -> record();
      case PLASTICITY_SECTION -> reference("plasticity");
      case ELEMENTS_SECTION -> named(reference("element"), 1);
      case CALCIUM_SECTION -> map(Keys.CALCIUM);
      case STRUCTURAL_SECTION -> map(Keys.STRUCTURAL);
      case THIRD_FACTOR_SECTION -> map(ThirdFactorKeys.THIRD_FACTOR);
      case THIRD_SIDE -> map(ThirdFactorKeys.SIDE);
      case WEIGHTS_SECTION -> sampled(RecordKeys.WEIGHTS);
      case MODULATORS_SECTION -> sampled(RecordKeys.MODULATORS);
      case RATES_SECTION -> map(RecordKeys.RATES);
    };
  }

  /** A map of one of these properties. */
  private static JsonObject single(JsonObject properties) {
    JsonObject single = with("properties", properties);
    single.addProperty("type", "object");
    single.addProperty("additionalProperties", false);
    single.addProperty("minProperties", 1);
    single.addProperty("maxProperties", 1);
    return single;
  }

  /** What is sampled every so often, or at some times. */
  private static JsonObject sampled(List<Key> keys) {
    JsonObject section = map(keys);
    section.add("not", required("every", "at"));
    return section;
  }

  private static JsonObject record() {
    JsonObject record = map(RecordKeys.record());
    JsonArray traces = new JsonArray();
    RecordKeys.allVariables().forEach(variable -> traces.add(required(variable)));
    JsonObject dependent = new JsonObject();
    dependent.add("interval", with("anyOf", traces));
    record.add("dependentSchemas", dependent);
    return record;
  }

  private static JsonObject population() {
    Map<String, JsonObject> models = new LinkedHashMap<>();
    for (NeuronModel model : Models.neurons()) {
      JsonObject schema = map(Keys.population(model));
      schema
          .getAsJsonArray("required")
          .add(model.description().playsSpikeTrains() ? "spike_times" : "size");
      models.put(model.name(), schema);
    }
    JsonObject like = map(Keys.population());
    like.add("not", required("model"));
    JsonObject schema = new JsonObject();
    schema.add("if", required("like"));
    schema.add("then", like);
    schema.add("else", variants("model", models));
    return schema;
  }

  private static JsonObject inputs() {
    Map<String, JsonObject> inputs = new LinkedHashMap<>();
    Keys.INPUTS.forEach((type, keys) -> inputs.put(type, map(keys)));
    JsonObject current = inputs.get("current");
    if (current != null) {
      JsonArray forms = new JsonArray();
      forms.add(required("amplitude"));
      forms.add(required("steps"));
      forms.add(required("times", "amplitudes"));
      current.add("oneOf", forms);
      JsonObject dependent = new JsonObject();
      dependent.add("start", names(List.of("amplitude")));
      dependent.add("stop", names(List.of("amplitude")));
      dependent.add("times", names(List.of("amplitudes")));
      dependent.add("amplitudes", names(List.of("times")));
      current.add("dependentRequired", dependent);
    }
    return variants("type", inputs);
  }

  private static JsonObject projections() {
    Map<String, JsonObject> rules = new LinkedHashMap<>();
    for (String rule : RuleKeys.RULES.keySet()) {
      JsonObject schema = map(Keys.projection(rule));
      if (!rule.equals("explicit")) {
        if (!rule.equals(RuleKeys.CONVOLUTION)) {
          schema.getAsJsonArray("required").add("weight");
        }
        schema.getAsJsonArray("required").add("delay");
      }
      rules.put(rule, schema);
    }
    return variants("rule", rules);
  }

  private static JsonObject plasticity() {
    Map<String, JsonObject> rules = new LinkedHashMap<>();
    for (SynapseModel model : Models.synapses()) {
      rules.put(model.name(), map(Keys.plasticity(model)));
    }
    return variants("rule", rules);
  }

  private static JsonObject elements() {
    Map<String, JsonObject> curves = new LinkedHashMap<>();
    for (GrowthModel model : Models.growthCurves()) {
      curves.put(model.name(), map(Keys.element(model)));
    }
    return variants(Keys.GROWTH_CURVE, curves);
  }

  private static Map<String, JsonObject> distributions(boolean neurons) {
    Map<String, JsonObject> kinds = new LinkedHashMap<>();
    Keys.DISTRIBUTIONS.forEach(
        (kind, keys) -> {
          if (neurons) {
            kinds.put(kind, map(keys));
          } else if (!kind.equals(Keys.LINEAR)) {
            List<Key> all = new ArrayList<>(keys);
            all.add(PlaceKeys.PROFILE);
            kinds.put(kind, map(all));
          }
        });
    JsonObject normal = kinds.get("normal");
    if (normal != null) {
      normal.getAsJsonObject("properties").add("outside", choice(List.of("clip", "redraw")));
    }
    return kinds;
  }

  /** A map of which one key says what other keys it has. */
  private static JsonObject variants(String key, Map<String, JsonObject> variants) {
    JsonObject properties = new JsonObject();
    properties.add(key, choice(variants.keySet()));
    JsonArray cases = new JsonArray();
    variants.forEach(
        (name, schema) -> {
          schema.getAsJsonObject("properties").add(key, object("const", name));
          JsonObject condition = required(key);
          JsonObject constant = new JsonObject();
          constant.add(key, object("const", name));
          condition.add("properties", constant);
          JsonObject single = new JsonObject();
          single.add("if", condition);
          single.add("then", schema);
          cases.add(single);
        });
    JsonObject schema = object("type", "object");
    schema.add("required", names(List.of(key)));
    schema.add("properties", properties);
    if (!cases.isEmpty()) {
      schema.add("allOf", cases);
    }
    return schema;
  }

  private static JsonObject named(JsonObject value, int least) {
    JsonObject schema = open(value);
    schema.addProperty("minProperties", least);
    schema.add("propertyNames", object("pattern", "^" + Names.LEGAL.pattern() + "$"));
    return schema;
  }

  private static JsonObject open(JsonObject value) {
    JsonObject schema = object("type", "object");
    schema.add("additionalProperties", value);
    return schema;
  }

  private static JsonObject formula() {
    JsonObject schema = typed("number", "string");
    schema.addProperty("pattern", "\\S");
    return schema;
  }

  private static JsonObject formulas(int least) {
    return array(reference("formula"), least);
  }

  private static JsonObject oneOrMany() {
    return anyOf(object("type", "string"), array(object("type", "string"), 1));
  }

  private static JsonObject array(JsonObject items, int least) {
    JsonObject schema = object("type", "array");
    schema.add("items", items);
    schema.addProperty("minItems", least);
    return schema;
  }

  private static JsonObject sized(JsonObject array, int most) {
    array.addProperty("maxItems", most);
    return array;
  }

  private static JsonObject anyOf(JsonObject... schemas) {
    JsonArray any = new JsonArray();
    List.of(schemas).forEach(any::add);
    return with("anyOf", any);
  }

  private static JsonObject choice(Collection<String> values) {
    return with("enum", names(values));
  }

  private static JsonObject zeroOrOne() {
    JsonArray values = new JsonArray();
    values.add(0);
    values.add(1);
    return with("enum", values);
  }

  private static JsonObject typed(String... types) {
    return with("type", names(List.of(types)));
  }

  private static JsonObject required(String... keys) {
    return with("required", names(List.of(keys)));
  }

  private static JsonObject reference(String definition) {
    return object("$ref", "#/$defs/" + definition);
  }

  private static JsonObject object(String key, String value) {
    return with(key, new JsonPrimitive(value));
  }

  private static JsonObject with(String key, JsonElement value) {
    JsonObject schema = new JsonObject();
    schema.add(key, value);
    return schema;
  }

  private static JsonArray names(Collection<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return array;
  }
}
