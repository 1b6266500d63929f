/**
 * Neurons whose equations have no closed form: a derivative, a threshold and a reset are given, and
 * the integration is done here.
 *
 * <p>Read {@link org.hillock.model.smooth.SmoothDynamics} first, then {@link
 * org.hillock.model.smooth.SmoothEquations}; {@link org.hillock.model.smooth.Smooth} makes of both
 * what a model returns.
 *
 * <p>A method for stiff equations is not needed. How many steps of its own a neuron takes in one of
 * 0.1 ms on the grid, at most and on average over 2 ms, while a conductance g decays from a value
 * on (250 pF, 16.7 nS, from -70 mV towards 0 mV; steps that are taken back included):
 *
 * <pre>
 *   g [nS]     tau 0.2 ms    tau 2 ms      tau 10 ms
 *   100         3,  2.7       1,  1.0      1,  1.0
 *   1,000       6,  3.5       6,  3.2      6,  3.9
 *   10,000     45,  6.4      50,  7.2     51,  7.2
 *   100,000    96, 10.3      96, 16.7     94, 16.9
 * </pre>
 *
 * <p>Networks of the field stay below 1,000 nS, and the greatest conductance that is a default,
 * after a spike of iaf_cond_exp_sfa_rr, is 3,214 nS. Units: ms, mV, pA, nS, pF. Descriptions are
 * immutable; kernels belong to a block and are for one thread.
 */
@NullMarked
package org.hillock.model.smooth;

import org.jspecify.annotations.NullMarked;
