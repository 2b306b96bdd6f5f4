package dev.tenlines.learn;

/**
 * Watches the audits of one certified rung and says when they contradict its promise.
 *
 * <p>The evidence is a mixture of likelihood ratios against the promised share: a non-negative
 * martingale while the promise holds, so that it ever reaches {@code 1 / FALSE_ALARM} with a chance
 * of at most {@code FALSE_ALARM} (Ville, 1939), however often one looks (Waudby-Smith and Ramdas,
 * "Estimating means of bounded random variables by betting", JRSS B 2024).
 */
public final class AuditMonitor {
  /** The chance to shut a rung that keeps its promise, over its whole life. */
  public static final double FALSE_ALARM = 0.05;

  private static final double[] TIMES = {1.5, 2, 3, 5, 8, 13, 21};

  private AuditMonitor() {}

  /**
   * Whether the audits contradict the promise.
   *
   * @param audits judged audits of the rung's answers
   * @param errors wrong ones among them
   * @param promised the promised share
   */
  public static boolean broken(int audits, int errors, double promised) {
    return evidence(audits, errors, promised) >= 1 / FALSE_ALARM;
  }

  /** How many times likelier the audits are under a broken promise than under a kept one. */
  static double evidence(int audits, int errors, double promised) {
    double sum = 0;
    for (double times : TIMES) {
      double share = Math.min(0.95, Math.max(times * promised, promised + 0.001));
      double log =
          errors * Math.log(share / promised)
              + (audits - errors) * (Math.log1p(-share) - Math.log1p(-promised));
      sum += Math.exp(Math.min(700, log));
    }
    return sum / TIMES.length;
  }
}
