/**
 * The command line: verbs, messages and exit codes.
 *
 * <p>Read {@link org.hillock.cli.Main} first; each verb is a command. Their options are in {@link
 * org.hillock.cli.option}, the tables that they print in {@link org.hillock.cli.table}. Exit codes
 * are part of the contract:
 *
 * <table>
 * <caption>Exit codes</caption>
 * <tr><td>0</td><td>done</td></tr>
 * <tr><td>1</td><td>the run failed: disk, memory, or a bug, which says that it is one; or
 *     {@code compare --expect-identical} found a difference; or a point of a sweep failed</td></tr>
 * <tr><td>2</td><td>a mistake of the user: options, scenario, network</td></tr>
 * <tr><td>3</td><td>done, but an expectation does not hold; not of a sweep, whose table says it</td></tr>
 * <tr><td>130</td><td>interrupted; the results up to then are kept, marked as partial</td></tr>
 * </table>
 *
 * <p>Results of commands go to standard output, progress and complaints to standard error.
 */
@NullMarked
package org.hillock.cli;

import org.jspecify.annotations.NullMarked;
