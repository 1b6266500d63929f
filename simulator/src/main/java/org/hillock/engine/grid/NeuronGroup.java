package org.hillock.engine.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hillock.engine.SpikeBuffer;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateVariable;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Population;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * The neurons of one population in one partition, with their kernels. Neurons that share all
 * parameters are advanced by one call; where parameters differ from neuron to neuron, each run of
 * equal neurons has its own kernel.
 */
final class NeuronGroup {

  private record Run(int from, int to, NeuronKernel kernel) {}

  private final NeuronBlock block;
  private final List<Run> runs = new ArrayList<>();
  private final Sink sink;

  /**
   * @param population description
   * @param model its model
   * @param block state, empty
   * @param step grid step [ms]
   * @param seed the run's seed
   */
  NeuronGroup(Population population, NeuronModel model, NeuronBlock block, double step, long seed) {
    this.block = block;
    this.sink = new Sink(block.firstNeuron());
    String where = "neurons." + population.name();
    Values values = new Values(population, model, block, seed);
    ParameterSet shared = null;
    int runStart = 0;
    for (int i = 0; i < block.size(); i++) {
      if (i > 0 && !values.parametersVary()) {
        break;
      }
      ParameterSet own = ParameterSet.of(where, model.parameters(), values.parameters(i));
      if (shared == null) {
        shared = own;
      } else if (!own.equals(shared)) {
        addRun(where, model, shared, runStart, i, step);
        shared = own;
        runStart = i;
      }
    }
    if (shared != null) {
      addRun(where, model, shared, runStart, block.size(), step);
    }
    values.initialise(runs, model);
  }

  private void addRun(
      String where, NeuronModel model, ParameterSet parameters, int from, int to, double step) {
    model
        .conflict(parameters)
        .ifPresent(
            conflict -> {
              throw new InvalidNetworkException(where, conflict, "parameters that fit each other");
            });
    NeuronKernel kernel = model.kernel(parameters, step);
    List<StateVariable> variables = model.stateVariables();
    for (int variable = 0; variable < variables.size(); variable++) {
      double initial = model.initialValue(variable, parameters);
      for (int i = from; i < to; i++) {
        kernel.write(block, variable, i, initial);
      }
    }
    runs.add(new Run(from, to, kernel));
  }

  NeuronBlock block() {
    return block;
  }

  /**
   * Advances all neurons by a step.
   *
   * @param step the step
   * @param fired takes the neurons that fire, by their index in the population
   * @param plastic synapses onto these neurons that must hear of their spikes
   */
  void update(long step, SpikeBuffer fired, List<PlasticSynapses> plastic) {
    sink.step = step;
    sink.fired = fired;
    sink.plastic = plastic;
    for (Run run : runs) {
      run.kernel().update(block, run.from(), run.to(), step, sink);
    }
  }

  /** Passes on the spikes of one update. */
  private static final class Sink implements SpikeSink {
    private final int firstNeuron;
    private long step;
    private SpikeBuffer fired;
    private List<PlasticSynapses> plastic = List.of();

    Sink(int firstNeuron) {
      this.firstNeuron = firstNeuron;
      this.fired = new SpikeBuffer(0, 0);
    }

    @Override
    public void fire(int neuron) {
      fired.add(firstNeuron + neuron);
      for (PlasticSynapses table : plastic) {
        table.addPostSpike(neuron, step);
      }
    }
  }

  /** The present value of a state variable of a neuron of the block. */
  double read(int variable, int neuron) {
    for (Run run : runs) {
      if (neuron < run.to()) {
        return run.kernel().read(block, variable, neuron);
      }
    }
    throw new IndexOutOfBoundsException(neuron);
  }

  /** Draws parameters and initial values, each from a stream keyed by name and neuron. */
  private static final class Values {

    private final Population population;
    private final NeuronBlock block;
    private final RandomStream stream;
    private final Map<String, Integer> place = new HashMap<>();
    private final List<String> parameterNames;

    Values(Population population, NeuronModel model, NeuronBlock block, long seed) {
      this.population = population;
      this.block = block;
      this.stream = new RandomStream(seed);
      // Keyed by place in the sorted list of all names of the model, so that giving one more
      // parameter does not change the values of another.
      TreeSet<String> names = new TreeSet<>();
      model.parameters().forEach(parameter -> names.add(parameter.name()));
      model.stateVariables().forEach(variable -> names.add(variable.name()));
      for (String name : names) {
        place.put(name, place.size());
      }
      for (String name : population.parameters().keySet()) {
        if (!names.contains(name)) {
          throw new InvalidNetworkException(
              "neurons." + population.name() + "." + name,
              "an unknown parameter",
              String.join(", ", names));
        }
      }
      this.parameterNames =
          model.parameters().stream()
              .map(Parameter::name)
              .filter(population.parameters()::containsKey)
              .toList();
    }

    boolean parametersVary() {
      return parameterNames.stream().anyMatch(name -> !distribution(name).constant());
    }

    Map<String, Double> parameters(int neuron) {
      Map<String, Double> given = new HashMap<>();
      parameterNames.forEach(name -> given.put(name, draw(name, neuron)));
      return given;
    }

    void initialise(List<Run> runs, NeuronModel model) {
      List<StateVariable> variables = model.stateVariables();
      for (int variable = 0; variable < variables.size(); variable++) {
        String name = variables.get(variable).name();
        if (population.parameters().containsKey(name)) {
          for (Run run : runs) {
            for (int i = run.from(); i < run.to(); i++) {
              run.kernel().write(block, variable, i, draw(name, i));
            }
          }
        }
      }
    }

    private double draw(String name, int neuron) {
      int entity = block.firstNeuron() + neuron;
      int names = place.size();
      stream.at(Purpose.PARAMETER, block.population() * names + place.get(name), entity);
      return distribution(name).draw(stream, entity);
    }

    private Distribution distribution(String name) {
      return population.parameters().get(name);
    }
  }
}
