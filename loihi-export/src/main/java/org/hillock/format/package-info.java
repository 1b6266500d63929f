/**
 * What the formats of others have in common: that there is something they cannot say, or a file
 * that is none of theirs ({@link org.hillock.format.FormatException}). Immutable.
 */
@NullMarked
package org.hillock.format;

import org.jspecify.annotations.NullMarked;
