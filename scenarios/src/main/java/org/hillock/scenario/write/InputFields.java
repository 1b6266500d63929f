package org.hillock.scenario.write;

import java.util.ArrayList;
import java.util.List;
import org.hillock.network.ChangingPoisson;
import org.hillock.network.Input;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Writes what only an input of its kind has.
 *
 * @param fields takes it
 * @param weightUnit unit of the weights of its targets
 * @param currentUnit unit of a current at its targets
 */
record InputFields(Flow fields, MeasurementUnit weightUnit, MeasurementUnit currentUnit)
    implements Input.Cases<@Nullable Void> {

  private static final MeasurementUnit HZ = MeasurementUnit.canonical(Dimension.RATE);

  @Override
  public @Nullable Void poisson(Input.Poisson input) {
    fields.add("rate", Numbers.text(input.rate(), HZ));
    fields.add("weight", WrittenValues.text(input.weight(), weightUnit));
    period(input.period());
    return active(input);
  }

  @Override
  public @Nullable Void changingPoisson(ChangingPoisson input) {
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < input.rates().size(); i++) {
      steps.add(
          List.of(WrittenValues.ms(input.rates().time(i)), Numbers.text(input.rates().rate(i), HZ))
              .toString());
    }
    fields.add("steps", steps.toString());
    fields.add("weight", WrittenValues.text(input.weight(), weightUnit));
    fields.add("delay", WrittenValues.ms(input.delay()));
    return null;
  }

  @Override
  public @Nullable Void spikes(Input.Spikes input) {
    fields.add("times", WrittenValues.times(input.times().train(0)));
    fields.add("weight", WrittenValues.text(input.weight(), weightUnit));
    fields.add("delay", WrittenValues.ms(input.delay()));
    return null;
  }

  @Override
  public @Nullable Void stepCurrent(Input.StepCurrent input) {
    fields.add("times", WrittenValues.list(input.times(), MeasurementUnit.MILLISECOND));
    fields.add("amplitudes", WrittenValues.list(input.amplitudes(), currentUnit));
    fields.add("delay", WrittenValues.ms(input.delay()));
    return null;
  }

  @Override
  public @Nullable Void noiseCurrent(Input.NoiseCurrent input) {
    fields.add("mean", Numbers.text(input.mean(), currentUnit));
    fields.add("sd", Numbers.text(input.sd(), currentUnit));
    fields.add("interval", WrittenValues.ms(input.interval()));
    period(input.period());
    return active(input);
  }

  @Override
  public @Nullable Void sines(Input.Sines input) {
    List<String> waves =
        input.waves().waves().stream()
            .map(
                wave ->
                    List.of(
                            Numbers.text(wave.amplitude(), currentUnit),
                            WrittenValues.ms(wave.period()),
                            Numbers.text(wave.phase()))
                        .toString())
            .toList();
    fields.add("waves", waves.toString());
    return active(input);
  }

  private void period(double period) {
    if (period < Double.POSITIVE_INFINITY) {
      fields.add("period", WrittenValues.ms(period));
    }
  }

  private @Nullable Void active(Input input) {
    fields.add("delay", WrittenValues.ms(input.delay()));
    fields.add("start", WrittenValues.ms(input.start()));
    if (input.stop() < Double.POSITIVE_INFINITY) {
      fields.add("stop", WrittenValues.ms(input.stop()));
    }
    return null;
  }
}
