package org.hillock.record;

import java.util.List;

/**
 * Sampled state of the neurons of one range.
 *
 * @param population name of the population
 * @param firstNeuron index of the first neuron of the range
 * @param variables names of the variables
 * @param times when the samples were taken [ms]
 * @param values {@code values[variable][neuron - firstNeuron][sample]} in the variable's unit
 */
public record TraceTable(
    String population,
    int firstNeuron,
    List<String> variables,
    double[] times,
    double[][][] values) {}
