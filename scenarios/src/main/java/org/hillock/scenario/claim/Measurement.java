package org.hillock.scenario.claim;

import java.util.List;
import org.hillock.analysis.LabelledTrial;
import org.hillock.analysis.TimeWindow;
import org.hillock.network.NeuronRange;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.jspecify.annotations.Nullable;

/**
 * A measure with its arguments: a question to the results of a run that was found to make sense.
 *
 * @param measure what to measure, or null for a state variable at a time
 * @param range the neurons, or null
 * @param others neurons that are compared with them, or null
 * @param variable the state variable, or null
 * @param projection the projection, or null
 * @param index number of a spike, or of the first synapse
 * @param end one past the last synapse; {@link #ALL} for as many as there are
 * @param first a time, a lag or the width of a bin [ms], a frequency [Hz] or a weight; not a number
 *     if left out
 * @param second a later time or a bin [ms], a higher frequency [Hz] or a larger weight
 * @param learnt what was shown in trials to learn from; none if nothing is read out
 * @param asked what was shown in trials to tell; none if each is told from all others
 * @param within the phases in which it is measured; none if times say when
 * @param unit unit of the result
 */
record Measurement(
    @Nullable Measure measure,
    @Nullable NeuronRange range,
    @Nullable NeuronRange others,
    @Nullable String variable,
    @Nullable String projection,
    int index,
    int end,
    double first,
    double second,
    List<LabelledTrial> learnt,
    List<LabelledTrial> asked,
    List<TimeWindow> within,
    MeasurementUnit unit) {

  /** One past the last synapse, however many there are. */
  static final int ALL = Integer.MAX_VALUE;

  /** Between which times it is measured; none for the whole run. */
  List<TimeWindow> windows() {
    return within.isEmpty() && !Double.isNaN(second)
        ? List.of(new TimeWindow(first, second))
        : within;
  }
}
