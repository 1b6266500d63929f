/**
 * The report of a mapping: one HTML file, with its style and pictures inside, that opens anywhere
 * without a network.
 *
 * <p>The problem: a mapping of a thousand cores and millions of routes is far too large to read,
 * and the questions about it are few. Does it fit, and which resource is short? Where is the mesh
 * busy? What did rounding do to the neurons and synapses? What would it cost? Read {@link
 * org.hillock.report.MappingReport} first: it puts the sections one after the other, and each
 * {@code Section} answers one of these questions with numbers, a picture and a table.
 *
 * <pre>
 *   MappingReport.write(mapping, folder.resolve("report.html"));
 * </pre>
 *
 * <p>Pictures are SVG, written by hand: heat maps and meshes are rectangles, for which a chart
 * library brings nothing, and what is written here takes its colours from the page, light or dark.
 * Whatever has a place for each core or row is cut down before it is drawn, so that the file stays
 * small for any mapping.
 *
 * <p>Pages of runs, sweeps and comparisons are {@link org.hillock.report.ReportPage}s, whose
 * sections are in the packages below this one; markup, tables and pictures are shared.
 *
 * <p>Units: loads in packets per second of the network's time, energies in pJ or µJ per second of
 * it, times in ns, µs or ms, use as a fraction of the limit, sizes of pictures in pixels.
 * Everything here belongs to the thread that writes the report. The same mapping gives the same
 * bytes.
 */
@NullMarked
package org.hillock.report;

import org.jspecify.annotations.NullMarked;
