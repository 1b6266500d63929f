package org.hillock.scenario.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.hillock.network.Interval;
import org.hillock.scenario.formula.PlaceFormula.Node;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.quantity.Value;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link PlaceFormula} of an expression. Whatever does not depend on the way is evaluated
 * once, with dimensions; the rest becomes plain arithmetic after its dimensions have been checked.
 */
public final class PlaceFormulaReader {

  private static final MeasurementUnit MM = MeasurementUnit.canonical(Dimension.LENGTH);

  /** Ways at which dimensions are checked: the first that gives numbers at all [mm]. */
  private static final double[] SAMPLES = {1, 1e-3, 1e3, 0, 1e-6};

  private final Scope scope;
  private final Evaluator evaluator;

  public PlaceFormulaReader(Scope scope) {
    this.scope = scope;
    this.evaluator = new Evaluator(scope);
  }

  /** Whether a formula speaks of the way. */
  public boolean mentions(Expression expression) {
    return axes(expression) > 0;
  }

  private boolean central(Expression expression) {
    if (expression instanceof Expression.Name name) {
      return name.name().equals(PlaceFormula.NAMES.get(0)) || !mentions(expression);
    } else if (expression instanceof Expression.Negative negative) {
      return central(negative.operand());
    } else if (expression instanceof Expression.Binary binary) {
      return central(binary.left()) && central(binary.right());
    } else if (expression instanceof Expression.Call call) {
      return call.arguments().stream().allMatch(this::central);
    }
    return true;
  }

  /** How many coordinates a formula speaks of; 0 if it does not speak of the way. */
  private int axes(Expression expression) {
    if (expression instanceof Expression.Name name) {
      int which = PlaceFormula.NAMES.indexOf(name.name());
      return which < 0 || scope.names().contains(name.name()) ? 0 : Math.max(1, which);
    } else if (expression instanceof Expression.Negative negative) {
      return axes(negative.operand());
    } else if (expression instanceof Expression.Binary binary) {
      return Math.max(axes(binary.left()), axes(binary.right()));
    } else if (expression instanceof Expression.Call call) {
      return call.arguments().stream().mapToInt(this::axes).max().orElse(0);
    }
    return 0;
  }

  /**
   * The formula of an expression.
   *
   * @param unit of its values
   * @throws ExpressionException if something in it is wrong, or it is no quantity of this kind
   */
  public PlaceFormula read(Expression expression, MeasurementUnit unit) throws ExpressionException {
    Quantity sample = sample(expression);
    if (!sample.dimension().equals(unit.dimension())) {
      throw new ExpressionException(
          expression.at(), "a formula that is " + sample.phrase(), "expected " + unit.example());
    }
    return new PlaceFormula(
        node(expression),
        coherent(Quantity.of(1, unit)),
        new WrittenFormula(evaluator, this::mentions).text(expression),
        axes(expression),
        central(expression));
  }

  private Quantity sample(Expression expression) throws ExpressionException {
    ExpressionException last = null;
    for (double way : SAMPLES) {
      try {
        return new Evaluator(new Somewhere(scope, way)).quantity(expression);
      } catch (ExpressionException e) {
        if (e.kind() != ExpressionException.Kind.ARITHMETIC) {
          throw e;
        }
        last = e;
      }
    }
    throw last == null ? ExpressionException.follows() : last;
  }

  /**
   * A scope in which all parts of the way are alike.
   *
   * @param outer what all other names stand for
   * @param way [mm]
   */
  private record Somewhere(Scope outer, double way) implements Scope {
    @Override
    public @Nullable Value value(String name, int at) throws ExpressionException {
      Value known = outer.value(name, at);
      return known == null && PlaceFormula.NAMES.contains(name) ? Quantity.of(way, MM) : known;
    }

    @Override
    public Collection<String> names() {
      List<String> all = new ArrayList<>(outer.names());
      all.addAll(PlaceFormula.NAMES);
      return all;
    }

    @Override
    public boolean strict() {
      return false;
    }
  }

  private static double coherent(Quantity quantity) {
    return quantity.in(new MeasurementUnit("", quantity.dimension(), 1, 0));
  }

  private Node node(Expression expression) throws ExpressionException {
    if (!mentions(expression)) {
      Value value = evaluator.evaluate(expression);
      boolean truth = value instanceof Value.Truth known && known.value();
      return constant(value instanceof Quantity quantity ? coherent(quantity) : truth ? 1 : 0);
    } else if (expression instanceof Expression.Name name) {
      return way(PlaceFormula.NAMES.indexOf(name.name()));
    } else if (expression instanceof Expression.Negative negative) {
      Node operand = node(negative.operand());
      return binary("-", constant(0), operand);
    } else if (expression instanceof Expression.Binary binary) {
      return binary(binary.operator(), node(binary.left()), node(binary.right()));
    }
    Expression.Call call = (Expression.Call) expression;
    List<Node> arguments = new ArrayList<>();
    for (Expression argument : call.arguments()) {
      arguments.add(node(argument));
    }
    return call(call.function(), arguments);
  }

  private static Node call(String function, List<Node> arguments) {
    Node first = arguments.get(0);
    return switch (function) {
      case "if" -> choice(first, arguments.get(1), arguments.get(2));
      case "pow" -> binary("^", first, arguments.get(1));
      case "min", "max" -> extreme(function.equals("max"), arguments);
      default -> unary(function, first);
    };
  }

  private static Node constant(double value) {
    return new Node() {
      @Override
      public double at(double distance, double[] way) {
        return value;
      }

      @Override
      public Interval over(Interval distance, Interval[] way) {
        return Interval.of(value);
      }
    };
  }

  private static Node way(int which) {
    return new Node() {
      @Override
      public double at(double distance, double[] way) {
        return which == 0 ? distance : way[which - 1];
      }

      @Override
      public Interval over(Interval distance, Interval[] way) {
        return which == 0 ? distance : way[which - 1];
      }
    };
  }

  private static Node binary(String operator, Node left, Node right) {
    DoubleBinaryOperator point = Arithmetic.binary(operator);
    return new Node() {
      @Override
      public double at(double distance, double[] way) {
        return point.applyAsDouble(left.at(distance, way), right.at(distance, way));
      }

      @Override
      public Interval over(Interval distance, Interval[] way) {
        return IntervalFunctions.binary(
            operator, left.over(distance, way), right.over(distance, way));
      }
    };
  }

  private static Node unary(String function, Node argument) {
    DoubleUnaryOperator point = Arithmetic.unary(function);
    return new Node() {
      @Override
      public double at(double distance, double[] way) {
        return point.applyAsDouble(argument.at(distance, way));
      }

      @Override
      public Interval over(Interval distance, Interval[] way) {
        return IntervalFunctions.unary(function, argument.over(distance, way), point);
      }
    };
  }

  private static Node extreme(boolean largest, List<Node> arguments) {
    return new Node() {
      @Override
      public double at(double distance, double[] way) {
        double best = arguments.get(0).at(distance, way);
        for (Node argument : arguments) {
          best =
              largest
                  ? Math.max(best, argument.at(distance, way))
                  : Math.min(best, argument.at(distance, way));
        }
        return best;
      }

      @Override
      public Interval over(Interval distance, Interval[] way) {
        Interval best = arguments.get(0).over(distance, way);
        for (Node argument : arguments) {
          Interval next = argument.over(distance, way);
          best =
              largest
                  ? new Interval(
                      Math.max(best.low(), next.low()), Math.max(best.high(), next.high()))
                  : new Interval(
                      Math.min(best.low(), next.low()), Math.min(best.high(), next.high()));
        }
        return best;
      }
    };
  }

  private static Node choice(Node condition, Node then, Node otherwise) {
    return new Node() {
      @Override
      public double at(double distance, double[] way) {
        return condition.at(distance, way) != 0
            ? then.at(distance, way)
            : otherwise.at(distance, way);
      }

      @Override
      public Interval over(Interval distance, Interval[] way) {
        return then.over(distance, way).with(otherwise.over(distance, way));
      }
    };
  }
}
