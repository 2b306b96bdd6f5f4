package dev.tenlines.example.shop;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of products, comments and orders. */
@Controller
final class ShopPages {
  private static final int LONGEST = 2000;

  private final Catalog catalog;
  private final Comments comments;
  private final Orders orders;
  private final Receipts receipts;
  private final Search search;

  ShopPages(Catalog catalog, Comments comments, Orders orders, Receipts receipts, Search search) {
    this.catalog = catalog;
    this.comments = comments;
    this.orders = orders;
    this.receipts = receipts;
    this.search = search;
  }

  @GetMapping("/")
  String home(@RequestParam(defaultValue = "") String q, Model model) {
    boolean asked = !q.isBlank() && q.length() <= LONGEST;
    Search.Result found = asked ? search.find(q) : null;
    model.addAttribute("q", q);
    model.addAttribute("found", found);
    model.addAttribute("products", found == null ? catalog.all() : found.products());
    return "home";
  }

  @GetMapping("/products/{id}")
  String product(@PathVariable String id, Model model) {
    Product product = catalog.find(id);
    model.addAttribute("product", product);
    model.addAttribute("comments", comments.shown(product));
    return "product";
  }

  @PostMapping("/products/{id}/comments")
  String comment(
      @PathVariable String id,
      @RequestParam String author,
      @RequestParam String text,
      RedirectAttributes flash) {
    Product product = catalog.find(id);
    if (!text.isBlank() && text.length() <= LONGEST && author.length() <= 80) {
      String name = author.isBlank() ? "A customer" : author;
      flash.addFlashAttribute("written", comments.write(product, name, text));
    }
    return "redirect:/products/" + product.id() + "#comments";
  }

  @PostMapping("/products/{id}/orders")
  String order(@PathVariable String id) {
    return "redirect:/orders/" + orders.place(catalog.find(id)).id();
  }

  @GetMapping("/orders/{id}")
  String order(@PathVariable String id, Model model) {
    Order order = orders.find(id);
    model.addAttribute("order", order);
    model.addAttribute("receipt", receipts.of(order.number()));
    return "order";
  }

  @PostMapping("/orders/{id}/receipt")
  String receipt(@PathVariable String id) {
    Order order = orders.find(id);
    receipts.write(new Cart(order.number(), List.of(new Cart.Line(order.product(), 1))));
    return "redirect:/orders/" + order.id();
  }
}
