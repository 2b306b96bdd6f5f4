package dev.tenlines.reading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file is, by its content first, then by what it is said to be, then by its name. */
enum Format {
  PDF,
  MAIL,
  HTML,
  MARKDOWN,
  CALENDAR,
  CARD,
  INVOICE,
  TEXT,
  OTHER;

  private static final int LOOKED_AT = 4_096;
  private static final Pattern PAGE =
      Pattern.compile(
          "(?is)^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*(?:<!doctype html|<html|<head|<body)");
  private static final Pattern INVOICE_ROOT =
      Pattern.compile(
          "<(?:[\\w-]+:)?CrossIndustryInvoice[\\s>]|specification:ubl:schema:xsd:(?:Invoice|CreditNote)-2");
  private static final Pattern HEADERS =
      Pattern.compile(
          "(?im)\\A(?:>?From [^\\n]*\\n)?(?:(?:[\\w-]{1,70}:[^\\n]*|[ \\t]+\\S[^\\n]*)\\r?\\n){2,40}+");
  private static final Pattern MAIL_HEADER =
      Pattern.compile(
          "(?im)^(?:Received|Message-ID|MIME-Version|Return-Path|Delivered-To|Content-Type|Date|Subject|From|To|X-[\\w-]+):");

  /** The format of a file. */
  static Format of(String name, @Nullable String mediaType, byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    String type = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT).split(";")[0].strip();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (start.substring(0, Math.min(start.length(), 1_024)).contains("%PDF-")) {
      return PDF;
    }
    if (start.regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
      return CALENDAR;
    }
    if (start.regionMatches(true, 0, "BEGIN:VCARD", 0, 11)) {
      return CARD;
    }
    if (start.stripLeading().startsWith("<") && INVOICE_ROOT.matcher(start).find()) {
      return INVOICE;
    }
    Format said = said(type);
    if (said != null) {
      return said;
    }
    Format named = named(ending);
    if (named != null) {
      return named;
    }
    if (PAGE.matcher(start).find()) {
      return HTML;
    }
    if (mail(start)) {
      return MAIL;
    }
    return binary(bytes) ? OTHER : TEXT;
  }

  private static @Nullable Format said(String type) {
    return switch (type) {
      case "application/pdf", "application/x-pdf" -> PDF;
      case "message/rfc822" -> MAIL;
      case "text/html", "application/xhtml+xml" -> HTML;
      case "text/markdown", "text/x-markdown" -> MARKDOWN;
      case "text/calendar", "application/ics" -> CALENDAR;
      case "text/vcard", "text/x-vcard", "text/directory" -> CARD;
      default ->
          type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/")
              ? OTHER
              : null;
    };
  }

  private static @Nullable Format named(String ending) {
    return switch (ending) {
      case "eml", "mbox" -> MAIL;
      case "html", "htm", "xhtml" -> HTML;
      case "md", "markdown", "mdown", "mkd" -> MARKDOWN;
      case "ics" -> CALENDAR;
      case "vcf" -> CARD;
      case "pdf" -> PDF;
      default -> null;
    };
  }

  private static boolean mail(String start) {
    return HEADERS.matcher(start).find()
        && MAIL_HEADER.matcher(start.split("\\r?\\n\\r?\\n", 2)[0]).results().limit(2).count() == 2;
  }

  /** Text has no zeros and few control signs, unless it is UTF-16. */
  private static boolean binary(byte[] bytes) {
    boolean wide =
        bytes.length >= 2
            && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
    int odd = 0;
    int length = Math.min(bytes.length, LOOKED_AT);
    for (int i = 0; i < length; i++) {
      boolean control = bytes[i] >= 0 && bytes[i] < 32 && "\t\n\r\f\u001b".indexOf(bytes[i]) < 0;
      odd += control ? 1 : 0;
    }
    return !wide && odd > 0 && odd * 50 > length;
  }
}
