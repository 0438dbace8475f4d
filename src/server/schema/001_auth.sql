-- Accounts, sessions and API keys. A person's name, user name, roles and state live in the person table alone;
-- the id of an account is the id of its person.

CREATE TABLE auth_user (
  id uuid PRIMARY KEY,
  -- The sign-in library wants names of its own: all three hold the person's id and are shown to nobody.
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  username text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  two_factor_enabled boolean NOT NULL DEFAULT false,
  -- Somebody else chose the password: it signs in, but does not sign records until its owner changes it.
  password_given boolean NOT NULL DEFAULT false
);

CREATE TABLE auth_session (
  id uuid PRIMARY KEY,
  token text NOT NULL UNIQUE,
  user_id uuid NOT NULL REFERENCES auth_user ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX auth_session_by_user ON auth_session (user_id);
CREATE INDEX auth_session_by_expiry ON auth_session (expires_at);

CREATE TABLE auth_account (
  id uuid PRIMARY KEY,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id uuid NOT NULL REFERENCES auth_user ON DELETE CASCADE,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  -- Argon2id, in the PHC string format.
  password text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX auth_account_by_user ON auth_account (user_id);

CREATE TABLE auth_verification (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX auth_verification_by_identifier ON auth_verification (identifier);

CREATE TABLE auth_two_factor (
  id uuid PRIMARY KEY,
  -- Encrypted with the server's secret.
  secret text NOT NULL,
  backup_codes text NOT NULL,
  user_id uuid NOT NULL UNIQUE REFERENCES auth_user ON DELETE CASCADE,
  verified boolean NOT NULL DEFAULT true,
  failed_verification_count integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  -- The last 30-second step whose code signed a record; a code signs once.
  signed_step bigint NOT NULL DEFAULT 0
);

-- Failed attempts in a row: under the user name for sign-in, whether or not it exists, and under the person for signing.
CREATE TABLE auth_failure (
  subject text PRIMARY KEY,
  failures integer NOT NULL CHECK (failures > 0),
  since timestamptz NOT NULL,
  locked_until timestamptz
);
CREATE INDEX auth_failure_by_age ON auth_failure (since);

CREATE TABLE api_key (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  name text NOT NULL,
  -- First characters, by which people tell keys apart.
  hint text NOT NULL,
  -- SHA-256 of the token; the token itself is shown once and kept nowhere.
  token_hash text NOT NULL UNIQUE,
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_on date,
  revoked_at timestamptz,
  revoked_by uuid
);
CREATE INDEX api_key_by_person ON api_key (person_id);
