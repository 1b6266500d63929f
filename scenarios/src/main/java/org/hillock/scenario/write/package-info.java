/**
 * A scenario as a file again.
 *
 * <p>Read {@link org.hillock.scenario.write.ResolvedYaml} first: every formula evaluated,
 * everything inherited or read from a file written out, so that the file gives the same network.
 * {@link org.hillock.scenario.write.ImportedScenario} does it for a network that comes from
 * elsewhere.
 *
 * <p>Every quantity is written with its unit. Used by one thread.
 */
@NullMarked
package org.hillock.scenario.write;

import org.jspecify.annotations.NullMarked;
