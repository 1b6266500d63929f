package org.hillock.loihi.read;

/**
 * A source of spikes outside the chip.
 *
 * @param port its number
 * @param kind {@code poisson}, {@code spikes} or {@code relay}
 * @param name of the population or input
 * @param index the neuron, or the train
 * @param rate of a Poisson port [Hz]
 * @param deadTime of a Poisson port, after each spike [ms]
 * @param firstStep in which a Poisson port may fire
 * @param lastStep in which it may; {@link Long#MAX_VALUE} if there is none
 * @param steps in which a port of given spikes fires, one as often as there are spikes in it
 * @param routes to input axons
 */
public record MappedPort(
    int port,
    String kind,
    String name,
    int index,
    double rate,
    double deadTime,
    long firstStep,
    long lastStep,
    int[] steps,
    MappedCore.Route[] routes) {}
