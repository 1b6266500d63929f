/** Tests of netx files. */
@NullMarked
package org.hillock.loihi.netx;

import org.jspecify.annotations.NullMarked;
