package dev.tenlines.spring.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Counts the calls under way, tenant by tenant, so that one cannot take what all others need. */
final class CallsAtOnce {
  private final int most;
  private final Map<String, Semaphore> tenants = new ConcurrentHashMap<>();

  CallsAtOnce(int most) {
    this.most = most;
  }

  /** Whether one more call may start; then {@link #leave} has to follow. */
  boolean enter(String tenant) {
    return free(tenant).tryAcquire();
  }

  void leave(String tenant) {
    free(tenant).release();
  }

  private Semaphore free(String tenant) {
    return tenants.computeIfAbsent(tenant, name -> new Semaphore(most));
  }
}
