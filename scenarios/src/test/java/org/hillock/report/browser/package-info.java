/** A browser in tests: starts one without a window, and steers it. */
package org.hillock.report.browser;
