/**
 * A mapping for other programs ({@link org.hillock.loihi.write.MappingWriter}: {@code mapping.json}
 * and its schema) and for people ({@link org.hillock.loihi.write.MappingSummary}). Not thread-safe.
 */
@NullMarked
package org.hillock.loihi.write;

import org.jspecify.annotations.NullMarked;
