package dev.tenlines.spring.console;

import dev.tenlines.spring.console.view.Frame;
import dev.tenlines.text.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The console's static files. Their addresses change with their content, so browsers keep them. */
final class Assets implements Frame.Assets {
  private static final String OWN = "/dev/tenlines/spring/console/";
  private static final String HTMX = "org.webjars.npm/htmx.org";

  private final Map<String, Asset> files = new LinkedHashMap<>();

  Assets() {
    add("console.css", "text/css;charset=UTF-8", read(OWN + "console.css"));
    add("console.js", "text/javascript;charset=UTF-8", read(OWN + "console.js"));
    add("paper.js", "text/javascript;charset=UTF-8", read(OWN + "paper.js"));
    add("sources.js", "text/javascript;charset=UTF-8", read(OWN + "sources.js"));
    add("icon.svg", "image/svg+xml", read(OWN + "icon.svg"));
    add("htmx.js", "text/javascript;charset=UTF-8", htmx());
  }

  /** One file. */
  record Asset(String hash, String type, byte[] bytes, byte[] packed) {}

  @Override
  public String at(String name) {
    return "/assets/" + file(name).hash() + "/" + name;
  }

  /** A file by its address, or null when its content has changed since or it never was. */
  @Nullable Asset find(String hash, String name) {
    Asset asset = files.get(name);
    return asset != null && asset.hash().equals(hash) ? asset : null;
  }

  private Asset file(String name) {
    Asset asset = files.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("no static file (" + name + ")");
    }
    return asset;
  }

  private void add(String name, String type, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    files.put(name, new Asset(Digest.of(text).substring(0, 12), type, bytes, packed(bytes)));
  }

  /** The web jar's path holds its version. */
  private static byte[] htmx() {
    Properties about = new Properties();
    try (InputStream in = open("/META-INF/maven/" + HTMX + "/pom.properties")) {
      about.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = about.getProperty("version");
    return read("/META-INF/resources/webjars/htmx.org/" + version + "/dist/htmx.min.js");
  }

  private static byte[] read(String path) {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) throws IOException {
    InputStream in = Assets.class.getResourceAsStream(path);
    if (in == null) {
      throw new IOException("the console's file (" + path + ") is not on the class path");
    }
    return in;
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
