package org.hillock.cause;

/**
 * What one spike that arrived made of the potential.
 *
 * @param way the projection or input by which it came
 * @param source who sent it, such as {@code exc[12]}; empty if it came from outside
 * @param receptor at which it arrived; empty where there is only one
 * @param sent when it was sent [ms]; not a number if it came from outside
 * @param arrival when it arrived [ms]
 * @param weight in the unit of the model; of several in one step from outside, of all
 * @param potential what it made of V at the moment that is explained [mV]
 */
public record Contribution(
    String way,
    String source,
    String receptor,
    double sent,
    double arrival,
    double weight,
    double potential) {}
