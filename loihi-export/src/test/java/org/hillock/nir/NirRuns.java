package org.hillock.nir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;

/** Graphs for tests, and runs of what they become. */
final class NirRuns {

  static final double STEP = 0.1;

  private NirRuns() {}

  /** A graph in which each node sends to the next. */
  static NirGraph chain(Object... namesAndNodes) {
    Map<String, NirNode> nodes = new LinkedHashMap<>();
    List<NirGraph.Edge> edges = new java.util.ArrayList<>();
    String before = null;
    for (int i = 0; i < namesAndNodes.length; i += 2) {
      String name = (String) namesAndNodes[i];
      nodes.put(name, (NirNode) namesAndNodes[i + 1]);
      if (before != null) {
        edges.add(new NirGraph.Edge(before, name));
      }
      before = name;
    }
    return new NirGraph(nodes, edges, NirMetadata.NONE);
  }

  static NirNode.Input input(Integer... shape) {
    return new NirNode.Input(List.of(shape), NirMetadata.NONE);
  }

  static NirNode.Output output(Integer... shape) {
    return new NirNode.Output(List.of(shape), NirMetadata.NONE);
  }

  static NirNode.LIF lif(double tau, double r, double leak, double threshold, double reset) {
    return new NirNode.LIF(
        NirArray.of(tau),
        NirArray.of(r),
        NirArray.of(leak),
        NirArray.of(threshold),
        NirArray.of(reset),
        NirMetadata.NONE);
  }

  /** Spikes of all neurons by population, as lists that can be compared. */
  static Map<String, SpikeList> run(Network network, double duration) {
    return run(network, duration, 1);
  }

  static Map<String, SpikeList> run(Network network, double duration, long seed) {
    List<NeuronRange> all = network.populations().stream().map(NeuronRange::all).toList();
    RunResult result =
        Engines.build(
                network,
                new RunSettings(STEP, 0, duration, seed, 1),
                Recording.spikesOf(all),
                RunListener.NONE)
            .run(RunListener.NONE);
    Map<String, SpikeList> spikes = new TreeMap<>();
    result.spikes().forEach(list -> spikes.put(list.population(), list));
    return spikes;
  }

  /** Imports a graph and runs it with one train a population of inputs. */
  static Map<String, SpikeList> run(NirGraph graph, Map<String, double[]> trains, double duration) {
    Map<String, SpikeTrains> given = new LinkedHashMap<>();
    trains.forEach((name, train) -> given.put(name, SpikeTrains.of(List.of(train))));
    return run(NirImport.of(graph, STEP).network(given), duration);
  }
}
