/**
 * Random numbers that depend on what they are for and on nothing else.
 *
 * <p>Read {@link org.hillock.random.RandomStream} first. Every draw is a function of (seed,
 * purpose, object, entity, counter) computed by the block cipher-like generator {@link
 * org.hillock.random.Philox}; no draw depends on which thread asks or in which order. A stream is
 * not thread-safe: each thread has its own and points it at the entity it works for.
 */
@NullMarked
package org.hillock.random;

import org.jspecify.annotations.NullMarked;
