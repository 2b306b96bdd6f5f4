package dev.tenlines.learn;

/** Exact binomial tails and bounds (Clopper and Pearson, Biometrika 1934). */
public final class Binomial {
  private Binomial() {}

  /** The probability of at most k hits in n draws of chance p. */
  public static double atMost(int k, int n, double p) {
    if (k >= n || p <= 0) {
      return 1;
    }
    if (k < 0 || p >= 1) {
      return 0;
    }
    double logOdds = Math.log(p) - Math.log1p(-p);
    double logTerm = n * Math.log1p(-p);
    double sum = Math.exp(logTerm);
    for (int i = 1; i <= k; i++) {
      logTerm += Math.log((double) (n - i + 1) / i) + logOdds;
      sum += Math.exp(logTerm);
    }
    return Math.min(1, sum);
  }

  /** The upper bound of the chance behind k hits in n draws; 1 when n is 0. */
  public static double upper(int k, int n, double confidence) {
    if (n == 0 || k >= n) {
      return 1;
    }
    double low = (double) k / n;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (atMost(k, n, middle) > 1 - confidence) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The lower bound of the chance behind k hits in n draws; 0 when n is 0. */
  public static double lower(int k, int n, double confidence) {
    return n == 0 ? 0 : 1 - upper(n - k, n, confidence);
  }

  /** The fewest draws with k hits that bound the chance by p: {@code atMost(k, n, p) <= delta}. */
  public static int draws(int k, double p, double delta) {
    int low = k;
    int high = k + 1;
    while (atMost(k, high, p) > delta) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (atMost(k, middle, p) > delta) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
