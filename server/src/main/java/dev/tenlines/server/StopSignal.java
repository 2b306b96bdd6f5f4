package dev.tenlines.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Hears that the process is asked to stop, before Java's own shutdown begins: native inference that
 * is still running when shutdown hooks free its library takes the whole JVM down with it.
 */
final class StopSignal {
  private StopSignal() {}

  /**
   * Runs something on Ctrl-C or a TERM signal instead of ending the process. The class behind it is
   * no official API, so it is reached by reflection; where it is missing, signals end the process
   * as always.
   */
  static void onStop(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  Thread.ofPlatform().name("tenlines-stop").start(action);
                }
                return null;
              });
      for (String name : new String[] {"INT", "TERM"}) {
        Object caught = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, handler).invoke(null, caught, proxy);
      }
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InstantiationException
        | InvocationTargetException e) {
      // Without the hook a signal ends the process the plain way.
      return;
    }
  }
}
