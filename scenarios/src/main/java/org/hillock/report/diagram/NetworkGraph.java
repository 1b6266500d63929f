package org.hillock.report.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.report.Numerals;

/**
 * What there is to draw of a network.
 *
 * @param nodes populations in their order, then inputs
 * @param bundles all projections between two populations that have the same sign, as one arrow each
 */
public record NetworkGraph(List<Node> nodes, List<Bundle> bundles) {

  /**
   * A population or an input.
   *
   * @param name as in the scenario
   * @param detail size and model, or kind
   * @param input whether it is an input
   * @param fed inputs that are written into its box, since they reach nobody else
   */
  public record Node(String name, String detail, boolean input, List<String> fed) {

    Node(String name, String detail, boolean input) {
      this(name, detail, input, List.of());
    }
  }

  /**
   * An arrow.
   *
   * @param from number of a node
   * @param to number of a node
   * @param sign of the weights
   * @param synapses how many are to be expected; of inputs, how many neurons they reach
   * @param projections how many there are
   * @param drawn whether chance decides how many synapses there are
   */
  public record Bundle(
      int from, int to, Sign sign, double synapses, int projections, boolean drawn) {

    /** The number as people read it: about as many, where it is drawn at random. */
    public String count() {
      return (drawn ? "≈ " : "") + Numerals.count(synapses);
    }

    private Bundle with(Bundle more) {
      return new Bundle(
          from,
          to,
          sign,
          synapses + more.synapses,
          projections + more.projections,
          drawn || more.drawn);
    }
  }

  /** With more nodes an arrow from each input would be one too many. */
  private static final int CROWD = 8;

  private record Key(int from, int to, Sign sign) {}

  /** Of a network. */
  public static NetworkGraph of(Network network) {
    List<Node> nodes = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (Population population : network.populations()) {
      numbers.put(population.name(), nodes.size());
      String size = Numerals.count(population.size());
      nodes.add(new Node(population.name(), size + " × " + population.model(), false));
    }
    Map<Key, Bundle> bundles = new LinkedHashMap<>();
    for (Projection projection : network.projections()) {
      add(
          bundles,
          new Key(
              numbers.get(projection.source().population()),
              numbers.get(projection.target().population()),
              projection.carries() == null ? Sign.of(projection.weight()) : Sign.EITHER),
          projection.expectedSynapses(),
          projection.rule().randomNumber());
    }
    for (Input input : network.inputs()) {
      for (NeuronRange range : input.targets()) {
        Sign sign = input.spikeWeight() == null ? Sign.EITHER : Sign.of(input.spikeWeight());
        Key key = new Key(nodes.size(), numbers.get(range.population()), sign);
        add(bundles, key, range.size(), false);
      }
      nodes.add(new Node(input.name(), detail(input), true));
    }
    NetworkGraph graph = new NetworkGraph(List.copyOf(nodes), List.copyOf(bundles.values()));
    return nodes.size() > CROWD ? FedNodes.of(graph) : graph;
  }

  private static void add(Map<Key, Bundle> bundles, Key key, double synapses, boolean drawn) {
    bundles.merge(
        key, new Bundle(key.from(), key.to(), key.sign(), synapses, 1, drawn), Bundle::with);
  }

  private static String detail(Input input) {
    double rate = input.highestRate();
    String upTo = rate == input.meanRate() ? "" : "up to ";
    return input.drawsTrains() && rate > 0
        ? String.format(Locale.ROOT, "%s, %s%s Hz", input.kind(), upTo, Numerals.number(rate))
        : input.kind();
  }

  /** The nodes to which a node leads, but for itself. */
  Set<Integer> after(int node) {
    Set<Integer> after = new TreeSet<>();
    for (Bundle bundle : bundles) {
      if (bundle.from() == node && bundle.to() != node) {
        after.add(bundle.to());
      }
    }
    return after;
  }

  /** Whether an arrow leads the other way. */
  boolean answered(Bundle bundle) {
    return bundles.stream()
        .anyMatch(other -> other.from() == bundle.to() && other.to() == bundle.from());
  }

  /** The bundles between populations. */
  public List<Bundle> synapses() {
    return bundles.stream().filter(bundle -> !nodes.get(bundle.from()).input()).toList();
  }
}
