package org.hillock.scenario.quantity;

/** What an expression can come to. */
public sealed interface Value permits Quantity, Value.Truth, Value.Word {

  /** What it is, in words with the article. */
  String phrase();

  /** As it could be written in a scenario. */
  String text();

  /** True or false. */
  public record Truth(boolean value) implements Value {
    @Override
    public String phrase() {
      return "true or false";
    }

    @Override
    public String text() {
      return Boolean.toString(value);
    }
  }

  /** A choice by name, such as {@code poisson}. */
  public record Word(String text) implements Value {
    @Override
    public String phrase() {
      return "a word";
    }
  }
}
