package org.hillock.scenario.formula;

import java.util.Collection;
import java.util.List;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.quantity.Value;
import org.jspecify.annotations.Nullable;

/** What the names in an expression stand for. */
public interface Scope {

  /** Without any parameter. */
  Scope EMPTY =
      new Scope() {
        @Override
        public @Nullable Value value(String name, int at) {
          return null;
        }

        @Override
        public Collection<String> names() {
          return List.of();
        }
      };

  /**
   * The value of a parameter, or null if there is none of this name.
   *
   * @throws ExpressionException if the parameter itself cannot be evaluated
   */
  @Nullable Value value(String name, int at) throws ExpressionException;

  /** Names of all parameters. */
  Collection<String> names();

  /**
   * The value of a function that only this scope has, such as {@code rate(exc)}; null if it has
   * none of this name.
   */
  default @Nullable Quantity measure(Expression.Call call, Evaluator evaluator)
      throws ExpressionException {
    return null;
  }

  /** Names of the functions that only this scope has. */
  default Collection<String> measures() {
    return List.of();
  }

  /** Whether results that are not finite are an error rather than a result. */
  default boolean strict() {
    return true;
  }
}
