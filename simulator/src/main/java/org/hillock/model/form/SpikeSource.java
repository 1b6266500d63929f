package org.hillock.model.form;

/** What sends spikes and reacts to none: a chip is fed with them from outside. */
public sealed interface SpikeSource extends NeuronForm permits GivenSpikes, PoissonSpikes {}
