package org.hillock.loihi.nir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.lif.PoissonGenerator;
import org.hillock.lif.SpikeGenerator;
import org.hillock.loihi.hdf5.Shapes;
import org.hillock.model.GridTime;
import org.hillock.model.ParameterSet;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/** Where spikes come from outside: Input nodes. What they send is told in their metadata only. */
final class NirSenders {

  private static final String SPIKES = new SpikeGenerator().name();
  private static final String POISSON = new PoissonGenerator().name();

  /** What an Input gets that is there for readers only. */
  static final String NOTHING = "none";

  private NirSenders() {}

  /** Whether a population only sends. */
  static boolean sends(Population population) {
    return population.model().equals(SPIKES) || population.model().equals(POISSON);
  }

  /** The Input node of a population that only sends. */
  static NirNode node(Population population, List<ParameterSet> parameters) {
    NirMetadata metadata = NirMetadata.NONE.with("source", population.model());
    SpikeTrains trains = population.spikeTrains();
    if (trains != null) {
      List<Double> times = new ArrayList<>();
      List<Double> neurons = new ArrayList<>();
      for (int neuron = 0; neuron < trains.size(); neuron++) {
        for (double time : trains.train(neuron)) {
          times.add(time);
          neurons.add((double) neuron);
        }
      }
      if (!times.isEmpty()) {
        metadata = metadata.with("times_ms", row(times)).with("neurons", row(neurons));
      }
    } else {
      for (String name : List.of("rate", "start", "stop")) {
        double[] values = parameters.stream().mapToDouble(p -> p.get(name)).toArray();
        metadata = metadata.with(name + (name.equals("rate") ? "_Hz" : "_ms"), NirArray.of(values));
      }
    }
    return new NirNode.Input(List.of(population.size()), metadata);
  }

  private static NirArray row(List<Double> values) {
    return NirArray.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Adds the nodes of an input of spikes; constant currents are part of the neurons. */
  static void input(Network network, int index, NirStep dt, long seed, NirDraft draft) {
    Input input = network.inputs().get(index);
    int entity = 0;
    for (NeuronRange range : input.targets()) {
      if (input instanceof Input.Poisson poisson) {
        poisson(
            network,
            poisson,
            range,
            weights(poisson.weight(), range, index, entity, seed),
            dt,
            seed,
            draft);
      } else if (input instanceof Input.Spikes spikes) {
        spikes(
            network,
            spikes,
            range,
            weights(spikes.weight(), range, index, entity, seed),
            dt,
            seed,
            draft);
      }
      entity += range.size();
    }
  }

  /** The weights of an input onto a range, drawn as the simulator draws them. */
  private static double[] weights(
      Distribution weight, NeuronRange range, int index, int firstEntity, long seed) {
    RandomStream stream = new RandomStream(seed);
    double[] weights = new double[range.size()];
    for (int i = 0; i < weights.length; i++) {
      int entity = firstEntity + i;
      stream.at(Purpose.INPUT_WEIGHT, index, entity);
      weights[i] = weight.draw(stream, entity);
    }
    return weights;
  }

  /** Weights onto a range as weights in the file onto its population; 0 outside the range. */
  private static double[] scaled(
      Network network,
      Population target,
      NeuronRange range,
      double[] weights,
      NirStep dt,
      long seed) {
    double[] factors = NirNeurons.weightFactors(network, target, dt, seed);
    double[] scaled = new double[target.size()];
    for (int i = 0; i < weights.length; i++) {
      scaled[range.from() + i] = weights[i] * factors[range.from() + i];
    }
    return scaled;
  }

  /** A train for each neuron: an input as wide as the population, scaled; 0 outside the range. */
  private static void poisson(
      Network network,
      Input.Poisson input,
      NeuronRange range,
      double[] weights,
      NirStep dt,
      long seed,
      NirDraft draft) {
    Population target = network.population(range.population());
    if (sends(target)) {
      return;
    }
    double[] scale = scaled(network, target, range, weights, dt, seed);
    NirMetadata metadata =
        NirMetadata.NONE
            .with("source", "poisson")
            .with("rate_Hz", single(input.rate()))
            .with("start_ms", single(input.start() + input.delay()))
            .with("stop_ms", single(Math.min(Double.MAX_VALUE, input.stop() + input.delay())));
    String sender = draft.name(input.name());
    String weight = draft.name(sender + "_weight");
    draft.put(sender, new NirNode.Input(List.of(target.size()), metadata));
    draft.put(weight, new NirNode.Scale(NirArray.of(scale), NirMetadata.NONE));
    draft.edge(sender, weight);
    draft.edge(weight, NirDraft.inFile(target.name()));
    draft.warn(
        "inputs." + input.name(),
        "NIR has no Poisson spikes; feed node '"
            + sender
            + "' with an independent train of "
            + input.rate()
            + " Hz for each element");
  }

  /** One train for all neurons. */
  private static void spikes(
      Network network,
      Input.Spikes input,
      NeuronRange range,
      double[] weights,
      NirStep dt,
      long seed,
      NirDraft draft) {
    Population target = network.population(range.population());
    if (sends(target)) {
      return;
    }
    double[] column = scaled(network, target, range, weights, dt, seed);
    NirMetadata metadata = NirMetadata.NONE.with("source", "spikes");
    double[] times = input.times().train(0);
    if (times.length > 0) {
      metadata = metadata.with("times_ms", NirArray.of(times));
    }
    String sender = draft.name(input.name());
    String weight = draft.name(sender + "_weight");
    draft.put(sender, new NirNode.Input(List.of(1), metadata));
    draft.put(
        weight,
        new NirNode.Linear(NirArray.owning(List.of(column.length, 1), column), NirMetadata.NONE));
    long steps = Math.max(1, GridTime.index(input.delay(), dt.ms()));
    String delay = draft.name(sender + "_delay");
    draft.put(
        delay,
        new NirNode.Delay(
            NirArray.filled(List.of(target.size()), GridTime.time(steps, dt.ms()) / 1000),
            NirMetadata.NONE));
    draft.edge(sender, weight);
    draft.edge(weight, delay);
    draft.edge(delay, NirDraft.inFile(target.name()));
    draft.warn(
        "inputs." + input.name(),
        "NIR has no spike times; feed node '" + sender + "' with those in its metadata");
  }

  /** What the metadata of an Input node tell of what it sends, as {@link #node} writes them. */
  static ImportedNetwork.Sender told(String population, NirNode.Input input) {
    int size = Shapes.elements(input.shape());
    NirArray times = input.metadata().numbers().get("times_ms");
    NirArray neurons = input.metadata().numbers().get("neurons");
    NirArray rates = input.metadata().numbers().get("rate_Hz");
    if (times != null && (neurons == null ? size == 1 : neurons.size() == times.size())) {
      List<List<Double>> trains = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        trains.add(new ArrayList<>());
      }
      for (int i = 0; i < times.size(); i++) {
        int neuron = neurons == null ? 0 : (int) neurons.get(i);
        if (neuron >= 0 && neuron < size && times.get(i) >= 0) {
          trains.get(neuron).add(times.get(i));
        }
      }
      List<double[]> arrays =
          trains.stream()
              .map(train -> train.stream().mapToDouble(Double::doubleValue).toArray())
              .toList();
      return new ImportedNetwork.Sender(population, SpikeTrains.of(arrays), Map.of());
    }
    if (NOTHING.equals(input.metadata().texts().get("source"))) {
      SpikeTrains none = SpikeTrains.of(Collections.nCopies(size, new double[0]));
      return new ImportedNetwork.Sender(population, none, Map.of());
    }
    Map<String, Distribution> poisson = new LinkedHashMap<>();
    poisson(input, "rate_Hz", "rate", size, poisson);
    if (!poisson.isEmpty()) {
      poisson(input, "start_ms", "start", size, poisson);
      poisson(input, "stop_ms", "stop", size, poisson);
    }
    return new ImportedNetwork.Sender(population, null, poisson);
  }

  /**
   * A parameter of Poisson spikes, one for all elements or one each; left out where it says none.
   */
  private static void poisson(
      NirNode.Input input, String told, String name, int size, Map<String, Distribution> into) {
    NirArray values = input.metadata().numbers().get(told);
    if (values == null || values.size() != 1 && values.size() != size) {
      return;
    }
    double[] each = values.toArray();
    for (int i = 0; i < each.length; i++) {
      if (!(each[i] >= 0)) {
        return;
      }
      each[i] = NirNumbers.clean(each[i]);
    }
    boolean never = name.equals("stop") && Arrays.stream(each).allMatch(NirSenders::endless);
    if (!never) {
      boolean one = Arrays.stream(each).allMatch(value -> value == each[0]);
      into.put(name, one ? Distribution.of(each[0]) : new Distribution.Listed(each));
    }
  }

  /** A stop for which files have the largest number there is. */
  private static boolean endless(double stop) {
    return stop >= Double.MAX_VALUE;
  }

  private static NirArray single(double value) {
    return NirArray.of(List.of(), value);
  }
}
