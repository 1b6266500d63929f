package org.hillock.engine.recording;

import org.hillock.engine.plasticity.ModulatorSamples;
import org.hillock.engine.plasticity.PlasticTable;
import org.hillock.engine.plasticity.WeightSamples;
import org.hillock.record.HeldRecord;

/** A partition, as far as recording is concerned. */
public interface RecordSource {

  /** Spikes, samples and counts that have not been passed on. */
  HeldRecord held();

  /** Samples of weights that have not been passed on. */
  WeightSamples weights();

  /** What modulators left behind; only the first partition takes it, for all. */
  ModulatorSamples modulators();

  /** Spikes of each population after the warm-up; what is changed here counts. */
  long[] spikeCounts();

  /** Synapses that delivered a spike after the warm-up. */
  long delivered();

  /** Adds to what was delivered: what another run had delivered before. */
  void addDelivered(long before);

  /** The synapses of a plastic projection. */
  PlasticTable plastic(int projection);
}
