package dev.tenlines.notices;

import java.util.Locale;
import java.util.regex.Pattern;

/** The words by which such texts are known, in six languages. */
final class Terms {
  static final Pattern CLOSING =
      Pattern.compile(
          "(?iu)^(?:(?:with |my |our )?(?:(?:very )?(?:best|kind(?:est)?|warm(?:est)?) (?:regards|wishes)|regards|best|cheers|sincerely|yours(?: sincerely| faithfully| truly)?|all the best|many thanks|thanks(?: in advance)?|thank you|see you there|take care|cordially)"
              + "|(?:mit )?(?:(?:freundlichen?|besten?|herzlichen?|viele[nr]?|schöne[nr]?|liebe[nr]?|sonnigen?|kollegialen?) )?gr(?:ü|ue)(?:ß|ss)e?n?(?: aus \\p{L}+)?|hochachtungsvoll|mfg|vg|lg|(?:vielen |besten |herzlichen )?dank"
              + "|(?:bien )?cordialement|(?:bien |très )?(?:cordialement|amicalement)(?: à vous)?|salutations(?: \\p{L}+)?|sincères salutations|meilleures salutations|bonne journée|bien à vous|amitiés|veuillez agréer.{0,90}"
              + "|(?:un )?(?:cordial |afectuoso )?saludos?(?: cordial(?:es)?)?|saludos (?:cordiales|atentos)|atentamente|(?:muchas )?gracias|un abrazo"
              + "|(?:met |m\\. ?)?(?:vriendelijke |hartelijke |beste |warme )?groet(?:en|jes)?|hoogachtend|bedankt|mvg"
              + "|(?:cordiali |distinti |cari |un caro )?salut[oi]|cordialmente|grazie(?: mille)?|in fede|a presto)"
              + "(?: ?/ ?.{2,30})?[ ,.!;:–-]*$");

  static final Pattern ROLE =
      words(
          "head|heads|chief|c[efot]o|cmo|manager(?:in)?|director|managing|president|vice|partner|founder|co-founder|owner|engineer|developer|architect|designer"
              + "|consultant|advisor|adviser|analyst|researcher|scientist|professor|lecturer|fellow|reader|student|assistant|associate|officer|secretary|administrator|coordinator|lead|leader|editor|producer|technician|accountant|lawyer|solicitor|attorney|nurse|teacher|librarian|curator|planner|surveyor|buyer|sales|purchasing|specialist|supervisor|agent|clerk|operator|trainer|coach|therapist|translator|writer|journalist|photographer|treasurer|chair(?:man|woman|person)?|doctoral|postdoc|intern|volunteer"
              + "|leitung|leiter(?:in)?|\\p{L}+leiter(?:in)?|\\p{L}+leitung|geschäftsführ(?:er|erin|ung)|inhaber(?:in)?|vorstand|vorsitzende[r]?|prokurist(?:in)?|referent(?:in)?|sachbearbeit(?:er|erin|ung)|\\p{L}*ingenieur(?:in)?|\\p{L}*architekt(?:in)?|\\p{L}*berater(?:in)?|\\p{L}*meister(?:in)?|\\p{L}*entwickler(?:in)?|einkauf|vertrieb|buchhaltung|\\p{L}*assistent(?:in)?|assistenz|rechtsanwalt|rechtsanwältin|steuerberater(?:in)?|\\p{L}*mitarbeiter(?:in)?|\\p{L}*beauftragte[r]?|koordinator(?:in)?|koordination|redakteur(?:in)?|pressesprecher(?:in)?|projektmanagement|\\p{L}*wissenschaftler(?:in)?|doktorand(?:in)?|disponent(?:in)?|hausverwalt(?:er|erin|ung)|öffentlich bestellte[r]?"
              + "|responsable|directeur|directrice|gérante?|chargée? d[e'’].*|chef(?:fe)? d[e'’].*|ingénieure?|conseill(?:er|ère)|assistante?|présidente?|secrétaire|comptable|acheteu(?:r|se)|commerciale?|architecte|avocate?|consultante?|chercheu(?:r|se)|enseignante?|associée?|maître|déléguée?|coordinat(?:eur|rice)|développeu(?:r|se)"
              + "|director[a]?|gerente|jef[ea]|ingenier[oa]|responsable|abogad[oa]|arquitect[oa]|comercial|encargad[oa]|asesor[a]?|técnic[oa]|coordinador[a]?|presidente|presidenta|administrador[a]?|profesor[a]?|investigador[a]?|secretari[oa]|contable|soci[oa]|ayudante"
              + "|directeur|hoofd|medewerk(?:er|ster)|adviseur|beheerder|eigenaar|eigenaresse|bestuurder|voorzitter|secretaris|penningmeester|projectleider|teamleider|inkoper|inkoop|verkoop|onderzoeker|docent(?:e)?|hoogleraar|coördinator|vertegenwoordiger|ontwerper|zaakvoerder"
              + "|diret(?:tore|trice)|direttore|responsabile|ricercat(?:ore|rice)|ingegnere|architetto|avvocato|titolare|amministrat(?:ore|rice)|consulente|impiegat[oa]|segretari[oa]|professore(?:ssa)?|geometra|addett[oa]|capo|coordinat(?:ore|rice)|socio|docente|ragionier[ea]|progettista");

  static final Pattern LEGAL =
      Pattern.compile(
          "(?u)(?<![\\p{L}\\p{N}])(?:(?:g|u)?GmbH(?: ?& ?Co\\.? ?KGa?A?)?|mbH|AG|KG|OHG|GbR|UG|SE|e\\. ?V\\.|e\\. ?K\\.|e\\. ?G\\.|eG|eV|PartG(?: ?mbB)?|PartGmbB|KGaA|gGmbH|Ltd\\.?|Limited|LLC|L\\.L\\.C\\.|Inc\\.?|LLP|PLC|plc|Corp\\.?|CIC|Pty|Co\\.|& Co"
              + "|SARL|S\\.A\\.R\\.L\\.|SAS|SASU|EURL|SCOP|SCI|SNC|S\\.A\\.S\\.|S\\.A\\.|SA|S\\.L\\.U?\\.?|SLU?|S\\.C\\.|B\\.V\\.|BV|N\\.V\\.|NV|VOF|V\\.O\\.F\\.|CV|BVBA|VZW|S\\.r\\.l\\.s?|Srls?|SRL|S\\.p\\.A\\.|SpA|s\\.a\\.s\\.|s\\.n\\.c\\.|Snc|Sas|AB|ApS|A/S|Oy)(?![\\p{L}\\p{N}])");

  static final Pattern INSTITUTION =
      words(
          "foundation|association|university|college|institute|school|academy|council|library|museum|trust|society|union|hospital|clinic|committee|club|church|centre|center|department|faculty|laborator(?:y|ies)|lab|labs|agency|studios?|group|partners|consult(?:ing|ants)|solutions|technologies|systems|services|company|bank|press|books|bakery|brewery|workshop|makers|cooperative|co-op|ministry"
              + "|\\p{L}*verein|\\p{L}*stiftung|universität|\\p{L}*hochschule|\\p{L}*institut|\\p{L}*schule|\\p{L}*akademie|\\p{L}*amt|stadtwerke|\\p{L}*bibliothek|\\p{L}*klinik|krankenhaus|\\p{L}*verband|kanzlei|\\p{L}*büro|gemeinde|stadt|genossenschaft|kita|\\p{L}*zentrum|praxis|\\p{L}*verlag|bäckerei|\\p{L}*gesellschaft|\\p{L}*betrieb|\\p{L}*werkstatt|\\p{L}*museum"
              + "|fondation|université|école|lycée|mairie|cabinet|société|ateliers?|entreprise|éditions|hôpital|agence|bureau|boulangerie|ets|établissements|compagnie|centre"
              + "|fundación|asociación|universidad|instituto|colegio|ayuntamiento|escuela|taller(?:es)?|grupo|biblioteca|hermanos|bodegas?|cooperativa|sociedad|centro|editorial|clínica"
              + "|stichting|vereniging|universiteit|hogeschool|gemeente|bakkerij|\\p{L}*bureau|drukkerij|bibliotheek|ziekenhuis|waterschap|kwekerij|uitgeverij"
              + "|fondazione|associazione|università|istituto|scuola|comune|studio|officine|cantina|libreria|politecnico|consorzio|laboratorio");

  private Terms() {}

  /** Any of these words, whole and in any case. */
  static Pattern words(String alternatives) {
    return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])");
  }

  static boolean isOrganisation(String said) {
    return LEGAL.matcher(said).find() || INSTITUTION.matcher(said).find();
  }

  /** Letters and digits only, in small letters without accents: how names look in addresses. */
  static String compact(String said) {
    String plain =
        java.text.Normalizer.normalize(
            said.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ø", "o"),
            java.text.Normalizer.Form.NFD);
    return plain.replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
