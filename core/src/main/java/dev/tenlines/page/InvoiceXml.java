package dev.tenlines.page;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import dev.tenlines.document.Refused;
import dev.tenlines.document.Span;
import dev.tenlines.document.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads an invoice for machines: CII (Factur-X, ZUGFeRD, XRechnung) or UBL (Peppol, XRechnung). */
public final class InvoiceXml {
  /** What documents of this reader are. */
  public static final String MEDIA_TYPE = "application/xml";

  private static final String TRADE = "SupplyChainTradeTransaction/";
  private static final String AGREEMENT = TRADE + "ApplicableHeaderTradeAgreement/";
  private static final String SETTLEMENT = TRADE + "ApplicableHeaderTradeSettlement/";
  private static final String SUMS =
      SETTLEMENT + "SpecifiedTradeSettlementHeaderMonetarySummation/";

  /** Our name and the path to its value; several paths for one name are tried in order. */
  private static final List<Map.Entry<String, String>> CII =
      List.of(
          Map.entry("number", "ExchangedDocument/ID"),
          Map.entry("type", "ExchangedDocument/TypeCode"),
          Map.entry("date", "ExchangedDocument/IssueDateTime/DateTimeString"),
          Map.entry(
              "due", SETTLEMENT + "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString"),
          Map.entry("currency", SETTLEMENT + "InvoiceCurrencyCode"),
          Map.entry("order", AGREEMENT + "BuyerOrderReferencedDocument/IssuerAssignedID"),
          Map.entry("seller.name", AGREEMENT + "SellerTradeParty/Name"),
          Map.entry("seller.vat", AGREEMENT + "SellerTradeParty/SpecifiedTaxRegistration/ID@VA"),
          Map.entry("seller.country", AGREEMENT + "SellerTradeParty/PostalTradeAddress/CountryID"),
          Map.entry("buyer.name", AGREEMENT + "BuyerTradeParty/Name"),
          Map.entry("buyer.vat", AGREEMENT + "BuyerTradeParty/SpecifiedTaxRegistration/ID@VA"),
          Map.entry("buyer.country", AGREEMENT + "BuyerTradeParty/PostalTradeAddress/CountryID"),
          Map.entry("total.lines", SUMS + "LineTotalAmount"),
          Map.entry("total.net", SUMS + "TaxBasisTotalAmount"),
          Map.entry("total.tax", SUMS + "TaxTotalAmount"),
          Map.entry("total.gross", SUMS + "GrandTotalAmount"),
          Map.entry("total.prepaid", SUMS + "TotalPrepaidAmount"),
          Map.entry("total.due", SUMS + "DuePayableAmount"),
          Map.entry(
              "iban",
              SETTLEMENT
                  + "SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID"));

  private static final List<Map.Entry<String, String>> UBL =
      List.of(
          Map.entry("number", "ID"),
          Map.entry("type", "InvoiceTypeCode"),
          Map.entry("type", "CreditNoteTypeCode"),
          Map.entry("date", "IssueDate"),
          Map.entry("due", "DueDate"),
          Map.entry("currency", "DocumentCurrencyCode"),
          Map.entry("order", "OrderReference/ID"),
          Map.entry(
              "seller.name", "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName"),
          Map.entry("seller.name", "AccountingSupplierParty/Party/PartyName/Name"),
          Map.entry("seller.vat", "AccountingSupplierParty/Party/PartyTaxScheme/CompanyID"),
          Map.entry(
              "seller.country",
              "AccountingSupplierParty/Party/PostalAddress/Country/IdentificationCode"),
          Map.entry(
              "buyer.name", "AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName"),
          Map.entry("buyer.name", "AccountingCustomerParty/Party/PartyName/Name"),
          Map.entry("buyer.vat", "AccountingCustomerParty/Party/PartyTaxScheme/CompanyID"),
          Map.entry(
              "buyer.country",
              "AccountingCustomerParty/Party/PostalAddress/Country/IdentificationCode"),
          Map.entry("total.lines", "LegalMonetaryTotal/LineExtensionAmount"),
          Map.entry("total.net", "LegalMonetaryTotal/TaxExclusiveAmount"),
          Map.entry("total.tax", "TaxTotal/TaxAmount"),
          Map.entry("total.gross", "LegalMonetaryTotal/TaxInclusiveAmount"),
          Map.entry("total.prepaid", "LegalMonetaryTotal/PrepaidAmount"),
          Map.entry("total.due", "LegalMonetaryTotal/PayableAmount"),
          Map.entry("iban", "PaymentMeans/PayeeFinancialAccount/ID"));

  private InvoiceXml() {}

  /** The document of an invoice: a line and a field for each value. */
  public static Document read(String name, byte[] bytes) throws Unreadable {
    Element root = root(bytes);
    boolean cii = root.getLocalName().equals("CrossIndustryInvoice");
    StringBuilder text = new StringBuilder();
    List<Field> fields = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    for (Map.Entry<String, String> wanted : cii ? CII : UBL) {
      String value = value(root, wanted.getValue());
      boolean known = fields.stream().anyMatch(f -> f.name().equals(wanted.getKey()));
      if (value == null || known) {
        continue;
      }
      int start = text.length();
      text.append(wanted.getKey()).append(": ");
      Span place = new Span(text.length(), text.length() + value.length());
      blocks.add(new Block(Kind.PARAGRAPH, new Span(start, place.end())));
      text.append(value).append('\n');
      String source = cii ? "e-invoice (CII)" : "e-invoice (UBL)";
      fields.add(new Field(wanted.getKey(), value, source, place));
    }
    return new Document(
        name,
        MEDIA_TYPE,
        text.toString(),
        List.of(),
        blocks,
        List.of(),
        fields,
        List.of(),
        List.of());
  }

  private static Element root(byte[] bytes) throws Unreadable {
    try {
      Element root = builder().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
      String name = root.getLocalName();
      if (List.of("CrossIndustryInvoice", "Invoice", "CreditNote").contains(name)) {
        return root;
      }
      throw new Unreadable(Refused.Kind.UNSUPPORTED, "The XML is no invoice (" + name + ").");
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new Unreadable(Refused.Kind.BROKEN, "The XML cannot be read.");
    }
  }

  /** A parser that knows no document types and opens nothing. */
  private static DocumentBuilder builder() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
    return builder;
  }

  private static @Nullable String value(Element root, String path) {
    String scheme = path.contains("@") ? path.substring(path.indexOf('@') + 1) : "";
    String[] steps = path.replaceAll("@.*", "").split("/");
    return value(root, steps, 0, scheme);
  }

  private static @Nullable String value(Element at, String[] steps, int step, String scheme) {
    if (step == steps.length) {
      boolean right = scheme.isEmpty() || scheme.equals(at.getAttribute("schemeID"));
      String value = at.getTextContent().strip();
      return right && !value.isEmpty() ? dated(value, at.getAttribute("format")) : null;
    }
    for (Node child = at.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && steps[step].equals(element.getLocalName())) {
        String found = value(element, steps, step + 1, scheme);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** Format 102 is a day in eight figures. */
  private static String dated(String value, String format) {
    return format.equals("102") && value.matches("\\d{8}")
        ? "%s-%s-%s".formatted(value.substring(0, 4), value.substring(4, 6), value.substring(6))
        : value;
  }
}
