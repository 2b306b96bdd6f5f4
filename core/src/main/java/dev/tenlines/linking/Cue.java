package dev.tenlines.linking;

import dev.tenlines.linking.Names.Phrases;
import dev.tenlines.text.Words;
import dev.tenlines.text.Words.Word;
import java.util.List;

/** What a small word says about how a question is built. */
enum Cue {
  // Words that may stay unused: they only make a sentence.
  GLUE(true),
  ASK(true),
  WHO(true),
  WHERE(true),
  WHEN(true),
  THAT(true),
  IS(true),
  OF(true),
  IN(true),
  WITH(true),
  AND(true),
  AS(true),
  ALL(true),
  // Words that a plan has to make something of.
  BY(false),
  NOT(false),
  WITHOUT(false),
  EITHER(false),
  INCLUSIVE(false),
  OR(false),
  BETWEEN(false),
  MORE(false),
  LESS(false),
  AT_LEAST(false),
  AT_MOST(false),
  OR_MORE(false),
  OR_LESS(false),
  EXACTLY(false),
  BEFORE(false),
  AFTER(false),
  COUNT(false),
  SUM(false),
  AVG(false),
  MAX(false),
  MIN(false),
  TOP(false),
  BOTTOM(false),
  MOST(false),
  FEWEST(false),
  PER(false),
  SORT(false),
  UP(false),
  DOWN(false),
  NEWEST(false),
  OLDEST(false),
  LATEST(false),
  EARLIEST(false),
  CONTAINS(false),
  STARTS(false),
  ENDS(false),
  EMPTY(false),
  DISTINCT(false),
  LIMIT(false),
  AVERAGE_ABOVE(false),
  AVERAGE_BELOW(false),
  BUCKET(false);

  private static final Phrases<Cue> PHRASES = new Phrases<>(Word::folded);

  private final boolean light;

  Cue(boolean light) {
    this.light = light;
  }

  /** Whether nothing is lost when no plan uses it. */
  boolean isLight() {
    return light;
  }

  static {
    add(
        GLUE,
        "a|an|the|please|can|could|you|i|me|we|us|my|our|would|like|want|need|to|know|do|does|did|been|be|being|will|shall|there|there"
            + " are|there is|there"
            + " were|also|just|only|some|any|both|their|its|his|her|them|they|it|he|she|respective|each"
            + " of|currently|ever|so|then|well"
            + " as|along|together|value|values|named|called|given|this|these|those|have been|has"
            + " been|had been|located|such|following|particular|certain|exact|actually|total of|in"
            + " total|in all|overall|altogether|one|ones|data|database|table|records|record"
            + " of|records of|rows|entries|list of|show up|out|s|hello|hi|hey|thanks|thank"
            + " you|if|listed|held|happen|happened|happens|occur|occurred|occurs|take|place|take"
            + " place|took place|takes place|taken place|taking"
            + " place|make|made|makes|involved|associated|exist|exists|existing|use|used|belong|belongs|belonging|contained"
            + " in|stored|recorded|available|corresponding|regarding|concerning|related|live|lives|living|lived|found|stay|eat|serve|serves|served|serving|reside|lies|situated|come|comes|came|coming|come"
            + " from|comes from");
    add(
        GLUE,
        "combinations of|combination of|pairs of|inclusive|inclusive of start and end"
            + " dates|inclusive of the start and end dates|both inclusive|both dates"
            + " inclusive|inclusive of both|inclusive of both dates");
    add(
        GLUE,
        "written|wrote|published|posted|received|offer|offers|offered|taught|teach|teaches|taken|took"
            + "|bought|ordered|purchased|presented|issued|placed|given|gave");
    add(
        GLUE,
        "should|they should|inclusive of|as a date|as dates|respectively|total"
            + " counts|flow|flows|flow through|flows through|flowing through|run through|runs"
            + " through|pass|passes");
    add(
        ASK,
        "what|which|what s|whats|show|show me|list|give|give me|find|find me|get|get"
            + " me|display|tell|tell me|name|return|provide|fetch|look up|search|search"
            + " for|identify|report|state|what kind|what type of|which of|select|how|how much|what"
            + " about|let me see|see");
    add(WHO, "who|whom|whose");
    add(WHERE, "where");
    add(WHEN, "when");
    add(THAT, "that|which|while|where the|who s");
    add(IS, "is|are|was|were|equals|equal to|being|s|equal");
    add(OF, "of|for|s|from|in|on|at");
    add(
        IN,
        "in|on|at|through|across|from|during|within|for|to|into|inside|as of|under"
            + " the|about|against");
    add(WITH, "with|has|have|had|having|whose|got|get|gets|including|include|includes");
    add(AND, "and|plus|as well as|but|along with|together with|then|with their");
    add(ALL, "all|every|any|whole|entire|full|complete");
    add(AS, "as|being");
    add(BY, "by|in terms of|based on|according to");
    add(
        NOT,
        "not|isn t|isnt|aren t|arent|wasn t|wasnt|weren t|other than|except|except"
            + " for|excluding|exclude|but not|is not|are not|was not|were not|didn t|didnt|don"
            + " t|dont|doesn t|doesnt|do not|does not|did not|have not|haven t|havent|has not|hasn"
            + " t|hasnt|never|not in|not from|anything but|apart from|besides|different from|have"
            + " never|has never|not have|who have not|not equal to|non");
    add(
        WITHOUT,
        "without|with no|no|have no|has no|had no|lacking|lack|lacks|without any|without a");
    add(EITHER, "either");
    add(INCLUSIVE, "inclusive of|including|on or");
    add(OR, "or");
    add(BETWEEN, "between|ranging from|in the range of|range from");
    add(
        MORE,
        "more than|over|above|greater than|larger than|bigger than|higher than|exceeding|exceeds"
            + "|exceed|beyond|older than|longer than|later than|upwards of|better than|taller than"
            + "|heavier than|in excess of|is more than|is over|is above|newer than|costlier than"
            + "|more expensive than|pricier than|exceeded|greater|larger|higher");
    add(
        LESS,
        "less than|under|below|fewer than|smaller than|lower than|cheaper than|beneath|younger than"
            + "|shorter than|lighter than|earlier than|worse than|not more than and|smaller|lower"
            + "|fewer|less");
    add(
        AT_LEAST,
        "on or after|on or later than|at least|no less than|not less than|minimum of|a minimum"
            + " of|from at least|starting at|no fewer than|greater than or equal to|more than or"
            + " equal to|not under|not below");
    add(
        AT_MOST,
        "on or before|at most|no more than|not more than|maximum of|a maximum of|up to|not over|not"
            + " above|less than or equal to|smaller than or equal to");
    add(
        OR_MORE,
        "or more|or above|or higher|or greater|or over|and above|and up|and over|or better");
    add(OR_LESS, "or less|or fewer|or below|or lower|or under|and below|or cheaper");
    add(EXACTLY, "exactly|precisely");
    add(BEFORE, "before|prior to|earlier than|until|up until");
    add(AFTER, "after|since|later than|following");
    add(
        COUNT,
        "how many|number of|the number of|count|count of|total number of|the total number of|the"
            + " count of|counts|how many total|how often|numbers of|total count of|how many"
            + " of|overall number of|no of|count the number of|quantity of");
    add(
        SUM,
        "sum|sum of|total|total sum of|totals|total of|combined|cumulative|altogether|sum"
            + " up|summed|the sum of|sum total of|grand total|grand total of");
    add(
        AVG,
        "average|avg|mean|average of|the average of|on average|mean of|average number of|averaged");
    add(TOP, "top");
    add(BOTTOM, "bottom");
    add(
        MOST,
        "most|most often|most frequently|most frequent|most common|most commonly|the most|largest"
            + " number of|highest number of|greatest number of|biggest number of|maximum number"
            + " of|most number of|most popular");
    add(
        FEWEST,
        "fewest|least|the least|smallest number of|lowest number of|minimum number of|least number"
            + " of|least common|least frequent|least often|fewest number of");
    add(
        PER,
        "per|for each|for every|in each|of each|by each|each|grouped by|group by|split by|broken"
            + " down by|breakdown by|in every|of every|on each|at each|from each|across"
            + " each|respectively for each|per each|to each|with each");
    add(
        SORT,
        "order the results by|order the result by|order results by|sort the results by|sort the"
            + " result by|sort results by|order them by|rank them by|ordering by|ordered with|sort"
            + " it by|order the results|sort the results|sorted by|sort by|order by|ordered"
            + " by|ranked by|rank by|arranged by|in order of|sorted|ordered|sort|sort them by|order"
            + " them by|listed by|ordered from|sorted from|in order by");
    add(
        UP,
        "ascending|ascending order|in ascending order|alphabetically|in alphabetical"
            + " order|alphabetical|alphabetical order|low to high|lowest first|smallest"
            + " first|cheapest first|lowest to highest|asc|from lowest to highest|from smallest to"
            + " largest|from low to high|increasing|in increasing order|from cheapest to most"
            + " expensive|a to z|smallest to largest|from the lowest to the highest");
    add(
        DOWN,
        "descending|descending order|in descending order|high to low|highest first|largest"
            + " first|biggest first|most expensive first|highest to lowest|desc|from highest to"
            + " lowest|from largest to smallest|from high to low|decreasing|in decreasing"
            + " order|largest to smallest|reverse alphabetical order|in reverse alphabetical"
            + " order|from most to least|from the highest to the lowest");
    add(
        NEWEST,
        "newest first|latest first|most recent first|from newest to oldest|newest to oldest|latest"
            + " to oldest|starting from the latest|starting from the newest|starting with the"
            + " latest");
    add(
        OLDEST,
        "oldest first|earliest first|chronologically|in chronological order|from oldest to"
            + " newest|oldest to newest|starting from the earliest date|starting from the"
            + " earliest|starting from the oldest");
    add(LATEST, "latest|newest|most recent|most recently|last");
    add(EARLIEST, "earliest|first");
    add(
        CONTAINS,
        "containing|contains|contain|includes the word|with the word|matching|that"
            + " contain|including the word|contained|like");
    add(
        STARTS,
        "starting with|starts with|start with|beginning with|begins with|begin with|started"
            + " with|that start with");
    add(ENDS, "ending with|ends with|end with|ending in|ends in|end in");
    add(
        EMPTY,
        "empty|missing|unknown|blank|null|not set|unset|not given|not known|not"
            + " specified|unspecified");
    add(
        DISTINCT,
        "distinct|different|unique|various|distinct list of|unique list of|distinct values"
            + " of|without duplicates");
    add(LIMIT, "limit|limit to|limited to");
    add(
        AVERAGE_ABOVE,
        "above average|above the average|over the average|higher than average|higher than the"
            + " average|more than average|more than the average|larger than the average|greater"
            + " than the average|larger than average|greater than average|above average in|exceeds"
            + " the average|longer than the average|longer than average|bigger than average|better"
            + " than average|older than the average|older than average|more expensive than"
            + " average|more expensive than the average");
    add(
        AVERAGE_BELOW,
        "below average|below the average|under the average|lower than average|lower than the"
            + " average|less than average|less than the average|smaller than the average|smaller"
            + " than average|fewer than the average|shorter than the average|shorter than"
            + " average|younger than the average|younger than average|cheaper than average|cheaper"
            + " than the average");
    add(
        BUCKET,
        "day|daily|week|weekly|month|monthly|quarter|quarterly|year|yearly|annually|annual|date");
  }

  private static void add(Cue cue, String phrases) {
    for (String phrase : phrases.split("\\|")) {
      PHRASES.add(Words.of(phrase).all(), cue);
    }
  }

  static List<Phrases.Hit<Cue>> find(List<Word> words) {
    return PHRASES.find(words);
  }
}
