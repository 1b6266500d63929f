/**
 * Whether scenarios keep what they claim, as a table and as a page with pictures.
 *
 * <p>The problem: a claim that was true once must be true of every build, and a reader wants to see
 * claim, value and picture side by side. Read {@link org.hillock.gallery.VerifiedScenario} first:
 * it runs one scenario and compares. {@link org.hillock.gallery.GalleryPage} writes the page.
 *
 * <p>Used by one thread.
 */
@NullMarked
package org.hillock.gallery;

import org.jspecify.annotations.NullMarked;
