/** Tests of what numbers look like. */
@NullMarked
package org.hillock.words;

import org.jspecify.annotations.NullMarked;
