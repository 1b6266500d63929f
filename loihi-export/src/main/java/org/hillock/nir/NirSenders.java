package org.hillock.nir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.form.PoissonSpikes;
import org.hillock.model.form.SpikeSource;
import org.hillock.network.ChangingPoisson;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** Where spikes come from outside: Input nodes. What they send is told in their metadata only. */
final class NirSenders {

  /** What an Input gets that is there for readers only. */
  static final String NOTHING = "none";

  /** Name in the metadata of what an Input node stands for. */
  static final String SOURCE = "source";

  private NirSenders() {}

  /** Whether a population only sends. */
  static boolean sends(Population population) {
    return Models.form(population.model()) instanceof SpikeSource;
  }

  /** The Input node of a population that only sends. */
  static NirNode node(Population population, List<NeuronForm> forms) {
    NirMetadata metadata = NirMetadata.NONE.with(SOURCE, population.model());
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
      metadata =
          metadata
              .with("rate_Hz", poisson(forms, PoissonSpikes::rate))
              .with("start_ms", poisson(forms, PoissonSpikes::from))
              .with("stop_ms", poisson(forms, PoissonSpikes::until));
      if (forms.stream().anyMatch(form -> ((PoissonSpikes) form).deadTime() > 0)) {
        metadata = metadata.with("dead_time_ms", poisson(forms, PoissonSpikes::deadTime));
      }
    }
    return new NirNode.Input(List.of(population.size()), metadata);
  }

  private static NirArray poisson(List<NeuronForm> forms, ToDoubleFunction<PoissonSpikes> value) {
    return NirArray.of(
        forms.stream().mapToDouble(form -> value.applyAsDouble((PoissonSpikes) form)).toArray());
  }

  private static NirArray row(List<Double> values) {
    return NirArray.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Adds the nodes of an input of spikes; constant currents are part of the neurons. */
  static void input(Network network, int index, NirStep dt, long seed, NirDraft draft) {
    Input input = network.inputs().get(index);
    int entity = 0;
    for (NeuronRange range : input.targets()) {
      Distribution weight = input.spikeWeight();
      if (weight != null) {
        double[] weights = weights(weight, range, index, entity, seed);
        input.accept(
            new Input.SpikeCases<@Nullable Void>() {
              @Override
              public @Nullable Void poisson(Input.Poisson poisson) {
                NirSenders.poisson(
                    network,
                    poisson,
                    range,
                    weights,
                    told(poisson, dt),
                    poisson.rate() + " Hz",
                    dt,
                    seed,
                    draft);
                return null;
              }

              @Override
              public @Nullable Void changingPoisson(ChangingPoisson poisson) {
                NirSenders.poisson(
                    network,
                    poisson,
                    range,
                    weights,
                    told(poisson, dt),
                    "the rates in its metadata",
                    dt,
                    seed,
                    draft);
                return null;
              }

              @Override
              public @Nullable Void spikes(Input.Spikes spikes) {
                NirSenders.spikes(network, spikes, range, weights, dt, seed, draft);
                return null;
              }
            });
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

  private static NirMetadata told(Input.Poisson input, NirStep dt) {
    NirMetadata told =
        NirMetadata.NONE
            .with(SOURCE, "poisson")
            .with("rate_Hz", single(input.rate()))
            .with("start_ms", single(sent(input.start(), input.delay(), dt)))
            .with("stop_ms", single(sent(input.stop(), input.delay(), dt)));
    return input.periodic() ? told.with("period_ms", single(input.period())) : told;
  }

  /** Rates that change, each with the time at which it begins. */
  private static NirMetadata told(ChangingPoisson input, NirStep dt) {
    List<Double> times = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < input.rates().size(); i++) {
      times.add(sent(input.rates().time(i), input.delay(), dt));
      rates.add(input.rates().rate(i));
    }
    return NirMetadata.NONE
        .with(SOURCE, "changing_poisson")
        .with("times_ms", row(times))
        .with("rates_Hz", row(rates));
  }

  /**
   * A train for each neuron: an input as wide as the population, scaled; 0 outside the range.
   *
   * @param metadata says what is sent
   * @param rate how a sentence says it
   */
  private static void poisson(
      Network network,
      Input input,
      NeuronRange range,
      double[] weights,
      NirMetadata metadata,
      String rate,
      NirStep dt,
      long seed,
      NirDraft draft) {
    Population target = network.population(range.population());
    if (sends(target)) {
      return;
    }
    double[] scale = scaled(network, target, range, weights, dt, seed);
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
            + rate
            + " for each element");
  }

  /**
   * When something is sent that arrives a delay after a time: one step before it arrives, since a
   * way in NIR takes a step; not before 0 ms, and without an end at the largest number there is.
   */
  private static double sent(double time, double delay, NirStep dt) {
    if (time >= Double.MAX_VALUE) {
      return Double.MAX_VALUE;
    }
    long steps = GridTime.index(time, dt.ms()) + GridTime.index(delay, dt.ms()) - 1;
    return GridTime.time(Math.max(0, steps), dt.ms());
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
    NirMetadata metadata = NirMetadata.NONE.with(SOURCE, "spikes");
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

  private static NirArray single(double value) {
    return NirArray.of(List.of(), value);
  }
}
