/**
 * What verbs print: tables, texts, and pictures of tables.
 *
 * <p>Read {@link org.hillock.cli.table.ComparisonTable} first. Each class turns figures into lines;
 * none prints them.
 *
 * <p>Numbers with about three digits, each with its unit. Used by one thread.
 */
@NullMarked
package org.hillock.cli.table;

import org.jspecify.annotations.NullMarked;
