package org.hillock.model.smooth;

import org.hillock.vector.Vectors;
import org.jspecify.annotations.Nullable;

/**
 * A membrane with two conductances that decay by themselves, see {@link Terms#membrane}: V is state
 * 0, the conductances are states 1 and 2 and decays 0 and 1, and the numbers are those of the
 * membrane.
 */
public final class TwoConductances implements SmoothEquations {

  @Override
  public void derivative(int count, double[][] y, double[][] p, double[][] current, double[][] dy) {
    Terms.membrane(count, y[0], y[1], y[2], p, 0, current[0], dy[0]);
  }

  @Override
  public @Nullable WholeStep wholeStep() {
    return Vectors.available() ? TwoConductanceVectors::step : null;
  }
}
