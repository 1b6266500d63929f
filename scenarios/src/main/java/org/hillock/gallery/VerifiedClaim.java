package org.hillock.gallery;

import org.hillock.scenario.claim.Expectation;
import org.hillock.scenario.claim.Verdict;

/**
 * A claim and what became of it.
 *
 * @param claim what it is about, such as {@code rate(exc)}
 * @param expected what is claimed of that, such as {@code within 10% of 8 Hz}
 * @param found its value with the unit
 * @param holds whether it is so
 */
public record VerifiedClaim(String claim, String expected, String found, boolean holds) {

  static VerifiedClaim of(Expectation claim, Verdict verdict) {
    return new VerifiedClaim(
        claim.measured().text(), claim.expected(), verdict.valueText(), verdict.passed());
  }
}
