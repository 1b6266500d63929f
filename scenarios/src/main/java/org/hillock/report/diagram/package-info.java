/**
 * The diagram of a network: populations and inputs as boxes, projections as arrows, in layers from
 * left to right.
 *
 * <p>The problem: networks of the field are anything from one neuron under a current to eight
 * populations that all project to each other, and a picture of either must be legible without
 * anybody moving boxes. {@link org.hillock.report.diagram.NetworkDiagram} draws; read it first.
 * {@link org.hillock.report.diagram.NetworkGraph} says what there is to draw, {@code Components}
 * which populations reach each other and who comes before whom, {@code Layout} where boxes are, and
 * {@code EdgePath} how an arrow gets from one to another without crossing a third.
 *
 * <p>Units: pixels, the origin in the upper left corner. Everything here belongs to the thread that
 * writes the page. The same network gives the same picture.
 */
@NullMarked
package org.hillock.report.diagram;

import org.jspecify.annotations.NullMarked;
