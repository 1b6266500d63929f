/**
 * The learning engine of the chip: weights that change by sums of products of traces.
 *
 * <p>Read {@link org.hillock.loihi.emulate.learning.LearningRule} first. A rule is a sum for each
 * of the three variables of a synapse; a product happens at a presynaptic spike (x0), a
 * postsynaptic one (y0) or every 2^k-th epoch (u_k), for example
 *
 * <pre>
 *   dw = 2^-2*x1*y0 - 2^-2*y1*x0          pair-based STDP
 *   dw = 2^-2*x1*y0 - u4*2^-5*w           with a decay of the weight
 * </pre>
 *
 * (Davies et al. 2018, IEEE Micro 38:82, "Learning engine"). Traces x1, x2 of the source and y1,
 * y2, y3 of the target have 7 bits, jump at spikes and decay, rounded at random.
 *
 * <p>Two accounts of the arithmetic exist, see {@link
 * org.hillock.loihi.emulate.learning.LearningArithmetic}: {@code EpochLearning} follows lava
 * b6822fbc ({@code LearningDense}, bit-approximate), {@code StepLearning} follows brian2_loihi
 * 9ac5842 (Michaelis et al. 2022). {@link org.hillock.loihi.emulate.learning.LearningDraws} is
 * where random numbers come from. Time in steps. Nothing but records is thread-safe.
 */
@NullMarked
package org.hillock.loihi.emulate.learning;

import org.jspecify.annotations.NullMarked;
