package org.hillock.engine.event;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hillock.engine.run.ParameterRuns;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.UnstableNeuronException;
import org.hillock.engine.wiring.TablePlan;
import org.hillock.model.CellKernel;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.GridTime;
import org.hillock.model.InputList;
import org.hillock.model.Models;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeTimes;
import org.hillock.model.StateCarrier;
import org.hillock.model.UnstableStateException;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Lesion;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * The neurons of one population in one partition, with their kernels and what reaches them from
 * outside. Neurons that share all parameters share a kernel.
 */
final class EventGroup {

  /** Before the first window, so that it includes time 0. */
  static final double BEFORE_START = -1;

  /** In place of a number of arrivals: inputs are taken in order. */
  static final int IN_ORDER = -1;

  private static final SpikeTimes NOBODY = time -> {};

  private boolean anew;
  private final @Nullable Lesion lesion;
  private final String name;
  private final NeuronDescription description;
  private final boolean resolves;
  private final EventBlock block;
  private final NeuronValues values;
  private final ParameterRuns<EventKernel> runs;
  private final EventInputs outside;

  private final InputList nothing = new InputList();

  private final @Nullable CellVisits cells;
  private final double[] before;
  private final double[] after;

  /**
   * @param network the network
   * @param population index of the population
   * @param firstNeuron first neuron of the group
   * @param size number of neurons
   * @param settings of the run
   * @param width length of a window [ms]
   * @param inbox where neurons are told of what arrives
   */
  EventGroup(
      Network network,
      int population,
      int firstNeuron,
      int size,
      RunSettings settings,
      double width,
      Inbox inbox) {
    Population described = network.populations().get(population);
    this.name = described.name();
    NeuronModel model = Models.of(described);
    this.description = model.description();
    this.values = new NeuronValues(described, population, model, settings.seed());
    this.runs =
        new ParameterRuns<>(model, values, firstNeuron, size, new Kernels(described, model));
    this.resolves = runs.all().stream().anyMatch(run -> run.kernel().hearsReceptors());
    // Neurons that differ may need solutions of different kinds.
    int stride = runs.all().stream().mapToInt(run -> run.kernel().stateSize()).max().orElse(0);
    this.block =
        new EventBlock(
            population,
            firstNeuron,
            size,
            stride,
            new RandomStream(settings.noiseSeed()),
            described.spikeTrains());
    this.before = new double[stride];
    this.after = new double[stride];
    this.lesion = described.lesion();
    this.outside =
        new EventInputs(network, population, firstNeuron, size, description, settings, width);
    // By the population as a whole, lest it matter how it is cut.
    CellKernel inCells =
        values.parametersVary() || size == 0 ? null : runs.kernel(0).inCells(width);
    this.cells = inCells == null ? null : new CellVisits(inCells, outside, inbox, width);
    runs.initialise((kernel, neuron, initial) -> kernel.start(block, neuron, initial));
  }

  /** Makes the kernels of a population, which share scratch space. */
  private static final class Kernels implements Function<ParameterSet, EventKernel> {
    private final Population described;
    private final NeuronModel model;
    private @Nullable EventKernel before;

    Kernels(Population described, NeuronModel model) {
      this.described = described;
      this.model = model;
    }

    @Override
    public EventKernel apply(ParameterSet set) {
      EventKernel kernel = kernel(described, model, set);
      EventKernel made = before == null ? kernel : kernel.sharing(before);
      before = made;
      return made;
    }
  }

  private static EventKernel kernel(Population described, NeuronModel model, ParameterSet set) {
    model
        .dynamics()
        .gridOnly(set)
        .ifPresent(
            reason -> {
              throw new InvalidNetworkException(
                  "neurons." + described.name() + ".model",
                  "'" + model.name() + "', which " + reason,
                  "a step of time, such as 0.1 ms, with which this model runs on the grid; or, in"
                      + " continuous time, a model or parameters of which that is not true");
            });
    return model.dynamics().eventKernel(set);
  }

  EventBlock block() {
    return block;
  }

  /** Carries all that is known of a neuron between two windows. */
  void carry(int neuron, StateCarrier carrier) {
    int at = block.at(neuron);
    carrier.carry(block.state(), at, at + runs.kernel(neuron).stateSize());
  }

  /** How many numbers an input remembers here. */
  long remembered(int input) {
    return outside.remembered(input);
  }

  /** Carries what an input remembers of a neuron. */
  void carryInput(int input, int neuron, StateCarrier carrier) {
    outside.carry(input, neuron, carrier);
  }

  /** Begins with an input at a moment, as if it had not been there before [ms]. */
  void beginInput(int input, double time) {
    outside.begin(input, time);
  }

  /**
   * Carries what a neuron is at a moment through which it has been taken: its parameters, its
   * current, its state and its state variables as people know them. Where it goes on with other
   * parameters it has the same state variables; else what is carried here changes nothing.
   *
   * @param time the moment [ms]
   * @return whether it goes on otherwise than before
   */
  boolean carryVariables(int neuron, double time, StateCarrier carrier) {
    EventKernel kernel = runs.kernel(neuron);
    int at = block.at(neuron);
    int size = kernel.stateSize();
    int parameters = values.parametersHash(block.firstNeuron() + neuron);
    double current = outside.current(neuron, time);
    double[] values = new double[description.stateVariables().size()];
    double[] kept = Arrays.copyOfRange(block.state(), at, at + size);
    if (!carrier.restores()) {
      kernel.advance(block, neuron, nothing, 0, time, NOBODY);
      if (!description.currents().isEmpty()) {
        kernel.inject(block, neuron, time, current); // which moves its state there
      }
      for (int variable = 0; variable < values.length; variable++) {
        values[variable] = kernel.read(block, neuron, variable, time);
      }
    }
    boolean others = carrier.carry(parameters) != parameters || anew && carrier.restores();
    boolean flows = carrier.carry(current) != current;
    carrier.carry(block.state(), at, at + size);
    carrier.carry(values, 0, values.length);
    if (others) {
      int own = block.firstNeuron() + neuron;
      kernel.set(block, neuron, anew ? this.values.initial(own) : values);
      kernel.beginAnew(block, neuron, time);
    } else {
      System.arraycopy(kept, 0, block.state(), at, size);
    }
    if (flows) {
      kernel.inject(block, neuron, time, current);
    }
    return others || flows;
  }

  /** When its neurons are restored, their state variables take their initial values if so named. */
  void beginAnew(Set<String> populations) {
    anew = populations.contains(name);
  }

  /** Begins a window. */
  void begin(long window) {
    if (cells != null) {
      cells.begin(window);
    }
  }

  /** Takes note of what its neurons have been told of so far. */
  void knowArrivals() {
    if (cells != null) {
      cells.knowArrivals();
    }
  }

  /** Whether a neuron is to be visited in cells, in a window that begins after a moment. */
  boolean inCells(int neuron, double begin, double until) {
    return cells != null && begin >= 0 && outside.nextChange(neuron, begin) > until;
  }

  /**
   * Takes a neuron through a window.
   *
   * @param neuron index within the group
   * @param begin the window begins after this [ms]
   * @param until and ends with this [ms]
   * @param inputs what arrives through synapses, ascending in time; what comes from outside is
   *     added
   * @param told {@link #IN_ORDER}; or the neuron is visited in cells, and this is how many arrivals
   *     it was told of in place of the inputs
   * @param heard where to report spikes
   * @return a time before which it need not be looked at unless something arrives [ms]
   */
  double visit(
      int neuron, double begin, double until, InputList inputs, int told, SpikeTimes heard) {
    double wake;
    boolean dead = lesion != null && lesion.holds(block.firstNeuron() + neuron);
    SpikeTimes spikes = dead ? NOBODY : heard;
    try {
      if (told == IN_ORDER || cells == null) {
        outside.addArrivals(neuron, begin, until, inputs);
        InputOrder.joinMoments(inputs);
        resolveReceptors(inputs);
        wake = advance(neuron, begin, until, inputs, spikes);
      } else {
        wake = cells.visit(block, neuron, told, runs.kernel(neuron), spikes);
      }
    } catch (InvalidNetworkException e) {
      // The kernel knows what is wrong, but not whose kernel it is.
      String who = "neurons." + name + "[" + (block.firstNeuron() + neuron) + "]";
      throw new InvalidNetworkException(who, e.found(), e.allowed());
    } catch (UnstableStateException e) {
      int index = block.firstNeuron() + neuron;
      throw new UnstableNeuronException(
          name, index, e.time(until), e.found(), values.parameters(index));
    }
    return Math.min(wake, outside.next(neuron, until));
  }

  /** Says at which receptor each input acts, where a kernel wants to know. */
  private void resolveReceptors(InputList inputs) {
    byte[] receptors = inputs.receptors();
    for (int i = 0; resolves && i < inputs.size(); i++) {
      if (receptors[i] == TablePlan.BY_SIGN) {
        receptors[i] = (byte) description.receptor(null, inputs.weights()[i]);
      }
    }
  }

  /** Advances over inputs and changes of current. */
  private double advance(
      int neuron, double begin, double until, InputList inputs, SpikeTimes spikes) {
    EventKernel kernel = runs.kernel(neuron);
    int next = 0;
    for (double change = outside.nextChange(neuron, begin);
        change <= until;
        change = outside.nextChange(neuron, change)) {
      double moment = Math.max(0, change);
      next = advancePart(kernel, neuron, inputs, next, moment, spikes);
      kernel.inject(block, neuron, moment, outside.current(neuron, change));
    }
    return kernel.advance(block, neuron, inputs, next, until, spikes);
  }

  /** The first input after a moment. */
  private static int after(InputList inputs, int from, double moment) {
    int to = from;
    while (to < inputs.size() && inputs.times()[to] <= moment) {
      to++;
    }
    return to;
  }

  /** Advances to a moment over the inputs up to it; returns the first input after it. */
  private int advancePart(
      EventKernel kernel, int neuron, InputList inputs, int from, double until, SpikeTimes spikes) {
    int size = inputs.size();
    int to = after(inputs, from, until);
    inputs.resize(to);
    kernel.advance(block, neuron, inputs, from, until, spikes);
    inputs.resize(size);
    return to;
  }

  /**
   * Takes a neuron through a window as {@link #visit} does, and samples its state. The samples are
   * taken from further runs through the window, so that they cannot change the first.
   *
   * @param traces all traces of the group
   */
  double visitAndSample(
      int neuron,
      double begin,
      double until,
      InputList inputs,
      int told,
      SpikeTimes spikes,
      List<TraceSamples> traces) {
    int at = block.at(neuron);
    System.arraycopy(block.state(), at, before, 0, before.length);
    double wake = visit(neuron, begin, until, inputs, told, spikes);
    InputList all = told == IN_ORDER || cells == null ? inputs : cells.all();
    System.arraycopy(block.state(), at, after, 0, after.length);
    for (TraceSamples samples : traces) {
      if (samples.holds(neuron)) {
        System.arraycopy(before, 0, block.state(), at, before.length);
        sample(neuron, begin, until, all, samples);
        wake = Math.min(wake, samples.next(until));
      }
    }
    System.arraycopy(after, 0, block.state(), at, after.length);
    return wake;
  }

  private void sample(
      int neuron, double begin, double until, InputList inputs, TraceSamples samples) {
    EventKernel kernel = runs.kernel(neuron);
    int next = 0;
    double change = outside.nextChange(neuron, begin);
    double time = samples.next(begin);
    while (Math.min(change, time) <= until) {
      double moment = Math.max(0, Math.min(change, time));
      int to = after(inputs, next, moment + GridTime.SAME_MOMENT);
      if (to > next) {
        moment = Math.max(moment, inputs.times()[to - 1]);
      }
      next = advancePart(kernel, neuron, inputs, next, moment, NOBODY);
      if (time <= moment) {
        samples.take(kernel, block, neuron, time, moment);
        time = samples.next(time);
      }
      if (change <= moment) {
        kernel.inject(block, neuron, moment, outside.current(neuron, change));
        change = outside.nextChange(neuron, change);
      }
    }
  }
}
