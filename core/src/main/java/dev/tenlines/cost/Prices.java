package dev.tenlines.cost;

import dev.tenlines.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dated price catalogue. A model that is not in it has no price, which is not the price zero.
 *
 * @param layers rows that come first first: a project's own before the built-in ones
 */
public record Prices(List<List<Price>> layers) {
  private static final String BUILT_IN = "prices.yaml";

  public Prices {
    layers = layers.stream().map(List::copyOf).toList();
  }

  /** The catalogue that comes with the program. */
  public static Prices builtIn() {
    return BuiltIn.PRICES;
  }

  /** Read when first asked for, once. */
  private static final class BuiltIn {
    private static final Prices PRICES = read();

    private static Prices read() {
      try (InputStream in = Prices.class.getResourceAsStream("/dev/tenlines/cost/" + BUILT_IN)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return of(Yaml.parse(BUILT_IN, text));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Reads a file of prices. */
  public static Prices read(Path file) {
    return of(Yaml.read(file));
  }

  private static Prices of(@Nullable Yaml root) {
    return new Prices(List.of(root == null ? List.of() : PriceYaml.read(root)));
  }

  /** These prices, with others that come before them. */
  public Prices plus(Prices own) {
    List<List<Price>> all = new ArrayList<>(own.layers);
    all.addAll(layers);
    return new Prices(all);
  }

  /** What a model costs at a moment, or null where nobody said. */
  public @Nullable Price of(String provider, String model, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    for (List<Price> layer : layers) {
      Price best = null;
      for (Price price : layer) {
        if (price.holds(provider, model, day) && (best == null || price.said() > best.said())) {
          best = price;
        }
      }
      if (best != null) {
        return best;
      }
    }
    return null;
  }

  /** Every row, own rows first. */
  public List<Price> all() {
    return layers.stream().flatMap(List::stream).toList();
  }
}
