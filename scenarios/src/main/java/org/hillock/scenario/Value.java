package org.hillock.scenario;

/** What an expression can come to. */
sealed interface Value permits Quantity, Value.Truth, Value.Word {

  /** What it is, in words with the article. */
  String phrase();

  /** As it could be written in a scenario. */
  String text();

  /** True or false. */
  record Truth(boolean value) implements Value {
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
  record Word(String text) implements Value {
    @Override
    public String phrase() {
      return "a word";
    }
  }
}
