/** Tests of the emulated chip, most of them against vectors of the public emulators. */
@NullMarked
package org.hillock.loihi.emulate;

import org.jspecify.annotations.NullMarked;
