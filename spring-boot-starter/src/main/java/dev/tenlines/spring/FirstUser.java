package dev.tenlines.spring;

import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.access.Role;
import dev.tenlines.spring.console.Passwords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Makes the console's first user, who makes the others; the password is logged this one time. */
final class FirstUser implements SmartInitializingSingleton {
  private static final Logger LOG = LoggerFactory.getLogger(FirstUser.class);
  private static final String NAME = "admin";

  private final Tenlines tenlines;
  private final String path;

  FirstUser(Tenlines tenlines, String path) {
    this.tenlines = tenlines;
    this.path = path;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!tenlines.access().users(Request.SINGLE_TENANT).isEmpty()) {
      return;
    }
    String password = Passwords.random();
    try {
      tenlines
          .access()
          .createUser(NAME, Request.SINGLE_TENANT, Role.ADMIN, Passwords.hash(password));
      LOG.warn(
          "The console at {} has its first user: {} with the password {}. It is shown once:"
              + " change it there.",
          path,
          NAME,
          password);
    } catch (TenlinesException e) {
      LOG.info("Another instance made the console's first user.");
    }
  }
}
