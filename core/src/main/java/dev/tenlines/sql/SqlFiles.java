package dev.tenlines.sql;

import dev.tenlines.TenlinesException;
import dev.tenlines.document.DocumentJson;
import dev.tenlines.document.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The files that requests brought, beside what was read in them: no file is read twice. */
final class SqlFiles {
  private final Database database;
  private final Prepared insert;

  SqlFiles(Database database) {
    this.database = database;
    this.insert =
        new Prepared(
            database.dialect(),
            "INSERT INTO files (request, tenant, name, media_type, bytes, document)"
                + " VALUES (?, ?, ?, ?, ?, ?)");
  }

  /** A file as its row has it. */
  static final class Packed {
    private final SourceFile file;
    private final byte[] document;

    private Packed(SourceFile file) {
      this.file = file;
      this.document = deflated(DocumentJson.write(file.document()));
    }

    static Packed of(SourceFile file) {
      return new Packed(file);
    }
  }

  void insert(Handle handle, String request, String tenant, Packed packed) {
    insert.execute(
        handle,
        request,
        tenant,
        packed.file.document().name(),
        packed.file.document().mediaType(),
        packed.file.bytes(),
        packed.document);
  }

  @Nullable SourceFile find(String tenant, String request) {
    return database.read(handle ->
        handle
            .select(
                "SELECT bytes, document FROM files WHERE tenant = ? AND request = ?",
                tenant,
                request)
            .map((row, context) -> file(request, row.getBytes("bytes"), row.getBytes("document")))
            .findOne()
            .orElse(null));
  }

  private static SourceFile file(String request, byte[] bytes, byte[] document) {
    try {
      return new SourceFile(bytes, DocumentJson.read(inflated(document)).orThrow());
    } catch (UncheckedIOException | TenlinesException e) {
      throw new TenlinesException(
          "TL-293",
          "The file of the request (" + request + ") is damaged in the database.",
          "Maybe restore it from a backup, or ask again with the file.");
    }
  }

  /** Where each word stands takes ten times the room of the words. */
  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] inflated(byte[] bytes) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
