package org.hillock.loihi.sanafe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Reads an architecture and a network as SANA-FE does, from the rules of its format alone, and
 * complains where SANA-FE would, and where it would take something silently that is not meant.
 */
public final class SanaFeFiles {

  /** A core: the models of its units, by kind and name. */
  record Core(Map<String, Map<String, String>> units, boolean insideDendrite, int most) {}

  /** A neuron: its attributes, where it is, and its soma. */
  record Neuron(Map<String, Object> attributes, Core core, String soma) {}

  /** A synapse. */
  record Edge(String from, String to, double weight, int delay) {}

  private static final List<String> KINDS =
      List.of("axon_in", "synapse", "dendrite", "soma", "axon_out");
  private static final Map<String, List<String>> MODELS =
      Map.of(
          "synapse", List.of("current_based"),
          "dendrite", List.of("accumulator", "accumulator_with_delay"),
          "soma", List.of("leaky_integrate_fire", "input"));
  private static final Map<String, List<String>> COSTS =
      Map.of(
          "axon_in", List.of("message_in"),
          "synapse", List.of("process_spike"),
          "dendrite", List.of("update"),
          "soma", List.of("access_neuron", "update_neuron", "spike_out"),
          "axon_out", List.of("message_out"));
  private static final Set<String> LIF =
      Set.of(
          "log_spikes",
          "threshold",
          "reset",
          "reset_mode",
          "reverse_threshold",
          "reverse_reset_mode",
          "bias",
          "leak_decay",
          "input_decay",
          "refractory_delay",
          "force_update");

  final List<List<Core>> tiles = new ArrayList<>();
  final Map<String, Neuron> neurons = new LinkedHashMap<>();
  final List<Edge> edges = new ArrayList<>();
  final Map<String, Integer> groups = new LinkedHashMap<>();
  int denseEdges;
  int width;
  int height;

  private final Map<String, Map<String, Object>> attributes = new LinkedHashMap<>();

  /** Reads both. */
  public SanaFeFiles(String architecture, String network) {
    architecture(map(yaml(architecture)));
    network(map(yaml(network)));
  }

  /** Number of dense edges. */
  public int denseEdges() {
    return denseEdges;
  }

  private static Object yaml(String text) {
    // Scalars stay texts, as they do for SANA-FE's reader until it asks for a number.
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    return new Load(settings).loadFromString(text);
  }

  private static void require(boolean condition, String complaint) {
    if (!condition) {
      throw new IllegalArgumentException(complaint);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    require(node instanceof Map, "expected a mapping: " + node);
    return (Map<String, Object>) node;
  }

  private static List<?> list(Object node) {
    require(node instanceof List, "expected a list: " + node);
    return (List<?>) node;
  }

  private static Object get(Map<String, Object> map, String key) {
    Object value = map.get(key);
    require(value != null, "missing: " + key);
    return value;
  }

  private static double number(Map<String, Object> map, String key) {
    return Double.parseDouble((String) get(map, key));
  }

  private static int integer(Map<String, Object> map, String key) {
    return Integer.parseInt((String) get(map, key));
  }

  /** The names that a name with a range stands for: t[0..3] is t[0] to t[3]. */
  private static List<String> names(String name) {
    if (!name.contains("..")) {
      return List.of(name);
    }
    String[] ends = name.substring(name.indexOf('[') + 1, name.indexOf(']')).split("\\.\\.", 2);
    List<String> names = new ArrayList<>();
    for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[1]); i++) {
      names.add(name.substring(0, name.indexOf('[')) + "[" + i + "]");
    }
    require(!names.isEmpty(), "empty range: " + name);
    return names;
  }

  private void architecture(Map<String, Object> root) {
    Map<String, Object> architecture = map(get(root, "architecture"));
    get(architecture, "name");
    Map<String, Object> mesh = map(get(architecture, "attributes"));
    require(get(mesh, "topology").equals("mesh"), "topology");
    require(get(mesh, "sync_model").equals("table"), "sync_model");
    require(integer(mesh, "link_buffer_size") > 0, "link_buffer_size");
    width = integer(mesh, "width");
    height = integer(mesh, "height");
    for (Map.Entry<String, Object> time : map(get(mesh, "latency_sync")).entrySet()) {
      require(Integer.parseInt(time.getKey()) > 0, "latency_sync");
      double seconds = Double.parseDouble((String) time.getValue());
      require(seconds >= 0 && seconds < 1e-3, "latency_sync in seconds");
    }
    for (Object each : list(get(architecture, "tile"))) {
      Map<String, Object> tile = map(each);
      Map<String, Object> hops = map(get(tile, "attributes"));
      for (String side : List.of("north", "east", "south", "west")) {
        cost(hops, side + "_hop");
      }
      for (String name : names((String) get(tile, "name"))) {
        List<Core> cores = new ArrayList<>();
        for (Object core : list(get(tile, "core"))) {
          for (String ignored : names((String) get(map(core), "name"))) {
            cores.add(core(map(core)));
          }
        }
        require(!cores.isEmpty(), name + " has no cores");
        tiles.add(cores);
      }
    }
    require(tiles.size() <= width * height, tiles.size() + " tiles");
  }

  private static Core core(Map<String, Object> core) {
    Map<String, Object> fields = map(get(core, "attributes"));
    String buffer = (String) get(fields, "buffer_position");
    boolean inside = Boolean.parseBoolean((String) get(fields, "buffer_inside_unit"));
    require(inside ? buffer.equals("dendrite") : buffer.equals("soma"), "buffer " + buffer);
    Map<String, Map<String, String>> units = new HashMap<>();
    for (String kind : KINDS) {
      units.put(kind, new LinkedHashMap<>());
      for (Object unit : list(get(core, kind))) {
        Map<String, Object> of = map(get(map(unit), "attributes"));
        COSTS.get(kind).forEach(operation -> cost(of, operation));
        String model = (String) of.getOrDefault("model", "");
        if (MODELS.containsKey(kind)) {
          require(MODELS.get(kind).contains(model), "model " + model);
        }
        for (String name : names((String) get(map(unit), "name"))) {
          require(units.get(kind).put(name, model) == null, "twice: " + name);
        }
      }
      require(!units.get(kind).isEmpty(), "no " + kind);
    }
    boolean delays = units.get("dendrite").containsValue("accumulator_with_delay");
    require(delays == inside, "a dendrite that knows delays keeps the spikes itself");
    return new Core(units, inside, integer(fields, "max_neurons_supported"));
  }

  private static void cost(Map<String, Object> fields, String operation) {
    double energy = number(fields, "energy_" + operation);
    double latency = number(fields, "latency_" + operation);
    require(energy >= 0 && energy < 1e-6, "energy in joules: " + energy);
    require(latency >= 0 && latency < 1e-3, "latency in seconds: " + latency);
  }

  private void network(Map<String, Object> root) {
    Map<String, Object> network = map(get(root, "network"));
    get(network, "name");
    for (Object group : list(get(network, "groups"))) {
      group(map(group));
    }
    for (Object edge : list(get(network, "edges"))) {
      edge(only(edge));
    }
    Map<Core, Set<String>> inputUnits = new IdentityHashMap<>();
    Map<Core, Integer> counts = new IdentityHashMap<>();
    for (Object mapping : list(get(root, "mappings"))) {
      place(only(mapping), inputUnits, counts);
    }
    require(neurons.size() == attributes.size(), "neurons without a place");
  }

  private static Map.Entry<String, Object> only(Object item) {
    require(map(item).size() == 1, "one key per list item: " + item);
    return map(item).entrySet().iterator().next();
  }

  private static int[] range(String text) {
    String[] ends = text.split("\\.\\.", 2);
    int first = Integer.parseInt(ends[0]);
    int last = Integer.parseInt(ends[ends.length - 1]);
    require(first <= last, "range " + text);
    return new int[] {first, last};
  }

  private void group(Map<String, Object> group) {
    String name = (String) get(group, "name");
    require(name.matches("[A-Za-z][A-Za-z0-9_]*"), "name " + name);
    Map<String, Object> common = map(get(group, "attributes"));
    int size = 0;
    for (Object item : list(get(group, "neurons"))) {
      Map.Entry<String, Object> neuron = only(item);
      int[] range = range(neuron.getKey());
      for (int i = range[0]; i <= range[1]; i++, size++) {
        Map<String, Object> all = new HashMap<>(common);
        all.putAll(map(neuron.getValue()));
        require(attributes.put(name + "." + i, all) == null, "twice: " + name + "." + i);
      }
    }
    for (int i = 0; i < size; i++) {
      require(attributes.containsKey(name + "." + i), name + " has gaps");
    }
    require(size > 0, name + " is empty");
    require(groups.put(name, size) == null, "two groups " + name);
  }

  private void edge(Map.Entry<String, Object> edge) {
    String[] ends = edge.getKey().split(" -> ", 2);
    Map<String, Object> fields = map(edge.getValue());
    if (ends[0].contains(".")) {
      require(Set.of("weight", "delay").containsAll(fields.keySet()), "fields " + fields);
      add(ends[0], ends[1], (String) get(fields, "weight"), (String) fields.get("delay"));
      return;
    }
    require(get(fields, "type").equals("dense"), "type");
    denseEdges++;
    int rows = groups.get(ends[0]);
    int columns = groups.get(ends[1]);
    List<?> weights = list(get(fields, "weight"));
    List<?> delays = fields.containsKey("delay") ? list(fields.get("delay")) : List.of();
    require(weights.size() == rows * columns, weights.size() + " weights");
    for (int i = 0; i < rows * columns; i++) {
      add(
          ends[0] + "." + i / columns,
          ends[1] + "." + i % columns,
          (String) weights.get(i),
          delays.isEmpty() ? null : (String) delays.get(i));
    }
  }

  private void add(String from, String to, String weight, @Nullable String delay) {
    require(attributes.containsKey(from), "no neuron " + from);
    require(attributes.containsKey(to), "no neuron " + to);
    int steps = delay == null ? 0 : Integer.parseInt(delay);
    require(steps >= 0 && steps <= 5, "delay " + steps);
    edges.add(new Edge(from, to, Double.parseDouble(weight), steps));
  }

  private void place(
      Map.Entry<String, Object> mapping,
      Map<Core, Set<String>> inputUnits,
      Map<Core, Integer> counts) {
    int dot = mapping.getKey().indexOf('.');
    int[] range = range(mapping.getKey().substring(dot + 1));
    String[] address = ((String) get(map(mapping.getValue()), "core")).split("\\.", 2);
    String soma = (String) get(map(mapping.getValue()), "soma");
    Core core = tiles.get(Integer.parseInt(address[0])).get(Integer.parseInt(address[1]));
    String model = core.units().get("soma").get(soma);
    require(model != null, "no soma " + soma);
    for (int i = range[0]; i <= range[1]; i++) {
      String name = mapping.getKey().substring(0, dot) + "." + i;
      Map<String, Object> own = attributes.get(name);
      require(own != null, "no neuron " + name);
      check(name, own, model.equals("input"));
      require(neurons.put(name, new Neuron(own, core, soma)) == null, name + " placed twice");
      require(counts.merge(core, 1, Integer::sum) <= core.most(), "too many neurons on a core");
      if (model.equals("input")) {
        require(
            inputUnits.computeIfAbsent(core, key -> new HashSet<>()).add(soma),
            "two inputs in " + soma);
      }
    }
  }

  private static void check(String name, Map<String, Object> own, boolean input) {
    if (input) {
      require(own.containsKey("spikes") != own.containsKey("poisson"), name + ": " + own);
      if (own.containsKey("poisson")) {
        require(number(own, "poisson") > 0 && number(own, "poisson") < 1, name + ": " + own);
      } else {
        list(own.get("spikes")).forEach(v -> require(v.equals("0") || v.equals("1"), name));
      }
      return;
    }
    require(own.keySet().equals(LIF), name + ": " + own.keySet());
    require(number(own, "leak_decay") >= 0 && number(own, "leak_decay") <= 1, name);
    require(number(own, "input_decay") >= 0 && number(own, "input_decay") < 1, name);
    require(integer(own, "refractory_delay") >= 1, name);
    require(number(own, "threshold") >= 0 && number(own, "threshold") < 131_072, name);
  }
}
