package dev.tenlines.notices;

import dev.tenlines.document.Document;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.text.Setting;
import java.lang.ref.SoftReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds contact details, events and orders where no label stands, by how signatures, invitations
 * and mails with orders are built, in six languages and without any example. What is marked or
 * agrees with the head of the mail scores above 0.9; a guess scores below 0.6.
 */
public final class Notices implements FieldFinder {
  private static final int MOST = 8;

  /** The fields of one document are asked for one after the other. */
  private volatile @Nullable SoftReference<Notice> last;

  @Override
  public List<Candidate> find(Document document, FieldSpec field, Setting setting) {
    Topic topic = Topic.of(field);
    if (topic == Topic.NONE || document.text().isBlank()) {
      return List.of();
    }
    return notice(document, setting).find(topic, field).stream().limit(MOST).toList();
  }

  private Notice notice(Document document, Setting setting) {
    SoftReference<Notice> known = last;
    Notice notice = known == null ? null : known.get();
    if (notice == null || !notice.isOf(document, setting)) {
      notice = new Notice(document, setting);
      last = new SoftReference<>(notice);
    }
    return notice;
  }
}
