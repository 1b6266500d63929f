package org.hillock.loihi.partition;

/**
 * What a core would hold, and how its synapse memory would be written.
 *
 * @param fill who is on the core, and what it takes
 * @param lists its synapses
 * @param blockOf which axon's synapses an axon shares; its own index if it has its own
 * @param encoding of its sections
 * @param types of the axons; empty where every synapse has a weight of its own
 */
record CorePlan(CoreFill fill, AxonLists lists, int[] blockOf, Encoding encoding, int[] types) {}
