package dev.tenlines.example.shop;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of tickets, and the page where the staff sees all of them. */
@Controller
final class TicketPages {
  private static final int LONGEST = 4000;

  private final Tickets tickets;
  private final Orders orders;
  private final Comments comments;

  TicketPages(Tickets tickets, Orders orders, Comments comments) {
    this.tickets = tickets;
    this.orders = orders;
    this.comments = comments;
  }

  @GetMapping("/help")
  String form(@RequestParam(required = false) @Nullable String order, Model model) {
    model.addAttribute("order", orders.named(order));
    return "help";
  }

  @PostMapping("/tickets")
  String open(@RequestParam String text, @RequestParam(required = false) @Nullable String order) {
    if (text.isBlank() || text.length() > LONGEST) {
      return "redirect:/help";
    }
    return "redirect:/tickets/" + tickets.open(text, orders.named(order)).id();
  }

  @GetMapping("/tickets/{id}")
  String ticket(@PathVariable String id, Model model) {
    model.addAttribute("ticket", tickets.find(id));
    return "ticket";
  }

  @GetMapping("/admin")
  String staff(Model model) {
    model.addAttribute("tickets", tickets.all());
    model.addAttribute("comments", comments.all());
    return "staff";
  }
}
