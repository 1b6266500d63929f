/**
 * Files of event cameras, whose pixels say when they become brighter or darker.
 *
 * <p>Read {@link org.hillock.stimulus.event.CameraEvents} first: the spikes of neurons that are
 * pixels. {@link org.hillock.stimulus.event.EventFile} knows a file by its first bytes and hands
 * its events on, one by one. Times in microseconds as in the file, pixels from the upper left. What
 * a file holds is checked before it is used, so that a damaged one ends in a sentence.
 */
@NullMarked
package org.hillock.stimulus.event;

import org.jspecify.annotations.NullMarked;
