/** The two models that CONTRIBUTING.md shows in full, so that what it shows compiles and runs. */
@NullMarked
package org.hillock.lif.example;

import org.jspecify.annotations.NullMarked;
