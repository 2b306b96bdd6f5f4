package dev.tenlines.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * How sources lie in Lucene. A source is one unbroken run of documents: for each passage its
 * windows but the first, then the passage itself with its first window, and at the end what is
 * known of the source. So a passage is found from its windows, and its neighbours from the passage.
 */
final class Fields {
  static final String SOURCE = "source";
  static final String KIND = "kind";
  static final String LANGUAGE = "language";
  static final String CODE = "code";

  /** Of a window: how many documents ahead its passage lies. */
  static final String AHEAD = "ahead";

  /** Of a passage: how many windows lie before it. */
  static final String BEHIND = "behind";

  static final String NAME = "name";
  static final String DIGEST = "digest";
  static final String PRINT = "print";
  static final String MADE = "made";

  private static final String TENANT = "tenant";
  private static final String GROUP = "group";
  private static final String PASSAGE = "passage";
  private static final String WINDOW = "window";
  private static final String LINK = "link";
  private static final String PATH = "path";
  private static final String HEADING = "heading";
  private static final String PAGE = "page";
  private static final String START = "start";
  private static final String END = "end";
  private static final String TEXT = "text";

  /** Stands where no tenant and no group is named: a name has a mark before it. */
  private static final String ANY = "*";

  private static final String NAMED = "=";

  private Fields() {}

  /** Where the words of passages of a language lie. */
  static String text(String language) {
    return TEXT + "." + language;
  }

  /** Where the words of their paths lie. */
  static String path(String language) {
    return PATH + "." + language;
  }

  /** Where the words of the last of each path lie. */
  static String heading(String language) {
    return HEADING + "." + language;
  }

  /** Where vectors of an embedder lie: those of two embedders do not compare. */
  static String vectors(String embedder) {
    return "vector." + embedder;
  }

  static Term source(String name) {
    return new Term(SOURCE, name);
  }

  static Query passages() {
    return new TermQuery(new Term(KIND, PASSAGE));
  }

  static Query sources() {
    return new TermQuery(new Term(KIND, SOURCE));
  }

  /** What a scope may read, windows and passages alike. */
  static Query readable(Scope scope) {
    List<BytesRef> groups = new ArrayList<>();
    groups.add(new BytesRef(ANY));
    scope.groups().forEach(group -> groups.add(new BytesRef(NAMED + group)));
    List<BytesRef> tenants = List.of(new BytesRef(ANY), new BytesRef(NAMED + scope.tenant()));
    return new BooleanQuery.Builder()
        .add(new TermInSetQuery(TENANT, tenants), Occur.FILTER)
        .add(new TermInSetQuery(GROUP, groups), Occur.FILTER)
        .build();
  }

  /** The documents of a source. */
  static List<Document> documents(
      Contents contents, String print, String made, @Nullable String embedder, Vectors vectors) {
    List<Document> documents = new ArrayList<>();
    for (Passage passage : contents.passages()) {
      List<float[]> windows = vectors.of(passage);
      for (int i = windows.size() - 1; i > 0; i--) {
        Document window = document(contents, WINDOW);
        vector(window, embedder, windows.get(i));
        window.add(new NumericDocValuesField(AHEAD, i));
        documents.add(window);
      }
      Document document = passage(contents, passage);
      if (!windows.isEmpty()) {
        vector(document, embedder, windows.getFirst());
      }
      document.add(new NumericDocValuesField(AHEAD, 0));
      document.add(new NumericDocValuesField(BEHIND, Math.max(0, windows.size() - 1)));
      documents.add(document);
    }
    documents.add(source(contents, print, made));
    return documents;
  }

  /** The vectors of a passage, one for each window of it. */
  interface Vectors {
    List<float[]> of(Passage passage);
  }

  private static Document document(Contents contents, String kind) {
    Document document = new Document();
    document.add(new StringField(KIND, kind, Field.Store.NO));
    document.add(new StringField(SOURCE, contents.source(), Field.Store.NO));
    Access access = contents.access();
    String tenant = access.tenant() == null ? ANY : NAMED + access.tenant();
    document.add(new StringField(TENANT, tenant, Field.Store.NO));
    if (access.groups().isEmpty()) {
      document.add(new StringField(GROUP, ANY, Field.Store.NO));
    }
    for (String group : access.groups()) {
      document.add(new StringField(GROUP, NAMED + group, Field.Store.NO));
    }
    return document;
  }

  private static void vector(Document document, @Nullable String embedder, float[] vector) {
    document.add(
        new KnnFloatVectorField(
            vectors(String.valueOf(embedder)), vector, VectorSimilarityFunction.DOT_PRODUCT));
  }

  private static Document passage(Contents contents, Passage passage) {
    Document document = document(contents, PASSAGE);
    String language = Analyzers.known(passage.language());
    String path = String.join("\n", passage.path());
    document.add(new StringField(LANGUAGE, language, Field.Store.NO));
    document.add(
        new TextField(text(language), Identifiers.spelledOut(passage.text()), Field.Store.NO));
    document.add(new TextField(path(language), Identifiers.spelledOut(path), Field.Store.NO));
    document.add(
        new TextField(
            heading(language), Identifiers.spelledOut(passage.heading()), Field.Store.NO));
    for (String code : Identifiers.of(path + "\n" + passage.text())) {
      document.add(new StringField(CODE, code, Field.Store.NO));
    }
    document.add(new StoredField(SOURCE, contents.source()));
    document.add(new StoredField(LINK, passage.link()));
    passage.path().forEach(heading -> document.add(new StoredField(PATH, heading)));
    if (passage.page() != null) {
      document.add(new StoredField(PAGE, passage.page()));
    }
    document.add(new StoredField(START, passage.start()));
    document.add(new StoredField(END, passage.end()));
    document.add(new StoredField(TEXT, passage.text()));
    document.add(new StoredField(LANGUAGE, passage.language()));
    return document;
  }

  /** It has no tenant and no group: no scope reads it. */
  private static Document source(Contents contents, String print, String made) {
    Document document = new Document();
    document.add(new StringField(KIND, SOURCE, Field.Store.NO));
    document.add(new StringField(SOURCE, contents.source(), Field.Store.NO));
    document.add(bytes(NAME, contents.source()));
    document.add(bytes(DIGEST, contents.digest()));
    document.add(bytes(PRINT, print));
    document.add(bytes(MADE, made));
    return document;
  }

  private static BinaryDocValuesField bytes(String name, String value) {
    return new BinaryDocValuesField(name, new BytesRef(value.getBytes(StandardCharsets.UTF_8)));
  }

  /** The passage that a document was made of. */
  static Passage passage(Document stored) {
    List<String> path = new ArrayList<>();
    for (IndexableField heading : stored.getFields(PATH)) {
      path.add(heading.stringValue());
    }
    IndexableField page = stored.getField(PAGE);
    return new Passage(
        stored.get(SOURCE),
        stored.get(LINK),
        path,
        page == null ? null : page.numericValue().intValue(),
        stored.getField(START).numericValue().intValue(),
        stored.getField(END).numericValue().intValue(),
        stored.get(TEXT),
        stored.get(LANGUAGE));
  }
}
