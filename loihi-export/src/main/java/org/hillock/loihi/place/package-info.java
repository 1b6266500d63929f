/**
 * Which core of which chip each part of the network gets. {@link org.hillock.loihi.place.Placer}
 * puts cores that talk to each other near to each other on the {@link
 * org.hillock.loihi.place.MeshDistance mesh}; {@link org.hillock.loihi.place.CoreGraph} says how
 * much they talk. Rates in packets per second. Not thread-safe.
 */
@NullMarked
package org.hillock.loihi.place;

import org.jspecify.annotations.NullMarked;
