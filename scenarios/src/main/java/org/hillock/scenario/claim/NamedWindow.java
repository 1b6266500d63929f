package org.hillock.scenario.claim;

import org.hillock.analysis.TimeWindow;

/**
 * A stretch of a run that claims may call by its name, such as a phase of a protocol; several may
 * have one name.
 */
public record NamedWindow(String name, TimeWindow window) {}
