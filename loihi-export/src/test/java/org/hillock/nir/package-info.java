/** Tests of NIR files and of the ways between graphs and networks. */
@NullMarked
package org.hillock.nir;

import org.jspecify.annotations.NullMarked;
