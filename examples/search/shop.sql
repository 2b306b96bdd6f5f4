-- A small shop. Days count from the day the file is made, so that "last week" always finds something.
CREATE TABLE customers (
  id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, name TEXT NOT NULL, city TEXT NOT NULL, email TEXT NOT NULL);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, number TEXT NOT NULL, customer_id INTEGER NOT NULL REFERENCES customers (id),
  status TEXT NOT NULL, total DECIMAL(10, 2) NOT NULL, created_on TEXT NOT NULL, shipped_on TEXT, margin DECIMAL(10, 2) NOT NULL);

CREATE TABLE items (
  id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, order_id INTEGER NOT NULL REFERENCES orders (id),
  product TEXT NOT NULL, quantity INTEGER NOT NULL, price DECIMAL(10, 2) NOT NULL);

INSERT INTO customers VALUES
  (1, 'default', 'Ada Blum', 'Berlin', 'ada@example.org'),
  (2, 'default', 'Cem Demir', 'Hamburg', 'cem@example.org'),
  (3, 'default', 'Eva Fink', 'Berlin', 'eva@example.org'),
  (4, 'default', 'Gil Hall', 'Oslo', 'gil@example.org'),
  (5, 'rival', 'Ida Jung', 'Wien', 'ida@example.org');

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
INSERT INTO orders
SELECT i, 'default', 'B-' || (1000 + i), 1 + i * 7 % 4,
  CASE i % 5 WHEN 0 THEN 'open' WHEN 1 THEN 'paid' WHEN 2 THEN 'returned' ELSE 'shipped' END,
  15 + i * 37 % 290 + 0.5, date('now', '-' || (i / 2) || ' days'),
  CASE WHEN i % 5 > 2 THEN date('now', '-' || (i / 2) || ' days', '+2 days') END, 3 + i % 11
FROM n;

INSERT INTO orders VALUES (121, 'rival', 'R-1', 5, 'open', 999, date('now', '-3 days'), NULL, 7);

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 240)
INSERT INTO items
SELECT i, 'default', 1 + i % 120,
  CASE i % 6 WHEN 0 THEN 'kettle' WHEN 1 THEN 'tent' WHEN 2 THEN 'stove' WHEN 3 THEN 'lamp' WHEN 4 THEN 'rope' ELSE 'water filter' END,
  1 + i % 3, 5 + i % 40
FROM n;
