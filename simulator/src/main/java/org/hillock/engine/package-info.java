/**
 * Choosing an engine.
 *
 * <p>Read {@link org.hillock.engine.Engines} first, then {@link org.hillock.engine.run.Simulation}:
 * what every engine gives. Below lie the rooms:
 *
 * <table>
 * <caption>The rooms, each of which knows only those above it and {@code run}</caption>
 * <tr><td>{@link org.hillock.engine.run}</td><td>a run, whatever the engine</td></tr>
 * <tr><td>{@link org.hillock.engine.memory}</td><td>what a run will take of memory</td></tr>
 * <tr><td>{@link org.hillock.engine.wiring}</td><td>who is connected to whom</td></tr>
 * <tr><td>{@link org.hillock.engine.plasticity}</td><td>weights that change</td></tr>
 * <tr><td>{@link org.hillock.engine.grid}</td><td>the engine on the grid</td></tr>
 * <tr><td>{@link org.hillock.engine.event}</td><td>the engine in continuous time</td></tr>
 * </table>
 *
 * <p>The two engines do not know each other. Times in ms.
 */
@NullMarked
package org.hillock.engine;

import org.jspecify.annotations.NullMarked;
