package org.hillock.model.linear;

import org.hillock.model.Column;
import org.hillock.model.NeuronBlock;
import org.hillock.model.UnsummedInput;
import org.jspecify.annotations.Nullable;

/**
 * A membrane without a bound and two currents into it that decay and receive spikes, the same for
 * all neurons: the commonest neuron there is, which has loops of its own where nothing is injected.
 *
 * @param membrane the membrane
 * @param first one current
 * @param second the other
 */
record TwoCurrents(Row membrane, Row first, Row second) implements UnsummedLoop {

  /** Rows as such a neuron, or null if they are none. */
  static @Nullable TwoCurrents of(Row[] rows) {
    if (rows.length != 3) {
      return null;
    }
    Row membrane = rows[0];
    boolean are =
        membrane.current() != null
            && membrane.sources().length == 2
            && membrane.sources()[0] == rows[1].state()
            && membrane.sources()[1] == rows[2].state()
            && membrane.receptors().length == 0
            && !membrane.bounded();
    return are && isCurrent(rows[1]) && isCurrent(rows[2])
        ? new TwoCurrents(membrane, rows[1], rows[2])
        : null;
  }

  private static boolean isCurrent(Row row) {
    return row.current() == null
        && row.sources().length == 0
        && row.receptors().length == 1
        && row.alike();
  }

  /** Advances neurons of a block, as their rows would one after the other, to the same bits. */
  void advance(NeuronBlock block, int from, int to) {
    double[] v = block.state(membrane.state());
    double[] x0 = block.state(first.state());
    double[] x1 = block.state(second.state());
    double[] input0 = block.input(first.receptors()[0]);
    double[] input1 = block.input(second.receptors()[0]);
    int offset = block.inputOffset();
    Column leak = membrane.decay();
    Column c0 = membrane.factors()[0];
    Column c1 = membrane.factors()[1];
    Column drive = membrane.drive();
    double decay0 = first.decay().at(0);
    double decay1 = second.decay().at(0);
    double jump0 = first.jumps()[0].at(0);
    double jump1 = second.jumps()[0].at(0);
    for (int i = from; i < to; i++) {
      v[i] = v[i] * leak.at(i) + x0[i] * c0.at(i) + x1[i] * c1.at(i) + drive.at(i);
      x0[i] = x0[i] * decay0 + input0[offset + i] * jump0;
      x1[i] = x1[i] * decay1 + input1[offset + i] * jump1;
    }
  }

  @Override
  public boolean takes(UnsummedInput[] input) {
    return membrane.alike()
        && hears(first, input).other() == null
        && hears(second, input).other() == null;
  }

  /** What reaches a current. */
  static UnsummedInput hears(Row current, UnsummedInput[] input) {
    return input[current.receptors()[0]];
  }

  @Override
  public void advance(NeuronBlock block, UnsummedInput[] input, int from, int to) {
    double[] v = block.state(membrane.state());
    double[] x0 = block.state(first.state());
    double[] x1 = block.state(second.state());
    UnsummedInput input0 = hears(first, input);
    UnsummedInput input1 = hears(second, input);
    double leak = membrane.decay().at(0);
    double c0 = membrane.factors()[0].at(0);
    double c1 = membrane.factors()[1].at(0);
    double drive = membrane.drive().at(0);
    double decay0 = first.decay().at(0);
    double decay1 = second.decay().at(0);
    double jump0 = first.jumps()[0].at(0);
    double jump1 = second.jumps()[0].at(0);
    for (int i = from; i < to; i++) {
      v[i] = v[i] * leak + x0[i] * c0 + x1[i] * c1 + drive;
      x0[i] = x0[i] * decay0 + input0.take(i) * jump0;
      x1[i] = x1[i] * decay1 + input1.take(i) * jump1;
    }
  }

  @Override
  public int advanceByVectors(NeuronBlock block, UnsummedInput[] input, int from, int to) {
    return TwoCurrentsVectors.advance(this, block, input, from, to);
  }
}
