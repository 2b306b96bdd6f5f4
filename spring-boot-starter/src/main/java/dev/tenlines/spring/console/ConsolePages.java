package dev.tenlines.spring.console;

import dev.tenlines.Tenlines;
import dev.tenlines.spring.console.answers.GapPages;
import dev.tenlines.spring.console.ask.AskPages;
import dev.tenlines.spring.console.paper.PagePictures;
import dev.tenlines.spring.console.prompts.Calls;
import dev.tenlines.spring.console.prompts.GeneratedPages;
import dev.tenlines.spring.console.prompts.PromptPages;
import dev.tenlines.spring.console.searches.SearchPages;
import dev.tenlines.spring.console.view.Times;
import dev.tenlines.spring.stream.Streams;
import java.time.Clock;

/** All pages of the console, by resource. */
record ConsolePages(
    Pages pages,
    Assets assets,
    LoginPages login,
    AccountPages account,
    ReviewPages reviews,
    FeaturePages features,
    AskPages ask,
    GapPages gaps,
    SearchPages searches,
    RequestPages requests,
    SpendPages spend,
    TrialPages trial,
    AdvisePages advise,
    KeyPages keys,
    GeneratedPages generated,
    PromptPages prompts,
    PagePictures pictures)
    implements AutoCloseable {

  static ConsolePages of(
      Tenlines tenlines, Streams streams, Clock clock, ConsoleSettings settings) {
    Assets assets = new Assets();
    Pages pages = new Pages(assets, settings);
    Times times = new Times(clock);
    Calls calls = new Calls(tenlines);
    return new ConsolePages(
        pages,
        assets,
        new LoginPages(pages, tenlines.access(), new LoginLimit(clock)),
        new AccountPages(pages, tenlines.access()),
        new ReviewPages(pages, tenlines, times),
        new FeaturePages(pages, tenlines, times),
        new AskPages(pages, tenlines, streams),
        new GapPages(pages, tenlines, times),
        new SearchPages(pages, tenlines),
        new RequestPages(pages, tenlines, times, calls),
        new SpendPages(pages, tenlines, clock),
        new TrialPages(pages, clock),
        new AdvisePages(pages),
        new KeyPages(pages, tenlines, times),
        new GeneratedPages(pages, tenlines, calls, clock),
        new PromptPages(pages, tenlines),
        new PagePictures(pages, tenlines));
  }

  @Override
  public void close() {
    trial.close();
  }
}
