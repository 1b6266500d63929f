package org.hillock.nir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hillock.format.FormatException;
import org.hillock.hdf5.Shapes;
import org.hillock.model.form.GivenSpikes;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;

/**
 * From a NIR graph to a network that runs in steps of dt. A spike is a pulse of height 1 that lasts
 * dt, see {@link NirExport}, and its whole effect comes at the end of a step:
 *
 * <pre>
 *   LIF        iaf_psc_delta    tau_m = C_m = tau, E_L = v_leak, I_e = r b,   w' = r w g
 *   CubaLIF    iaf_psc_exp      tau_m = C_m = tau_mem, tau_syn_ex = tau_syn_in = tau_syn,
 *                               I_e = r w_in b,                               w' = r w_in w g_syn
 *   IF         if_psc_delta     C_m = 1000 pF, I_e = r b,                     w' = r w dt
 *   Threshold  threshold_unit   theta = threshold - b,                        w' = w
 *   LI, CubaLI, I               the same with a threshold that is never reached
 * </pre>
 *
 * <p>b is the constant that reaches a neuron by the biases of the nodes before it, and g the part
 * of a pulse that a step adds, 1 - e^(-dt/tau) or dt/tau, see {@link NirDecay}. V begins at 0. v
 * &gt; v_threshold is V ≥ the next number. Linear nodes between two neurons become one list of
 * synapses, with what is not 0; a Delay becomes the delay of synapses. A way without one takes a
 * step, since on the grid no spike acts in the step in which it is fired.
 */
public final class NirImport {

  /** Words of the scenario language and of YAML, which are no names there. */
  private static final Set<String> RESERVED =
      Set.of("all", "none", "true", "false", "null", "yes", "no", "on", "off", "pi", "if", "inf");

  private final GraphPaths paths;
  private final NirGraph graph;
  private final NirDecay decay;
  private final double step;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, NirUnits> units = new HashMap<>();
  private final Set<String> taken = new LinkedHashSet<>();
  private final Set<String> projectionNames = new LinkedHashSet<>();
  private final Map<String, double[]> constants;
  private final List<String> notes;

  private NirImport(FilteredSynapses filtered, NirDecay decay, double step, List<String> notes) {
    this.graph = filtered.graph();
    this.constants = filtered.constants();
    this.paths = new GraphPaths(graph);
    this.decay = decay;
    this.step = step;
    this.notes = notes;
  }

  /**
   * Whether the neurons that fire have no time constant: such models come from frameworks that have
   * no time but the step, for which r is that of a step of a second.
   */
  public static boolean timeless(NirGraph graph) {
    boolean found = false;
    for (NirNode node : FlatGraph.of(graph).nodes().values()) {
      if (node instanceof NirNode.LIF || node instanceof NirNode.CubaLIF) {
        return false;
      }
      found |= node instanceof NirNode.IF;
    }
    return found;
  }

  /**
   * The network of a graph, with the decay that it states, and the exact one if it states none. A
   * decay that is stated and not known is told in the notes.
   */
  public static ImportedNetwork of(NirGraph graph, double step) {
    NirStated stated = NirStated.of(graph);
    NirDecay decay = stated.decay().orElse(NirDecay.EXACT);
    ImportedNetwork network = of(graph, decay, step);
    return stated.decayFault().isEmpty()
        ? network
        : network.noting(stated.decayFault() + ": decays are " + decay.text());
  }

  /**
   * The network of a graph.
   *
   * @param graph the graph; may be recurrent, and have graphs in it
   * @param decay how it is stepped
   * @param step dt [ms], above 0
   * @throws FormatException naming the node that cannot be run
   */
  public static ImportedNetwork of(NirGraph graph, NirDecay decay, double step) {
    if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
      throw new FormatException("step", "found " + step + " ms", "a step above 0 ms");
    }
    ResetCheck.check(graph);
    List<String> notes = new ArrayList<>();
    NirGraph open = GraphEnds.of(FlatGraph.of(graph), notes);
    FilteredSynapses filtered = FilteredSynapses.of(open);
    notes.addAll(filtered.notes());
    if (decay == NirDecay.EULER) {
      notes.add(
          "forward Euler: time constants and weights are those with which exact steps give the same");
    }
    return new NirImport(filtered, decay, step, notes).run();
  }

  private ImportedNetwork run() {
    List<Population> populations = new ArrayList<>();
    Map<String, ImportedNetwork.Sender> inputs = new LinkedHashMap<>();
    graph
        .nodes()
        .forEach(
            (name, node) -> {
              if (node instanceof NirNode.Input input) {
                names.put(name, legalName(name, node));
                inputs.put(name, sender(name, input));
                populations.add(sender(names.get(name), Shapes.elements(input.shape())));
              } else if (!(node instanceof NirNode.Output) && !GraphPaths.linear(node)) {
                names.put(name, legalName(name, node));
                NirUnits unit = unit(name, node);
                units.put(name, unit);
                populations.add(unit.population());
              }
            });
    if (units.isEmpty()) {
      throw new FormatException(
          "the graph", "there is no neuron in it", "a node such as LIF, CubaLIF or IF");
    }
    List<Projection> projections = new ArrayList<>();
    for (String target : names.keySet()) {
      if (units.containsKey(target)) {
        paths
            .arriving(target)
            .forEach((source, ways) -> projections.addAll(projection(source, target, ways)));
      }
    }
    List<String> silent =
        names.keySet().stream()
            .filter(name -> units.containsKey(name) && !unitOf(name).spikes())
            .map(this::population)
            .toList();
    return new ImportedNetwork(
        populations,
        projections,
        Collections.unmodifiableMap(inputs),
        outputs(),
        silent,
        step,
        notes);
  }

  private ImportedNetwork.Sender sender(String name, NirNode.Input input) {
    return new ToldTimes(step, notes).sender(name, population(name), input);
  }

  private NirUnits unitOf(String node) {
    return Objects.requireNonNull(units.get(node));
  }

  private String population(String node) {
    return Objects.requireNonNull(names.get(node));
  }

  private NirUnits unit(String name, NirNode node) {
    try {
      return Objects.requireNonNull(
          NirUnits.of(
              population(name),
              node,
              new ToldTimes(step, notes).refractory(name, node),
              constant(name),
              decay,
              step),
          node::type);
    } catch (FormatException e) {
      throw e.where().startsWith("node") ? e : e.in("node '" + name + "'");
    }
  }

  private double[] constant(String name) {
    double[] known = constants.get(name);
    return known == null ? paths.constant(name) : known;
  }

  private static Population sender(String name, int size) {
    SpikeTrains none = SpikeTrains.of(Collections.nCopies(size, new double[0]));
    TakenForms taken = TakenForms.of(size, i -> new GivenSpikes());
    return new Population(name, size, taken.model(), taken.parameters(), none);
  }

  /** The synapses along all ways from one node to another; none if all weights are 0. */
  private List<Projection> projection(String source, String target, SparsePaths ways) {
    NirUnits unit = unitOf(target);
    if (units.containsKey(source) && !unitOf(source).spikes()) {
      throw new FormatException(
          "node '" + source + "'",
          "its output is a potential and not spikes, and '" + target + "' is fed by it",
          "a node that fires in its place, such as LIF, or an Output behind it");
    }
    int count = ways.size();
    int[] sources = new int[count];
    int[] targets = new int[count];
    double[] weights = new double[count];
    double[] delays = new double[count];
    RoundedTimes rounded = new RoundedTimes(step);
    int size = 0;
    for (int element = 0; element < ways.elements(); element++) {
      for (int way = ways.first(element); way < ways.first(element + 1); way++) {
        double weight = ways.weight(way) * unit.factors()[element];
        if (weight != 0) {
          sources[size] = ways.source(way);
          targets[size] = element;
          weights[size] = weight;
          delays[size++] = delay(ways.delay(way), target, rounded);
        }
      }
    }
    if (size == 0) {
      notes.add("'" + source + "' → '" + target + "': all weights are 0; left out");
      return List.of();
    }
    notes.addAll(rounded.notes("'" + source + "' → '" + target + "'", "delays"));
    return List.of(
        SynapseLists.projection(
            free(population(source) + "_" + population(target), projectionNames),
            NeuronRange.all(
                units.containsKey(source)
                    ? unitOf(source).population()
                    : sender(population(source), sizeOf(source))),
            NeuronRange.all(unit.population()),
            Arrays.copyOf(sources, size),
            Arrays.copyOf(targets, size),
            Arrays.copyOf(weights, size),
            Arrays.copyOf(delays, size)));
  }

  private int sizeOf(String input) {
    return Shapes.elements(
        ((NirNode.Input) Objects.requireNonNull(graph.nodes().get(input))).shape());
  }

  /** A delay [s] in ms, on the grid and at least a step, which a way without one takes. */
  private double delay(double seconds, String target, RoundedTimes rounded) {
    if (!(seconds >= 0)) {
      throw new FormatException(
          "node '" + target + "'",
          "a spike reaches it " + -seconds + " s before it is fired",
          "delays of 0 s or more");
    }
    double time = NirNumbers.milliseconds(seconds);
    return time == 0 ? step : rounded.round(time, 1);
  }

  private List<String> outputs() {
    Set<String> outputs = new LinkedHashSet<>();
    graph
        .nodes()
        .forEach(
            (name, node) -> {
              if (node instanceof NirNode.Output) {
                Set<String> sources = paths.sources(name);
                sources.forEach(source -> outputs.add(population(source)));
                if (paths.transformed(name)) {
                  notes.add(
                      "output '"
                          + name
                          + "' is a linear map of "
                          + String.join(", ", sources.stream().map(this::population).toList())
                          + ", which is recorded in its place");
                }
              }
            });
    return List.copyOf(outputs);
  }

  /** A name as scenarios have them, which no other population has. */
  private String legalName(String node, NirNode unit) {
    String name = node.replaceAll("[^A-Za-z0-9_]", "_");
    if (!name.matches("[A-Za-z].*")) {
      name = unit.type().toLowerCase(Locale.ROOT) + "_" + name;
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      name = name + "_0";
    }
    String free = free(name, taken);
    if (!free.equals(node)) {
      notes.add("node '" + node + "' is called " + free);
    }
    return free;
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
