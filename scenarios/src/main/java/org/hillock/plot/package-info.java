/**
 * Pictures of a run: rasters, rates, traces, interval and weight histograms.
 *
 * <p>The problem: a run of a second gives a million spikes, on a laptop or in a bare container
 * without a screen or fonts, and the picture shall be sharp, small, the same everywhere and done in
 * a moment. Read {@link org.hillock.plot.PlotKind} first: it names the plots and draws each from a
 * {@link org.hillock.plot.PlotData}, which holds only lists of {@link org.hillock.record}, so that
 * the same picture comes from a run in memory and from files read back.
 *
 * <pre>
 *   Display.prepare(false);                          // once, before the first plot
 *   for (PlotKind kind : PlotKind.values()) {
 *     if (kind.appliesTo(data)) {
 *       PlotWriter.write(kind.draw(data), folder.resolve(kind.plotName()), PlotSize.STANDARD);
 *     }
 *   }
 * </pre>
 *
 * <table>
 * <caption>Who does what</caption>
 * <tr><td>{@link org.hillock.plot.PlotKind}</td><td>names, descriptions, drawing</td></tr>
 * <tr><td>{@link org.hillock.plot.PlotData}</td><td>what is to be drawn</td></tr>
 * <tr><td>{@link org.hillock.plot.PlotWriter}</td><td>PNG and SVG files</td></tr>
 * <tr><td>{@link org.hillock.plot.PlotWindow}</td><td>a window with zoom and pan</td></tr>
 * <tr><td>{@link org.hillock.plot.PlotTheme}</td><td>colours, fonts, axes</td></tr>
 * <tr><td>{@link org.hillock.plot.RasterImage}</td><td>spikes to pixels, the part that is fast</td></tr>
 * </table>
 *
 * <p>Units: times in ms, rates in Hz per neuron, sizes in pixels. Spikes and axes are data and
 * vectors; only the marks of a raster are pixels, made anew at the resolution and range asked for.
 *
 * <p>A chart belongs to the thread that draws it; charts may be drawn by different threads. What
 * the machine cannot do, for want of a font library or a screen, is a {@link
 * org.hillock.plot.PlotException} that says what to install.
 */
@NullMarked
package org.hillock.plot;

import org.jspecify.annotations.NullMarked;
