/** Tests of what is told to SANA-FE, with a reader and a simulator of its files of their own. */
@NullMarked
package org.hillock.loihi.sanafe;

import org.jspecify.annotations.NullMarked;
