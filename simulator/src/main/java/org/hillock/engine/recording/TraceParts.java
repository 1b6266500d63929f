package org.hillock.engine.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hillock.record.HeldSamples;
import org.hillock.record.Recording;
import org.hillock.record.TraceTable;

/** The samples of one request, from all partitions that hold a part of its range. */
final class TraceParts {

  private record Part(int firstNeuron, double[][][] values) {}

  private TraceParts() {}

  /**
   * Takes samples now, to be put in order later.
   *
   * @param trace the request
   * @param request its number
   * @param end number of the first sample that stays
   */
  static Supplier<TraceTable> take(
      Recording.Trace trace,
      int request,
      long end,
      List<? extends RecordSource> sources,
      RecordTimes times) {
    List<Part> parts = new ArrayList<>();
    long first = 0;
    for (RecordSource source : sources) {
      HeldSamples held = source.held().trace(request);
      if (held != null) {
        first = held.first();
        parts.add(new Part(held.firstNeuron(), held.take(Math.max(first, end))));
      }
    }
    long begin = first;
    // Where none of the neurons is, there is nothing; another rank has it.
    int count = parts.isEmpty() ? 0 : (int) Math.max(0, end - begin);
    return () -> {
      double[][][] values = new double[trace.variables().size()][trace.neurons().size()][];
      for (Part part : parts) {
        int at = part.firstNeuron() - trace.neurons().from();
        for (int v = 0; v < values.length; v++) {
          double[][] own = part.values()[v];
          System.arraycopy(own, 0, values[v], at, own.length);
        }
      }
      double[] when = new double[count];
      for (int i = 0; i < count; i++) {
        when[i] = times.sampleTime(trace, begin + i);
      }
      return new TraceTable(
          trace.neurons().population(), trace.neurons().from(), trace.variables(), when, values);
    };
  }
}
