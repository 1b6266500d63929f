package org.hillock.model.linear;

import org.hillock.model.NeuronBlock;
import org.hillock.model.UnsummedInput;
import org.jspecify.annotations.Nullable;

/**
 * A membrane on which spikes act at once, the same for all neurons, with synapses of two weights:
 * what networks of excitatory and inhibitory populations are made of.
 *
 * @param membrane the only state
 */
record OneMembrane(Row membrane) implements UnsummedLoop {

  /** Rows as such a neuron, or null if they are none. */
  static @Nullable OneMembrane of(Row[] rows) {
    boolean is =
        rows.length == 1
            && rows[0].current() != null
            && rows[0].sources().length == 0
            && rows[0].receptors().length == 1
            && rows[0].alike();
    return is ? new OneMembrane(rows[0]) : null;
  }

  @Override
  public boolean takes(UnsummedInput[] input) {
    return input.length == 1 && input[0].other() != null;
  }

  @Override
  public void advance(NeuronBlock block, UnsummedInput[] input, int from, int to) {
    double[] v = block.state(membrane.state());
    double decay = membrane.decay().at(0);
    double drive = membrane.drive().at(0);
    double jump = membrane.jumps()[0].at(0);
    double lowest = membrane.lowest().at(0);
    for (int i = from; i < to; i++) {
      v[i] = Math.max(v[i] * decay + drive + input[0].take(i) * jump, lowest);
    }
  }

  @Override
  public int advanceByVectors(NeuronBlock block, UnsummedInput[] input, int from, int to) {
    return OneMembraneVectors.advance(membrane, block, input[0], from, to);
  }
}
