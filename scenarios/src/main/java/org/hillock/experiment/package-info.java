/**
 * Running a scenario, from the check whether its results can be kept to the picture of them.
 *
 * <p>Read {@link org.hillock.experiment.Experiment} first. {@link
 * org.hillock.experiment.EngineChoice} builds the network on the engine that is to run it, {@link
 * org.hillock.experiment.Progress} tells how far it has come, {@link
 * org.hillock.experiment.Interruption} is Ctrl-C, {@link org.hillock.experiment.ResultWriter}
 * writes the files, {@link org.hillock.experiment.Drawing} the pictures.
 *
 * <p>Times in ms. Used by one thread; Ctrl-C comes from another.
 */
@NullMarked
package org.hillock.experiment;

import org.jspecify.annotations.NullMarked;
