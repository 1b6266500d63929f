package org.hillock.model.form;

/** Fires at given times, those of the population's own spike trains. */
public record GivenSpikes() implements SpikeSource {

  @Override
  public String phrase() {
    return "a source of given spikes";
  }
}
