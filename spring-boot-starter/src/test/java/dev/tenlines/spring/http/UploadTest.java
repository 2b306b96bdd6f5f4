package dev.tenlines.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files over HTTP. */
class UploadTest {
  private static final String ASK = "/v1/features/invoice/requests";
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["invoice_number", "total"], "properties": {
        "invoice_number": {"type": "string"}, "total": {"type": "number"}}}
      """;
  private static final String MAIL =
      """
      From: billing@mills.example.org
      To: you@example.org
      Subject: Your invoice
      Date: Mon, 23 Nov 2026 10:00:00 +0100
      Content-Type: text/plain; charset=utf-8

      Invoice number: MW-2041
      Total: EUR 118.40
      """;

  @TempDir static Path directory;
  private static ApiServer server;
  private static ApiServer.Caller shop;

  @BeforeAll
  static void start() {
    Feature invoice = Feature.extract("invoice", SCHEMA).withRungs("rules", "review");
    server =
        ApiServer.start(
            directory,
            new ApiLimits(1 << 20, 32, 200_000, 100_000, 5_000, 8),
            builder -> builder.feature(invoice),
            ApiServer.Plain.class);
    shop = server.application("a");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aMail_isRead_andEachField_hasItsPlace() {
    Answer answer = send(ASK, "mail.eml", MAIL.getBytes(StandardCharsets.UTF_8), null);

    assertThat(answer.status()).isEqualTo(200);
    JsonNode value = answer.json().get("value");
    assertThat(value.get("invoice_number").get("value").asString()).isEqualTo("MW-2041");
    assertThat(value.get("total").get("value").decimalValue()).isEqualByComparingTo("118.40");
    assertThat(value.get("total").get("evidence").get(0).get("text").asString()).contains("118.40");
    assertThat(answer.json().get("basis").asString()).isEqualTo("construction");
  }

  @Test
  void theFile_isKept_withItsRequest_forThisTenantOnly() {
    byte[] mail = MAIL.getBytes(StandardCharsets.UTF_8);
    String id = send(ASK, "../../mail.eml", mail, null).json().get("id").asString();

    assertThat(server.tenlines.file("a", id).bytes()).isEqualTo(mail);
    assertThat(server.tenlines.file("a", id).document().name()).isEqualTo("mail.eml");
    assertThat(server.tenlines.file("b", id)).isNull();
  }

  @Test
  void whatIsKnownBeside_isRead_andHasNoInput() {
    byte[] mail = MAIL.getBytes(StandardCharsets.UTF_8);

    String id =
        send(ASK, "mail.eml", mail, "{\"fields\": {\"order\": \"4711\"}}")
            .json()
            .get("id")
            .asString();

    assertThat(server.tenlines.history().find("a", id).request().fields())
        .containsEntry("order", "4711");
    send(ASK, "mail.eml", mail, "{\"input\": \"x\"}").isProblem(400, "TL-501");
    send(ASK, "mail.eml", mail, "nonsense").isProblem(400, "TL-501");
  }

  @Test
  void aFileThatCannotBeRead_orIsTooLong_isRefused_withItsReason() {
    send(ASK, "a.pdf", "%PDF-1.7 broken".getBytes(StandardCharsets.UTF_8), null)
        .isProblem(422, "TL-282");
    send(ASK, "a.txt", new byte[100_001], null).isProblem(413, "TL-505");
    send(ASK, "a.txt", "word ".repeat(2_000).getBytes(StandardCharsets.UTF_8), null)
        .isProblem(413, "TL-505");
  }

  @Test
  void anAddress_isNoFile() {
    shop.post(ASK, "{\"url\": \"http://127.0.0.1/x.pdf\"}").isProblem(400, "TL-501");
    shop.send(
            "POST",
            ASK,
            BodyPublishers.ofString(
                "--x\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\n"
                    + "http://127.0.0.1/x.pdf\r\n--x--\r\n"),
            "Content-Type",
            "multipart/form-data; boundary=x")
        .isProblem(400, "TL-501");
  }

  @Test
  void brokenParts_areTheCallersMistake() {
    shop.post(ASK, "{}", "Content-Type", "multipart/form-data").isProblem(400, "TL-501");
    shop.post(ASK, "nonsense", "Content-Type", "multipart/form-data; boundary=x")
        .isProblem(400, "TL-501");
  }

  private static Answer send(String path, String name, byte[] file, String request) {
    String head =
        (request == null
                ? ""
                : "--x\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n"
                    + request
                    + "\r\n")
            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofByteArray(file),
            BodyPublishers.ofString("\r\n--x--\r\n"));
    return shop.send("POST", path, body, "Content-Type", "multipart/form-data; boundary=x");
  }
}
