-- Kettle & Whisk, a shop for cookware. Days count from the day the file is made, so that "last week" always finds something.
CREATE TABLE customers (
  id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, name TEXT NOT NULL, city TEXT NOT NULL, country TEXT NOT NULL,
  email TEXT NOT NULL, joined_on TEXT NOT NULL);

CREATE TABLE products (
  id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, name TEXT NOT NULL, category TEXT NOT NULL, material TEXT NOT NULL,
  price DECIMAL(10, 2) NOT NULL, stock INTEGER NOT NULL, bought_for DECIMAL(10, 2) NOT NULL);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, number TEXT NOT NULL, customer_id INTEGER NOT NULL REFERENCES customers (id),
  status TEXT NOT NULL, created_on TEXT NOT NULL, shipped_on TEXT, total DECIMAL(10, 2) NOT NULL);

CREATE TABLE items (
  id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, order_id INTEGER NOT NULL REFERENCES orders (id),
  product_id INTEGER NOT NULL REFERENCES products (id), quantity INTEGER NOT NULL, price DECIMAL(10, 2) NOT NULL);

INSERT INTO customers VALUES
  (1, 'default', 'Ada Blum', 'Berlin', 'Germany', 'ada.blum@example.org', date('now', '-900 days')),
  (2, 'default', 'Cem Demir', 'Hamburg', 'Germany', 'cem.demir@example.org', date('now', '-760 days')),
  (3, 'default', 'Eva Fink', 'Berlin', 'Germany', 'eva.fink@example.org', date('now', '-640 days')),
  (4, 'default', 'Gil Hall', 'Oslo', 'Norway', 'gil.hall@example.org', date('now', '-600 days')),
  (5, 'default', 'Noor de Wit', 'Utrecht', 'Netherlands', 'noor.dewit@example.org', date('now', '-420 days')),
  (6, 'default', 'Bronwen Price', 'Cardiff', 'United Kingdom', 'bronwen.price@example.org', date('now', '-390 days')),
  (7, 'default', 'Hélène Faure', 'Lyon', 'France', 'helene.faure@example.org', date('now', '-300 days')),
  (8, 'default', 'Joost Bakker', 'Rotterdam', 'Netherlands', 'joost.bakker@example.org', date('now', '-210 days')),
  (9, 'default', 'Siobhan Kelly', 'Cork', 'Ireland', 'siobhan.kelly@example.org', date('now', '-150 days')),
  (10, 'default', 'Matteo Riva', 'Vienna', 'Austria', 'matteo.riva@example.org', date('now', '-90 days')),
  (11, 'default', 'Lena Vogt', 'Munich', 'Germany', 'lena.vogt@example.org', date('now', '-35 days')),
  (12, 'default', 'Tom Archer', 'Leeds', 'United Kingdom', 'tom.archer@example.org', date('now', '-6 days')),
  (13, 'rival', 'Ida Jung', 'Graz', 'Austria', 'ida.jung@example.org', date('now', '-50 days'));

INSERT INTO products VALUES
  (1, 'default', 'Stovetop kettle, 2 l', 'kettles', 'steel', 48.00, 34, 21.00),
  (2, 'default', 'Electric kettle, 1.5 l', 'kettles', 'steel', 64.00, 18, 30.50),
  (3, 'default', 'Cafetière, 1 l', 'kettles', 'glass', 32.50, 41, 12.80),
  (4, 'default', 'Iron pan, 26 cm', 'pans', 'iron', 62.50, 12, 28.00),
  (5, 'default', 'Sauté pan, 28 cm', 'pans', 'steel', 84.00, 9, 39.00),
  (6, 'default', 'Saucepan, 20 cm', 'pans', 'steel', 54.00, 27, 24.00),
  (7, 'default', 'Casserole, 4 l', 'pans', 'iron', 129.00, 5, 61.00),
  (8, 'default', 'Chef''s knife, 20 cm', 'knives', 'steel', 89.00, 22, 44.00),
  (9, 'default', 'Bread knife, 24 cm', 'knives', 'steel', 46.00, 0, 20.00),
  (10, 'default', 'Paring knife, 9 cm', 'knives', 'steel', 24.50, 60, 9.90),
  (11, 'default', 'Cutting board, oak', 'boards', 'wood', 39.90, 15, 15.20),
  (12, 'default', 'Carving board, walnut', 'boards', 'wood', 72.00, 4, 33.00),
  (13, 'default', 'Springform, 26 cm', 'baking', 'steel', 22.00, 48, 8.10),
  (14, 'default', 'Rolling pin', 'baking', 'wood', 18.50, 33, 6.40),
  (15, 'default', 'Large mixing bowl, 5 l', 'baking', 'clay', 36.00, 19, 14.00),
  (16, 'default', 'Balloon whisk', 'tools', 'steel', 14.90, 75, 4.80),
  (17, 'default', 'Pepper mill', 'tools', 'wood', 34.00, 14, 13.50),
  (18, 'default', 'Kitchen scale', 'tools', 'glass', 29.00, 0, 11.20),
  (19, 'default', 'Two stoneware mugs', 'tableware', 'clay', 27.00, 52, 9.30),
  (20, 'default', 'Six soup plates', 'tableware', 'clay', 66.00, 8, 26.00),
  (21, 'rival', 'Copper pot', 'pans', 'copper', 999.00, 3, 500.00);

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 240)
INSERT INTO orders
SELECT i, 'default', 'KW-' || (48760 - i), 1 + i * 7 % 11,
  CASE WHEN i < 5 THEN 'open' WHEN i < 14 THEN 'paid' WHEN i % 13 = 0 THEN 'cancelled' WHEN i % 9 = 0 THEN 'returned' ELSE 'shipped' END,
  date('now', '-' || (i * 2 / 3) || ' days'),
  CASE WHEN i > 13 AND i % 13 > 0 THEN date('now', '-' || (i * 2 / 3) || ' days', '+' || (1 + i % 3) || ' days') END, 0
FROM n;

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 560)
INSERT INTO items
SELECT i, 'default', 1 + i % 240, 1 + i * 11 % 20, 1 + i % 3, (SELECT price FROM products WHERE id = 1 + i * 11 % 20)
FROM n;

UPDATE orders SET total = (SELECT sum(quantity * price) FROM items WHERE order_id = orders.id);

INSERT INTO orders VALUES (241, 'rival', 'R-1', 13, 'open', date('now', '-3 days'), NULL, 999);
INSERT INTO items VALUES (561, 'rival', 241, 21, 1, 999);
