package dev.tenlines.spring.test;

import org.springframework.stereotype.Component;

/** A component that the tests of the desk have no need of. */
@Component
class TicketPrinter {}
