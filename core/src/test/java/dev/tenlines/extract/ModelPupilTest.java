package dev.tenlines.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Span;
import dev.tenlines.extract.Taught.Pupil;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Reviewed;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.text.Setting;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ModelPupilTest {
  private static final Setting SETTING =
      new Setting(Locale.ENGLISH, ZonedDateTime.parse("2026-11-23T10:00Z"));
  private static final FieldSpec FIELD = FieldSpec.of("word", FieldType.TEXT);
  private static final Reviewed ONE = new Reviewed(DocumentReader.plain("one", "one"), Map.of());

  private final List<Integer> trained = new ArrayList<>();

  @Test
  void fewDocuments_trainNothing_andTheEighthDoes() {
    Pupil pupil = taught(beginner(), 7);
    assertThat(trained).isEmpty();

    Pupil taught = taught(pupil, 1);

    assertThat(trained).containsExactly(8);
    assertThat(found(pupil)).isEmpty();
    assertThat(found(taught)).hasSize(1);
  }

  @Test
  void moreDocumentsThanAreKept_trainAgain_onTheNewest() {
    Pupil pupil = beginner();
    for (int i = 0; i < 800; i++) {
      pupil = taught(pupil, 1);
    }

    assertThat(trained.getLast()).isEqualTo(500);
    assertThat(trained).filteredOn(size -> size == 500).hasSizeGreaterThan(1);
    assertThat(trained.size()).as("a quarter more each time").isLessThan(30);
  }

  @Test
  void aTrainingThatFails_leavesWhatWasTrainedBefore() {
    Pupil pupil = taught(beginner(), 8);

    Pupil after = taught(pupil, 5);
    Pupil failed = taught(after, 4);

    assertThat(trained).containsExactly(8, 13, 17);
    assertThat(found(failed)).isEqualTo(found(after)).hasSize(1);
  }

  private Pupil beginner() {
    return ModelPupil.beginner(this::train, Runnable::run);
  }

  private FieldFinder train(List<Reviewed> documents) {
    trained.add(documents.size());
    if (documents.size() == 17) {
      throw new IllegalStateException("seventeen");
    }
    return (document, field, setting) ->
        List.of(new Candidate(new Span(0, 3), "one", "one", 1, null));
  }

  private static Pupil taught(Pupil pupil, int documents) {
    return pupil.taught(Collections.nCopies(documents, ONE));
  }

  private static List<Candidate> found(Pupil pupil) {
    return pupil.find(ONE.document(), FIELD, SETTING);
  }
}
