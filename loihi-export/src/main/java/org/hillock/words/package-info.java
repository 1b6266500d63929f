/**
 * How messages and summaries write numbers: begin with {@link org.hillock.words.Words}. Times are
 * in ms, energies in pJ. Stateless, and so safe on any thread.
 */
@NullMarked
package org.hillock.words;

import org.jspecify.annotations.NullMarked;
