/** What must be so of all classes of the module; begin with {@code ModelNamesTest}. */
@NullMarked
package org.hillock.architecture;

import org.jspecify.annotations.NullMarked;
