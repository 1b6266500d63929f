/**
 * Files that a user names: what may be the name of one, how one is written so that nothing else is
 * harmed, and how text is read so that a damaged byte is reported with its place.
 *
 * <p>Read {@link org.hillock.file.WholeFile} first. The rules that hold wherever Hillock writes:
 *
 * <ul>
 *   <li>A regular file is written aside and takes its name when it is whole.
 *   <li>A link is followed; a device or a pipe is written to and stays what it is; a folder is
 *       refused.
 *   <li>What is read is a regular file: a device or a pipe may have no end.
 *   <li>A name that comes out of a scenario or a manifest never leads to another folder ({@link
 *       org.hillock.file.FileNames}).
 * </ul>
 *
 * <p>Knows no other package of Hillock; used by any thread.
 */
@NullMarked
package org.hillock.file;

import org.jspecify.annotations.NullMarked;
