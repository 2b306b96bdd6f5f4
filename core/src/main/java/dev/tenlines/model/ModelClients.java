package dev.tenlines.model;

import dev.tenlines.cost.Ledger;
import dev.tenlines.cost.PriceFile;
import dev.tenlines.ladder.Transcripts;
import dev.tenlines.model.wire.HttpProvider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The models of a project, each with its client, by the names that rungs use. */
public final class ModelClients implements AutoCloseable {
  /** None at all. */
  public static final ModelClients NONE = new ModelClients(Map.of(), List.of());

  private final Map<String, ModelClient> clients;
  private final List<HttpProvider> opened;

  private ModelClients(Map<String, ModelClient> clients, List<HttpProvider> opened) {
    this.clients = clients;
    this.opened = opened;
  }

  /**
   * Opens clients for all models that can be asked.
   *
   * @param own providers that the application brings, by the name behind {@code bean:}
   */
  public static ModelClients open(
      Collection<ModelSettings> models,
      Map<String, Provider> own,
      Ledger ledger,
      PriceFile prices,
      Transcripts transcripts,
      Clock clock) {
    Map<String, ModelClient> clients = new LinkedHashMap<>();
    List<HttpProvider> opened = new ArrayList<>();
    for (ModelSettings model : models) {
      HttpProvider provider = new HttpProvider(model, clock);
      opened.add(provider);
      clients.put(
          model.name(), new ModelClient(model, provider, ledger, prices, transcripts, clock));
    }
    own.forEach((name, provider) -> {
      ModelSettings model = ModelSettings.bean(name);
      clients.put(
          model.name(), new ModelClient(model, provider, ledger, prices, transcripts, clock));
    });
    return new ModelClients(clients, opened);
  }

  /** The client behind a rung's name, {@code model:NAME}, or null where there is none. */
  public @Nullable ModelClient of(String rung) {
    return rung.startsWith("model:") ? clients.get(rung.substring("model:".length())) : null;
  }

  @Override
  public void close() {
    opened.forEach(HttpProvider::close);
  }
}
