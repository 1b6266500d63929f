package org.hillock.model;

/**
 * What the spikes of all modulating neurons together leave behind: dn/dt = -n/tau, += 1/tau at each
 * of them, so that over a long time n is their rate [1/ms].
 *
 * @param name by which the equations of the rule call it
 * @param tau its time constant [ms]
 */
public record ModulatorTrace(String name, double tau) {}
