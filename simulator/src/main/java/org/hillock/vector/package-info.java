/**
 * Whether this virtual machine offers vector instructions.
 *
 * <p>Kernels that use the incubating Vector API ({@code jdk.incubator.vector}) have a scalar twin
 * that gives the same bits; which of the two runs is decided once, by {@link
 * org.hillock.vector.Vectors}. A class that mentions the Vector API must not be loaded where the
 * module is absent.
 */
@NullMarked
package org.hillock.vector;

import org.jspecify.annotations.NullMarked;
