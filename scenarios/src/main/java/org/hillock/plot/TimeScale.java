package org.hillock.plot;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;

/**
 * The unit in which times are written for people: ms up to ten seconds, and so that no number gets
 * long beyond. Data stay in ms.
 */
enum TimeScale {
  MILLISECONDS("ms", 1),
  SECONDS("s", 1000),
  MINUTES("min", 60_000),
  HOURS("h", 3_600_000);

  private static final double TEN_SECONDS = 10_000;
  private static final double TEN_MINUTES = 600_000;
  private static final double TEN_HOURS = 36_000_000;

  private final String symbol;
  private final double milliseconds;

  TimeScale(String symbol, double milliseconds) {
    this.symbol = symbol;
    this.milliseconds = milliseconds;
  }

  String symbol() {
    return symbol;
  }

  /** The unit for an axis from one time to another [ms]. */
  static TimeScale of(double start, double stop) {
    double latest = Math.max(Math.abs(start), Math.abs(stop));
    if (latest <= TEN_SECONDS) {
      return MILLISECONDS;
    }
    double span = Math.abs(stop - start);
    return span <= TEN_MINUTES ? SECONDS : span <= TEN_HOURS ? MINUTES : HOURS;
  }

  /** One time with its unit. */
  static String text(double time) {
    TimeScale scale = of(0, time);
    // 700 s, not 11.666667 min.
    while (scale.ordinal() > 0 && !isShort(time / scale.milliseconds)) {
      scale = values()[scale.ordinal() - 1];
    }
    return NiceNumber.text(time / scale.milliseconds) + " " + scale.symbol;
  }

  private static boolean isShort(double number) {
    return Math.abs(100 * number - Math.rint(100 * number)) < 1e-6;
  }

  /** Ticks at 1, 2 or 5 times a power of ten of the unit. */
  TickUnits ticks() {
    TickUnits units = new TickUnits();
    NumberFormat format = new Scaled(milliseconds);
    for (int exponent = -9; exponent <= 12; exponent++) {
      for (int digit : new int[] {1, 2, 5}) {
        double size =
            exponent < 0 ? digit / Math.pow(10, -exponent) : digit * Math.pow(10, exponent);
        units.add(new NumberTickUnit(size * milliseconds, format, digit == 2 ? 4 : 5));
      }
    }
    return units;
  }

  /** Milliseconds as numbers of another unit. */
  private static final class Scaled extends NumberFormat {

    private final double milliseconds;
    private final DecimalFormat format =
        new DecimalFormat("0.#########", DecimalFormatSymbols.getInstance(Locale.ROOT));

    Scaled(double milliseconds) {
      this.milliseconds = milliseconds;
    }

    @Override
    public StringBuffer format(double time, StringBuffer into, FieldPosition position) {
      return format.format(time / milliseconds, into, position);
    }

    @Override
    public StringBuffer format(long time, StringBuffer into, FieldPosition position) {
      return format((double) time, into, position);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
      throw new UnsupportedOperationException("ticks are only written");
    }
  }
}
