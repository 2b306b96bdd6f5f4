package dev.tenlines.spring.test;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application as users of the test slice have one. */
@SpringBootApplication(proxyBeanMethods = false)
class TicketShop {}
