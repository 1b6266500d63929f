/**
 * Neurons whose equations have no closed form: a derivative, a threshold and a reset are given, and
 * the integration is done here.
 *
 * <p>Read {@link org.hillock.model.smooth.SmoothDynamics} first, then {@link
 * org.hillock.model.smooth.SmoothEquations}; {@link org.hillock.model.smooth.Smooth} makes of both
 * what a model returns. Units: ms, mV, pA, nS, pF. Descriptions are immutable; kernels belong to a
 * block and are for one thread.
 */
@NullMarked
package org.hillock.model.smooth;

import org.jspecify.annotations.NullMarked;
