/**
 * Options and arguments that several verbs take, and what they mean.
 *
 * <p>Read {@link org.hillock.cli.option.ScenarioArguments} first: which scenario, with what values;
 * then {@link org.hillock.cli.option.ResultArguments}: what becomes of its results. What a user
 * gets wrong is a {@link org.hillock.text.MistakeException}, whose message is all that is printed.
 *
 * <p>Times as people write them, with a unit. Used by one thread.
 */
@NullMarked
package org.hillock.cli.option;

import org.jspecify.annotations.NullMarked;
