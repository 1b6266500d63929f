/**
 * What a scenario expects of its results.
 *
 * <p>Read {@link org.hillock.scenario.claim.Expectation} first: a claim, checked for sense when the
 * file is read, and for truth after the run, which gives a {@link
 * org.hillock.scenario.claim.Verdict}. {@link org.hillock.scenario.claim.Measure} lists what can be
 * measured; {@link org.hillock.scenario.claim.ResultScope} lets formulas use it.
 *
 * <p>Times in ms, rates in Hz. Used by one thread.
 */
@NullMarked
package org.hillock.scenario.claim;

import org.jspecify.annotations.NullMarked;
