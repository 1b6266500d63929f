package org.hillock.model.linear;

import java.util.Optional;
import java.util.function.Function;
import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.ParameterSet;
import org.hillock.model.Quiescence;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateCarrier;
import org.hillock.model.UnsummedInput;
import org.hillock.vector.Vectors;
import org.jspecify.annotations.Nullable;

/**
 * Advances the neurons of a block whose equations are {@link LinearDynamics}. In a step every state
 * takes the exact propagators of the state at the beginning, and the current of the step; then the
 * spikes that arrive are added: a spike that arrives at t acts on other states from t on.
 *
 * <p>Row after row all neurons are advanced as if none was refractory, and none that is fires; then
 * V is put back for those. So the loops have no case in them.
 */
final class LinearKernel implements NeuronKernel {

  private final LinearDynamics shape;
  private final boolean alike;
  private final Row[] rows;
  private final @Nullable TwoCurrents twoCurrents;
  private final @Nullable UnsummedLoop unsummed;
  private final Column constantCurrent;
  private final Column[] offsets;
  private final Firing firing;
  private final boolean held;
  private final boolean vectors;

  /**
   * @param parameters of the neurons
   * @param dynamics what they are for each set of parameters; of the same shape for all
   * @param step [ms]
   */
  LinearKernel(
      BlockParameters parameters, Function<ParameterSet, LinearDynamics> dynamics, double step) {
    this(parameters, dynamics, step, Vectors.available());
  }

  /** The same with or without vector instructions, for tests. */
  LinearKernel(
      BlockParameters parameters,
      Function<ParameterSet, LinearDynamics> dynamics,
      double step,
      boolean vectors) {
    this.shape = dynamics.apply(parameters.of().apply(0));
    if (!shape.heldAtReset()) {
      throw new IllegalArgumentException("on a grid V is held at its reset value, and V alone");
    }
    this.alike = !parameters.vary();
    this.vectors = vectors;
    LinearNumbers numbers = new LinearNumbers(shape, step);
    Column[] columns = parameters.columns(numbers.count(), set -> numbers.of(dynamics.apply(set)));
    this.rows = numbers.rows(columns, parameters.size());
    this.twoCurrents = TwoCurrents.of(rows);
    this.unsummed = UnsummedLoop.of(rows);
    this.constantCurrent = numbers.constantCurrent(columns);
    this.offsets = numbers.offsets(columns);
    this.firing = new Firing(shape, numbers.firing(columns), parameters.size(), vectors);
    this.held = firing.numbers().held().any(steps -> steps > 0);
  }

  @Override
  public int stateArrays() {
    return shape.states();
  }

  @Override
  public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    Injected injected = new Injected(block.current(), constantCurrent);
    UnsummedInput[] input = block.unsummed();
    if (unsummed != null && input != null) {
      int end = vectors ? unsummed.advanceByVectors(block, input, from, to) : from;
      unsummed.advance(block, input, end, to);
    } else if (twoCurrents != null && injected.ofEach() == null) {
      int end = vectors ? TwoCurrentsVectors.advance(twoCurrents, block, from, to) : from;
      twoCurrents.advance(block, end, to);
    } else {
      int end = vectors ? RowVectors.advance(rows, block, injected, from, to) : from;
      advance(block, injected, end, to);
    }
    firing.fire(block, from, to, step, spikes);
    if (held && to == block.size()) {
      firing.hold(block, step);
    }
  }

  @Override
  public boolean takes(UnsummedInput[] input) {
    return unsummed != null && unsummed.takes(input);
  }

  @Override
  public void visit(NeuronBlock block, int neuron, long step, SpikeSink spikes) {
    Injected injected = new Injected(block.current(), constantCurrent);
    if (twoCurrents != null && injected.ofEach() == null) {
      twoCurrents.advance(block, neuron, neuron + 1);
    } else {
      advance(block, injected, neuron, neuron + 1);
    }
    firing.fire(block, neuron, neuron + 1, step, spikes);
    if (held) {
      firing.hold(block, neuron, step);
    }
  }

  private void advance(NeuronBlock block, Injected injected, int from, int to) {
    for (Row row : rows) {
      row.advance(block, injected, from, to);
    }
  }

  @Override
  public void carry(NeuronBlock block, int neuron, long step, StateCarrier carrier) {
    NeuronKernel.super.carry(block, neuron, step, carrier);
    firing.carry(neuron, step, carrier);
  }

  @Override
  public double read(NeuronBlock block, int variable, int neuron) {
    double value = 0;
    for (LinearDynamics.Raise part : shape.shown.get(variable).sum()) {
      value += block.state(part.state())[neuron];
    }
    return value + offsets[variable].at(neuron);
  }

  @Override
  public void write(NeuronBlock block, int variable, int neuron, double value) {
    LinearDynamics.Shown shown = shape.shown.get(variable);
    if (shown.settable()) {
      block.state(shown.sum().get(0).state())[neuron] = value - offsets[variable].at(neuron);
    }
  }

  @Override
  public Optional<Quiescence> quiescence() {
    return alike && !firing.escapes()
        ? LinearQuiescence.of(shape, rows, constantCurrent.at(0), firing)
        : Optional.empty();
  }
}
