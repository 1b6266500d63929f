/**
 * How messages and summaries write numbers: begin with {@link org.hillock.loihi.words.Words}. Times
 * are in ms, energies in pJ. Stateless, and so safe on any thread.
 */
@NullMarked
package org.hillock.loihi.words;

import org.jspecify.annotations.NullMarked;
