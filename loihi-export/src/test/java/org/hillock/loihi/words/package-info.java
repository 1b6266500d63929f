/** Tests of what numbers look like. */
@NullMarked
package org.hillock.loihi.words;

import org.jspecify.annotations.NullMarked;
