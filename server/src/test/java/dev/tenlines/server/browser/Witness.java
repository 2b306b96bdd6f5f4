package dev.tenlines.server.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Sees whatever a page does or holds that only foreign script or markup would bring. */
final class Witness {
  private static final String INSPECT =
      """
      () => {
        const found = [];
        const note = (element, what) => found.push(what + ': ' + element.outerHTML.slice(0, 160));
        for (const element of document.querySelectorAll('*')) {
          for (const { name, value } of element.attributes) {
            if (name.startsWith('on') || name.startsWith('hx-on')) note(element, 'handler');
            if (name === 'style') note(element, 'inline style');
            if (/^(href|src|action|formaction|data|xlink:href|srcset|ping|hx-\\w+)$/.test(name)
                && /^\\s*(javascript|data|vbscript):|^\\s*(https?:)?\\/\\//i.test(value)
                && !value.startsWith(location.origin)) note(element, 'foreign address');
          }
        }
        document.querySelectorAll('script:not([src])').forEach(one => note(one, 'inline script'));
        document.querySelectorAll('style, iframe, object, embed, base, math, foreignObject, [http-equiv]')
          .forEach(one => note(one, 'foreign element'));
        if (window.__xss !== undefined) found.push('script ran');
        return found;
      }
      """;

  private final List<String> seen = new ArrayList<>();

  /** Watches a browser's page from now on. */
  void watch(Page page, String address) {
    page.onDialog(dialog -> {
      seen.add("dialog: " + dialog.message());
      dialog.dismiss();
    });
    page.onRequest(request -> {
      if (!request.url().startsWith(address + "/")) {
        seen.add("request: " + request.url());
      }
    });
    page.onPopup(popup -> seen.add("window: " + popup.url()));
  }

  /** Looks at the page as it is now. */
  void inspect(String name, Page page) {
    ((List<?>) page.evaluate(INSPECT)).forEach(found -> seen.add(name + " " + found));
  }

  List<String> seen() {
    return List.copyOf(seen);
  }
}
