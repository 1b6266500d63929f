package org.hillock.scenario.write;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.hillock.network.ByPlace;
import org.hillock.network.Distribution;
import org.hillock.random.RandomStream;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;

/** Values as they are written, with their units. */
final class WrittenValues {

  private static final MeasurementUnit MS = MeasurementUnit.MILLISECOND;

  private WrittenValues() {}

  /** A value, or how it is drawn. */
  static String text(Distribution value, MeasurementUnit unit) {
    Flow fields = new Flow();
    if (value instanceof ByPlace placed) {
      Distribution drawn = placed.drawn();
      if (drawn.constant()) {
        return PlaceFields.formula(drawn.min(), placed.reach().profile());
      }
      String plain = text(drawn, unit);
      String profile = PlaceFields.formula(1, placed.reach().profile());
      return plain.substring(0, plain.length() - 1) + ", profile: " + profile + "}";
    } else if (value instanceof Distribution.Constant constant) {
      return Numbers.text(constant.value(), unit);
    } else if (value instanceof Distribution.Listed listed) {
      RandomStream unused = new RandomStream(0);
      StringJoiner list = new StringJoiner(", ", "[", "]");
      for (int i = 0; i < listed.size(); i++) {
        list.add(Numbers.text(listed.draw(unused, i), unit));
      }
      return list.toString();
    } else if (value instanceof Distribution.Normal normal) {
      fields.add("distribution", "normal");
      fields.add("mean", Numbers.text(normal.mean(), unit));
      fields.add("sd", Numbers.text(normal.sd(), unit));
      if (normal.low() > Double.NEGATIVE_INFINITY) {
        fields.add("min", Numbers.text(normal.low(), unit));
      }
      if (normal.high() < Double.POSITIVE_INFINITY) {
        fields.add("max", Numbers.text(normal.high(), unit));
      }
      if (normal.low() > Double.NEGATIVE_INFINITY || normal.high() < Double.POSITIVE_INFINITY) {
        fields.add("outside", normal.outside().name().toLowerCase(Locale.ROOT));
      }
    } else if (value instanceof Distribution.LogNormal logNormal) {
      fields.add("distribution", "lognormal");
      fields.add("median", Numbers.text(logNormal.median(), unit));
      fields.add("sigma", Numbers.text(logNormal.sigma()));
    } else if (value instanceof Distribution.Uniform uniform) {
      fields.add("distribution", "uniform");
      fields.add("min", Numbers.text(uniform.low(), unit));
      fields.add("max", Numbers.text(uniform.high(), unit));
    }
    return fields.toString();
  }

  /** A time. */
  static String ms(double time) {
    return Numbers.text(time, MS);
  }

  /** Times. */
  static String times(double[] times) {
    StringJoiner list = new StringJoiner(", ", "[", "]");
    for (double time : times) {
      list.add(ms(time));
    }
    return list.toString();
  }

  /** Numbers of one unit. */
  static String list(List<Double> values, MeasurementUnit unit) {
    return values.stream().map(value -> Numbers.text(value, unit)).toList().toString();
  }
}
