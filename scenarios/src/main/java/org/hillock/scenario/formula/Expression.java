package org.hillock.scenario.formula;

import java.util.List;
import org.hillock.scenario.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/** A formula as written: what {@link ExpressionParser} reads and {@link Evaluator} evaluates. */
public sealed interface Expression {

  /** Offset of its first character in the text. */
  public int at();

  /** Whether a name occurs in it. */
  default boolean names(String name) {
    return parts().stream().anyMatch(part -> part.names(name));
  }

  /** The formulas that it is made of. */
  default List<Expression> parts() {
    return List.of();
  }

  /**
   * A number with its unit.
   *
   * @param percent whether it was written with a percent sign
   */
  public record Literal(int at, Quantity value, boolean percent) implements Expression {}

  /** Text in quotes. */
  public record Quoted(int at, String text) implements Expression {}

  /** A parameter, a constant, a unit, a population or a choice. */
  public record Name(int at, String name) implements Expression {
    @Override
    public boolean names(String wanted) {
      return name.equals(wanted);
    }
  }

  /**
   * Elements of a population or projection: {@code exc[3]}, {@code exc[0:50]}.
   *
   * @param from first element, or null for the very first
   * @param to one past the last, or null for the very end; not used if single
   * @param single whether it is one element
   */
  public record Elements(
      int at, String name, @Nullable Expression from, @Nullable Expression to, boolean single)
      implements Expression {}

  /** The negative of something. */
  record Negative(int at, Expression operand) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(operand);
    }
  }

  /**
   * Two operands and what is between them.
   *
   * @param operator one of + - * / ^ and the comparisons
   * @param operatorAt offset of the operator
   */
  record Binary(int operatorAt, String operator, Expression left, Expression right)
      implements Expression {
    @Override
    public int at() {
      return left.at();
    }

    @Override
    public List<Expression> parts() {
      return List.of(left, right);
    }
  }

  /** A function of arguments. */
  public record Call(int at, String function, List<Expression> arguments) implements Expression {
    @Override
    public List<Expression> parts() {
      return arguments;
    }
  }
}
