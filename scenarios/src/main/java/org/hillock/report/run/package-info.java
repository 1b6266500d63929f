/**
 * The page of a run: claim and verdict, activity that can be looked into, the network, parameters,
 * plots, times, and how to run it again, in one file that needs nothing from elsewhere.
 *
 * <p>The problem: what a run leaves behind is a folder of tables, and who gets it by mail wants to
 * see it, all of it, without a program. Read {@link org.hillock.report.run.RunReport} first: it
 * reads the folder and puts the sections one after the other. What the scripts of the page draw is
 * in {@code SpikeData}, {@code Curve} and {@code DrawnFacts}; the scripts are resources beside
 * {@link org.hillock.report.ReportPage}, which writes the file.
 *
 * <p>Numbers of the manifest are shown as they stand there. Units: ms, Hz, those of traces and
 * weights as the manifest names them. Everything here belongs to the thread that writes the page.
 * The same folder gives the same bytes.
 */
@NullMarked
package org.hillock.report.run;

import org.jspecify.annotations.NullMarked;
