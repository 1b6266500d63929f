package org.hillock.scenario;

import org.hillock.network.Network;

/**
 * A stretch of a scenario's protocol.
 *
 * @param name as the scenario calls it
 * @param trial which of the phases of that name it is, from 0 on
 * @param begin it takes the time after this moment [ms], warm-up included
 * @param end and up to this one [ms]
 * @param network with the values that hold in it; its neurons are those of the scenario
 */
public record Phase(String name, int trial, double begin, double end, Network network) {}
