package org.hillock.report;

/** A part of the report that answers one question. */
public interface Section {

  /** Its name in links within the page. */
  String id();

  /** Its heading. */
  String title();

  /** Writes what is below the heading. */
  void write(Markup page);
}
