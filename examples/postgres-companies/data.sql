CREATE TABLE accounts (
  account_id text PRIMARY KEY,
  name text NOT NULL,
  domains text[] NOT NULL,
  stage text NOT NULL,
  renewal date,
  updated_at timestamptz NOT NULL
);
CREATE TABLE subscriptions (
  account_id text NOT NULL REFERENCES accounts,
  amount numeric(12, 2) NOT NULL,
  status text NOT NULL
);
INSERT INTO accounts VALUES
  ('a1', ' Acme ', '{acme.example,acme.test}', 'Adoption', '2027-01-31', '2026-03-01 10:00:00.123456+00'),
  ('a2', 'Bolt & Sons', '{bolt.example}', 'Onboarding', '2026-11-30', '2026-03-01 11:30:00+02'),
  ('a3', 'Čapek', '{}', 'Renewal', NULL, '2026-02-28 23:59:59.999999+00'),
  ('a4', 'Gone Ltd', '{gone.example}', 'Churned', NULL, '2025-12-31 12:00:00+00');
INSERT INTO subscriptions VALUES
  ('a1', 1000.00, 'active'), ('a1', 249.50, 'active'), ('a2', 90.10, 'active'),
  ('a3', 0.30, 'active'), ('a3', 12.00, 'ended'), ('a4', 500.00, 'ended');

-- All that planhat-sync needs: it reads in one read-only transaction.
CREATE ROLE planhat_sync LOGIN PASSWORD 'example-password';
GRANT SELECT ON accounts, subscriptions TO planhat_sync;
