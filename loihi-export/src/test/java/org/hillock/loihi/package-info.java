/**
 * Tests of the export. {@code ReferenceChip} is an emulator written from the published equations,
 * and {@code ReadMapping} a reader of {@code mapping.json} written from its schema; neither uses
 * code that it checks.
 */
@NullMarked
package org.hillock.loihi;

import org.jspecify.annotations.NullMarked;
