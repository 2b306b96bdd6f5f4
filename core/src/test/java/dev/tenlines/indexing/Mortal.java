package dev.tenlines.indexing;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Document;
import dev.tenlines.document.Page;
import dev.tenlines.document.Span;
import dev.tenlines.learn.Embedder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NoLockFactory;

/** A process that dies after so many steps, be it in reading, embedding or writing. */
final class Mortal {
  private final AtomicInteger steps;

  Mortal(int steps) {
    this.steps = new AtomicInteger(steps);
  }

  boolean dead() {
    return steps.get() <= 0;
  }

  /** Whoever is dead does nothing more. */
  private void step() {
    if (steps.decrementAndGet() <= 0) {
      throw new Dead();
    }
  }

  private void stepOut() throws IOException {
    if (steps.decrementAndGet() <= 0) {
      throw new IOException("dead");
    }
  }

  static final class Dead extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  Document read(String name, byte[] bytes) {
    step();
    return headed(name, new String(bytes, StandardCharsets.UTF_8));
  }

  /** Lines with a number sign are headings. */
  static Document headed(String name, String text) {
    List<Block> headings = new ArrayList<>();
    for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
      Span line = new Span(at, text.indexOf('\n', at));
      headings.add(new Block(Kind.HEADING, line, new Block.Heading(1, null)));
    }
    List<Page> none = List.of();
    return new Document(
        name, "text/plain", text, none, headings, List.of(), List.of(), List.of(), List.of());
  }

  /** Vectors that tell texts apart and mean nothing. */
  Embedder embedder() {
    return new Embedder() {
      @Override
      public String id() {
        return "letters";
      }

      @Override
      public int dimensions() {
        return 8;
      }

      @Override
      public float[] embed(String text) {
        step();
        float[] vector = new float[8];
        text.chars().forEach(c -> vector[c & 7] += 1);
        double length = 1e-9;
        for (float one : vector) {
          length += one * one;
        }
        for (int i = 0; i < 8; i++) {
          vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
      }

      @Override
      public void close() {}
    };
  }

  /** What was written before stays; nothing is written after. */
  Directory over(Directory disk) {
    return new FilterDirectory(disk) {
      @Override
      public IndexOutput createOutput(String name, IOContext context) throws IOException {
        stepOut();
        return output(in.createOutput(name, context));
      }

      @Override
      public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
          throws IOException {
        stepOut();
        return output(in.createTempOutput(prefix, suffix, context));
      }

      @Override
      public void sync(Collection<String> names) throws IOException {
        stepOut();
        in.sync(names);
      }

      @Override
      public void syncMetaData() throws IOException {
        stepOut();
        in.syncMetaData();
      }

      @Override
      public void rename(String source, String target) throws IOException {
        stepOut();
        in.rename(source, target);
      }

      @Override
      public void deleteFile(String name) throws IOException {
        stepOut();
        in.deleteFile(name);
      }

      @Override
      public Lock obtainLock(String name) throws IOException {
        return NoLockFactory.INSTANCE.obtainLock(in, name);
      }

      @Override
      public void close() {}
    };
  }

  private IndexOutput output(IndexOutput out) {
    return new FilterIndexOutput("mortal", out.getName(), out) {
      @Override
      public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
        stepOut();
        super.writeBytes(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        // The system closes the files of the dead.
        super.close();
        stepOut();
      }
    };
  }
}
