package org.hillock.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.ParameterSet;

/**
 * A slice of a population cut into runs of neighbours that share all parameters, and so a kernel.
 *
 * @param <K> kernels of an engine
 */
public final class ParameterRuns<K> {

  /**
   * Neurons {@code from} to {@code to - 1} of the slice.
   *
   * @param <K> kernels of an engine
   */
  public record Run<K>(int from, int to, K kernel) {}

  /**
   * Takes the initial state of neurons.
   *
   * @param <K> kernels of an engine
   */
  public interface Initial<K> {
    /**
     * Sets a neuron's state.
     *
     * @param kernel its kernel
     * @param neuron index within the slice
     * @param initial values of {@link NeuronDescription#stateVariables}, as people know them; used
     *     again
     */
    void set(K kernel, int neuron, double[] initial);
  }

  private final NeuronModel model;
  private final NeuronValues values;
  private final int firstNeuron;
  private final List<Run<K>> runs = new ArrayList<>();

  /**
   * @param model the population's model
   * @param values of the population
   * @param firstNeuron index, within the population, of the slice's first neuron
   * @param size neurons of the slice
   * @param kernel makes the kernel of neurons with these parameters
   */
  public ParameterRuns(
      NeuronModel model,
      NeuronValues values,
      int firstNeuron,
      int size,
      Function<ParameterSet, K> kernel) {
    this.model = model;
    this.values = values;
    this.firstNeuron = firstNeuron;
    if (size > 0) {
      cut(size, kernel);
    }
  }

  private void cut(int size, Function<ParameterSet, K> kernel) {
    int start = 0;
    ParameterSet shared = values.parameters(firstNeuron);
    for (int i = 1; i < size && values.parametersVary(); i++) {
      ParameterSet own = values.parameters(firstNeuron + i);
      if (!own.equals(shared)) {
        runs.add(new Run<>(start, i, kernel.apply(shared)));
        start = i;
        shared = own;
      }
    }
    runs.add(new Run<>(start, size, kernel.apply(shared)));
  }

  /** All runs, in order. */
  public List<Run<K>> all() {
    return runs;
  }

  /** The kernel of a neuron of the slice. */
  public K kernel(int neuron) {
    int low = 0;
    int high = runs.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (neuron < runs.get(middle).to()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return runs.get(low).kernel();
  }

  /** Draws the initial values of all neurons. */
  public void initialise(Initial<K> into) {
    for (Run<K> run : model.stateVariables().isEmpty() ? List.<Run<K>>of() : runs) {
      for (int i = run.from(); i < run.to(); i++) {
        into.set(run.kernel(), i, values.initial(firstNeuron + i));
      }
    }
  }
}
