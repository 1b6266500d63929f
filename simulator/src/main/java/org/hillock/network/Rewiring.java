package org.hillock.network;

/**
 * Structural plasticity of a projection: its synapses form where an element of a source and one of
 * a target are both vacant, and vanish with the elements that they join.
 *
 * @param pre the kind of element that sources give, such as {@code axon}
 * @param post the kind of element that targets give, such as {@code dendrite}
 * @param interval time between two changes of the wiring [ms]
 */
public record Rewiring(String pre, String post, double interval) {}
