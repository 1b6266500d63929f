/**
 * The neuron models, one class each: the equations stand in its description, and what it does with
 * them in a few lines below. {@link org.hillock.model.Family} says what kinds there are.
 *
 * <p>Read {@link org.hillock.lif.IafPscExp} first, whose equations are linear data, then {@link
 * org.hillock.lif.IafCondExp}, whose equations are a derivative, and {@link
 * org.hillock.lif.Izhikevich}, which brings its own step. What several models share, such as {@code
 * Membrane}, {@code Conductances} or {@code AdaptiveExponential}, is not public. Each is registered
 * as a service and found by name through {@link org.hillock.model.Models}.
 *
 * <p>Units: ms, mV, pA, nS, pF. Models are immutable; only {@link StrictMath}, {@link
 * org.hillock.vector.Exp} and plain arithmetic, so results are the same on every JVM.
 */
@NullMarked
package org.hillock.lif;

import org.jspecify.annotations.NullMarked;
