package dev.tenlines.learn;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every version of every feature's small model; one of each feature serves. */
public interface Models {

  /** The version that serves, or null while there is none. */
  @Nullable Version serving(String feature);

  /** All versions, newest first. */
  List<Version> versions(String feature);

  /** The model itself, as {@link ModelFile} wrote it. */
  byte[] bytes(String feature, int version);

  /**
   * Keeps a model under the next version number.
   *
   * @param draft everything but its number; the certificates are renamed to it
   * @param serve whether it serves from now on
   */
  Version add(Draft draft, byte[] bytes, boolean serve);

  /** Lets another version serve: an older one is taken back, a newer one put in again. */
  void serve(String feature, int version);

  /** Shuts a rung version for a group: its certificate counts no more. */
  void shut(Shut shut);

  /** Everything that was shut, newest first. */
  List<Shut> shuts(String feature);

  /** Keeps what a test of a rung that is not trained here has shown. */
  void tested(String feature, Test test);

  /** Every such test, newest first. */
  List<Test> tests(String feature);

  /**
   * Claims the training of a feature for one server of an installation.
   *
   * @param until when the claim ends by itself
   * @return whether nobody else holds it
   */
  boolean claim(String feature, String server, Instant until);

  /**
   * A model that has no number yet.
   *
   * @param origin what it was made from: {@code trial} with a digest, or {@code verdicts}
   * @param examples rows it was trained on
   * @param summary what its training measured, as JSON
   */
  record Draft(
      String feature, String origin, int examples, Certificates certificates, String summary) {}

  /** A model with its number. */
  record Version(
      String feature,
      int version,
      String origin,
      int examples,
      Certificates certificates,
      String summary,
      boolean serving,
      Instant created) {

    /** Name and version of the rung it is. */
    public String rung() {
      return "classifier@" + version;
    }
  }

  /**
   * A test of a rung version on audits of its proposals.
   *
   * @param audits how many there were
   * @param certificates what the test has shown, open or shut
   */
  record Test(String rung, int audits, Certificates certificates, Instant at) {}

  /**
   * A rung that audits have shut.
   *
   * @param audits judged audits of its answers
   * @param errors wrong ones among them
   * @param promised the share it had promised
   */
  record Shut(
      String feature,
      String rung,
      String group,
      int audits,
      int errors,
      double promised,
      Instant at) {}
}
