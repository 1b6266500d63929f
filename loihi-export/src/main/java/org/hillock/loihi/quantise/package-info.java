/**
 * From millivolts and milliseconds to the whole numbers of a chip. Read {@link
 * org.hillock.loihi.quantise.Quantiser} first: {@code PhysicalNeuron} is what a compartment stands
 * for, one class a form; {@code Dynamics} finds decays and gains, {@code Scale} how many units of v
 * stand for a millivolt, {@code WeightFormat} how weights are written. {@code Mappable} says
 * beforehand what no quantisation can bring on to the chip. Not thread-safe but for the records.
 */
@NullMarked
package org.hillock.loihi.quantise;

import org.jspecify.annotations.NullMarked;
