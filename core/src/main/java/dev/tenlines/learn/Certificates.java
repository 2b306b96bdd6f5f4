package dev.tenlines.learn;

import dev.tenlines.Promise;
import dev.tenlines.Promise.LabelPromise;
import dev.tenlines.learn.Certificate.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The certificates of one feature's rungs. */
public record Certificates(List<Certificate> all) {

  public static final Certificates NONE = new Certificates(List.of());

  public Certificates {
    all = List.copyOf(all);
  }

  /** The certificate that lets this score of this rung leave alone, or null. */
  public @Nullable Certificate admitting(String rung, String group, double score) {
    Certificate certificate = of(rung, group);
    return certificate != null && score >= certificate.threshold() ? certificate : null;
  }

  /** The error certificate of a rung for a group, open or shut, or null. */
  public @Nullable Certificate of(String rung, String group) {
    for (Certificate certificate : all) {
      if (certificate.kind() == Kind.ERROR
          && certificate.rung().equals(rung)
          && certificate.group().equals(group)) {
        return certificate;
      }
    }
    return null;
  }

  /** The promises that a label is not missed, by this rung. */
  public List<Certificate> missed(String rung) {
    return all.stream().filter(c -> c.kind() == Kind.MISSED && c.rung().equals(rung)).toList();
  }

  /**
   * The same certificates under the number that the small model gets where it is installed. A
   * language model's version ends with the number of the small model that it is scored with.
   */
  public Certificates numbered(int version) {
    return new Certificates(all.stream().map(c -> c.ofRung(numbered(c.rung(), version))).toList());
  }

  private static String numbered(String rung, int version) {
    return rung.startsWith("classifier@")
        ? "classifier@" + version
        : rung.startsWith("model:") ? rung.replaceFirst("-\\d+$", "-" + version) : rung;
  }

  /** Without what audits have shut. */
  public Certificates without(List<Models.Shut> shuts) {
    return new Certificates(
        all.stream()
            .map(c ->
                c.kind() == Kind.ERROR
                        && shuts.stream()
                            .anyMatch(s -> s.rung().equals(c.rung()) && s.group().equals(c.group()))
                    ? c.shut()
                    : c)
            .toList());
  }

  /** With every error certificate of a rung shut. */
  public Certificates shut(String rung) {
    return new Certificates(
        all.stream()
            .map(c -> c.kind() == Kind.ERROR && c.rung().equals(rung) ? c.shut() : c)
            .toList());
  }

  /** Whether a rung was tested for all that is promised now, and for nothing less. */
  public boolean keep(String rung, Promise promise) {
    Set<String> groups = new TreeSet<>(Set.of(""));
    promise.labels().keySet().stream().map(promise::groupOf).forEach(groups::add);
    Set<String> tested = new TreeSet<>();
    Set<String> guarded = new TreeSet<>();
    for (Certificate c : all) {
      if (c.rung().equals(rung) && c.stated() >= promise.confidence()) {
        LabelPromise own = promise.labels().get(c.group());
        Double missed = own == null ? null : own.missed();
        if (c.kind() == Kind.ERROR && c.promised() <= promise.errorOf(c.group())) {
          tested.add(c.group());
        }
        if (c.kind() == Kind.MISSED && missed != null && c.promised() <= missed) {
          guarded.add(c.group());
        }
      }
    }
    return tested.equals(groups)
        && promise.labels().entrySet().stream()
            .allMatch(own -> own.getValue().missed() == null || guarded.contains(own.getKey()));
  }

  /** The rungs that have certificates, in their order. */
  public Set<String> rungs() {
    Set<String> rungs = new LinkedHashSet<>();
    all.forEach(certificate -> rungs.add(certificate.rung()));
    return rungs;
  }

  /** The same with other certificates of one rung. */
  public Certificates instead(String rung, Certificates others) {
    List<Certificate> kept = new ArrayList<>(all);
    kept.removeIf(certificate -> certificate.rung().equals(rung));
    kept.addAll(others.all());
    return new Certificates(kept);
  }

  public Certificates with(List<Certificate> more) {
    List<Certificate> both = new ArrayList<>(all);
    both.addAll(more);
    return new Certificates(both);
  }
}
