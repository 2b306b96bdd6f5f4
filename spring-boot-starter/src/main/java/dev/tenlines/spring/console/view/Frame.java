package dev.tenlines.spring.console.view;

import dev.tenlines.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param root what every address of the console starts with, empty or {@code /tenlines}
 * @param path the page's own address, for forms that come back to it
 * @param caller who is signed in, or null
 * @param csrf the value that proves that a form is ours
 * @param theme {@code light}, {@code dark} or {@code auto}
 * @param keys whether single-key shortcuts are on
 * @param assets where style sheet, script and icon are found, by name
 */
public record Frame(
    String root,
    String path,
    @Nullable Caller caller,
    String csrf,
    String theme,
    boolean keys,
    Assets assets) {

  /** Addresses of the static files. */
  public interface Assets {
    /** The address of a file, which changes with its content. */
    String at(String name);
  }

  /** The address of a page of the console. */
  public String at(String page) {
    return root + page;
  }

  public String asset(String name) {
    return root + assets.at(name);
  }

  public boolean admin() {
    return caller != null && caller.isAdmin();
  }

  /** Whether a link of the navigation leads to where the reader is. */
  public boolean in(String section) {
    String own = path.substring(Math.min(root.length(), path.length()));
    return own.equals(section) || own.startsWith(section + "/") || own.startsWith(section + "?");
  }
}
