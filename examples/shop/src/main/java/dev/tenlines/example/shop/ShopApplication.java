package dev.tenlines.example.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the shop. */
@SpringBootApplication(proxyBeanMethods = false)
public class ShopApplication {
  private ShopApplication() {}

  public static void main(String[] args) {
    SpringApplication.run(ShopApplication.class, args);
  }
}
