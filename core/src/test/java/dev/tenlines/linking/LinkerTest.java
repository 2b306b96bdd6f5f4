package dev.tenlines.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LinkerTest {
  /** A question, and after the arrow what it means; two meanings have a stroke between them. */
  private static final String QUESTIONS =
      """
      show me orders from last week over €100 => orders where [created_at 2026-03-09T00:00..2026-03-16T00:00, total MORE 100, currency EQUAL EUR]
      orders from customers in Berlin => orders where [customer.city EQUAL Berlin]
      customers in Berlin or New York => customers where [city in [Berlin, New York]]
      customers not in Germany => customers where [country NOT_EQUAL Germany]
      customers without orders => customers where [orders EQUAL 0[]]
      customers with more than 3 orders => customers where [orders MORE 3[]]
      customers who have not placed any orders => customers where [orders EQUAL 0[]]
      how many orders were placed last month => orders show [COUNT] where [created_at 2026-02-01T00:00..2026-03-01T00:00]
      orders shipped last week => orders where [shipped_at 2026-03-09T00:00..2026-03-16T00:00]
      total amount of orders per customer => orders show [customer.id, customer.name, SUM(total)] by [customer.id, customer.name]
      average price of products => products show [AVG(price)]
      average and maximum price of products => products show [AVG(price), MAX(price)]
      the minimum, the maximum and the average age of customers => customers show [MIN(age), MAX(age), AVG(age)]
      age of the oldest customer => customers show [age] where [age EQUAL MAX(age)]
      number of orders per month => orders show [created_at/MONTH, COUNT] by [created_at/MONTH]
      top 5 customers by total amount => orders show [customer.id, customer.name, SUM(total)] by [customer.id, customer.name] down SUM(total) limit 5
      the 5 most expensive products => products down price limit 5
      most expensive product => products where [price EQUAL MAX(price)]
      products above the average price => products where [price MORE AVG(price)]
      what is the price of the Red Lamp => products show [price] where [name EQUAL Red Lamp]
      names of customers from France => customers show [name] where [country EQUAL France]
      email of customers whose city is Berlin => customers show [email] where [city EQUAL Berlin]
      customers in Paris => customers where [city EQUAL Paris]
      orders with status open => orders where [status EQUAL open]
      open orders => orders where [status EQUAL open]
      pending orders over 50 => orders where [status EQUAL open, total MORE 50]
      orders between 10 and 20 euros => orders where [total AT_LEAST 10, total AT_MOST 20]
      products with price between 10 and 20 => products where [price AT_LEAST 10, price AT_MOST 20]
      products containing lamp => products where [name ANYWHERE 'lamp']
      products whose name starts with "Blue" => products where [name START 'Blue']
      products with description empty => products where [description empty]
      customers without email => customers where [email empty]
      orders newest first => orders down created_at
      products sorted by price descending => products down price
      how many different countries do customers come from => customers show [COUNT(different country)]
      which customer has the most orders => orders show [customer.id, customer.name, COUNT] by [customer.id, customer.name] down COUNT limit 1
      oldest customer => customers where [age EQUAL MAX(age)]
      customers with orders over 100 => customers where [orders AT_LEAST 1[total MORE 100]]
      number of customers by country => customers show [country, COUNT] by [country]
      revenue per month => orders show [created_at/MONTH, revenue] by [created_at/MONTH]
      total revenue in 2025 => orders show [revenue] where [created_at 2025-01-01T00:00..2026-01-01T00:00]
      countries with more than 10 customers => customers show [country, COUNT] by [country] having [COUNT MORE 10]
      orders from the last 2 years => orders where [created_at 2024-01-01T00:00..2026-01-01T00:00] / orders where [created_at 2024-03-18T00:00..2026-03-19T00:00]
      orders shipped in the upcoming 2 weeks => orders where [shipped_at 2026-03-23T00:00..2026-04-06T00:00] / orders where [shipped_at 2026-03-18T00:00..2026-04-01T00:00]
      order 4711 => orders where [id EQUAL 4711]
      what is 17 % of 340 => ARITHMETIC what is 17 % of 340
      hello => NOT_A_QUERY hello
      how do I cook rice => NOT_A_QUERY how do I cook rice
      customers in Atlantis => UNKNOWN_WORD Atlantis
      orders per blorb => UNKNOWN_WORD blorb
      why are sales falling => NOT_A_QUERY why are sales falling
      growth of orders => NEEDS_REPORT growth of orders
      names and emails of customers in Berlin => customers show [name, email] where [city EQUAL Berlin]
      customers older than 30 => customers where [age MORE 30]
      cancelled orders of Anna Schmidt => orders where [status EQUAL cancelled, customer.name EQUAL Anna Schmidt]
      list all products => products
      toys under 20 => products where [category EQUAL Toys, price LESS 20]
      products in Toys or Books cheaper than 15 => products where [category in [Toys, Books], price LESS 15]
      customers that joined in 2025 => customers where [joined 2025-01-01..2026-01-01]
      latest order => orders where [created_at EQUAL MAX(created_at)]
      orders of customers in Germany since Monday => orders where [customer.country EQUAL Germany, created_at 2026-03-16T00:00..]
      average order value per country => orders show [customer.country, AVG(total)] by [customer.country]
      orders of the oldest customer => orders where [customer AT_LEAST 1[age EQUAL MAX(age)]]
      orders of customers who have no email => orders where [customer.email empty]
      the smallest product by stock => products where [stock EQUAL MIN(stock)]
      names of products in orders of the oldest customer => products show [name] where [orders AT_LEAST 1[customer AT_LEAST 1[age EQUAL MAX(age)]]]
      customers with the most expensive product => customers where [orders AT_LEAST 1[product AT_LEAST 1[price EQUAL MAX(price)]]]
      customers except Berlin => customers where [city NOT_EQUAL Berlin]
      names of products ordered alphabetically => products show [name] up name
      top 3 products with the highest price => products down price limit 3
      number of customers by country ordered from highest to lowest => customers show [country, COUNT] by [country] down COUNT
      number of orders per customer sorted in descending order by number of orders => orders show [customer.id, customer.name, COUNT] by [customer.id, customer.name] down COUNT
      what are the 2 most common countries of customers => customers show [country, COUNT] by [country] down COUNT limit 2
      number of products for each customer => products show [orders.customer.id, orders.customer.name, COUNT(different id)] by [orders.customer.id, orders.customer.name]
      products with "Lamp" in their name => products where [name ANYWHERE 'Lamp']
      the products "Sofa" => products where [name ANYWHERE 'Sofa']
      show the customers and their emails => customers show [name, email]
      which customers are in Berlin? Return the name and the age. => customers show [name, age] where [city EQUAL Berlin]
      the country name of customers => customers show [country]
      the cheapest Toys => products where [category EQUAL Toys, price EQUAL MIN(price)]
      how many Toys are there => products show [COUNT] where [category EQUAL Toys]
      """;

  @TestFactory
  List<DynamicTest> questions() {
    List<DynamicTest> tests = new ArrayList<>();
    QUESTIONS
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          String[] both = line.split(" => ", 2);
          String question = both[0].strip();
          tests.add(
              DynamicTest.dynamicTest(
                  question, () -> assertThat(Shop.read(question)).isEqualTo(both[1].strip())));
        });
    return tests;
  }

  @Test
  void words_are_ignored_only_where_they_make_a_sentence() {
    List<Reading> readings =
        Shop.LINKER.readings("please show me all purple customers in Berlin", Shop.SETTING);

    assertThat(readings).isNotEmpty();
    assertThat(readings.getFirst().isWhole()).isFalse();
    assertThat(readings.getFirst().unused())
        .extracting(said -> said.words())
        .containsExactly("purple");
    assertThat(readings.getFirst().ignored()).extracting(said -> said.words()).contains("please");
  }

  @Test
  void endless_questions_are_refused() {
    assertThat(Shop.read("customers in Berlin ".repeat(40))).startsWith("NEEDS_REPORT");
    assertThat(Shop.LINKER.readings("customers in Berlin ".repeat(40), Shop.SETTING)).isEmpty();
  }

  @Test
  void a_question_means_the_same_every_time() {
    String question = "names of customers in Berlin with more than 2 orders over 100 euros";

    assertThat(Shop.read(question)).isEqualTo(Shop.read(question));
  }
}
