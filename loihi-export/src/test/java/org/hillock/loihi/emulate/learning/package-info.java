/** Tests of the learning engine. */
@NullMarked
package org.hillock.loihi.emulate.learning;

import org.jspecify.annotations.NullMarked;
