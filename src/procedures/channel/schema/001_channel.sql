-- Ways in which notifications leave the product. Addresses of robots and webhooks and their secrets are kept sealed: the key is not in the
-- database. A person has at most one way of his own.

CREATE TABLE channel (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('active', 'paused', 'failing', 'removed')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('person', 'email', 'wecom-robot', 'dingtalk-robot', 'feishu-robot', 'webhook')),
  name text NOT NULL,
  person_id uuid REFERENCES person,
  email text,
  address text,
  secret text,
  roles text[] NOT NULL,
  safety text NOT NULL CHECK (safety IN ('at-once', 'digest', 'none')),
  work text NOT NULL CHECK (work IN ('at-once', 'digest', 'none')),
  news text NOT NULL CHECK (news IN ('at-once', 'digest', 'none')),
  digest_at text NOT NULL,
  quiet_from text NOT NULL,
  quiet_until text NOT NULL,
  language text NOT NULL CHECK (language IN ('zh', 'en')),
  test_asked_at timestamptz,
  tested_at timestamptz,
  test_ok boolean,
  test_answer text,
  failed_at timestamptz,
  failure text,
  end_reason text,
  CHECK ((kind = 'person') = (person_id IS NOT NULL)),
  CHECK (kind <> 'person' OR safety <> 'none'),
  CHECK (kind <> 'email' OR email IS NOT NULL),
  CHECK (kind IN ('person', 'email') OR address IS NOT NULL),
  CHECK (address IS NULL OR address LIKE 'sealed:%'),
  CHECK (secret IS NULL OR secret LIKE 'sealed:%'),
  search_text text NOT NULL
);
CREATE UNIQUE INDEX channel_of_person ON channel (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX channel_by_age ON channel (created_at DESC, id DESC);
CREATE INDEX channel_by_state ON channel (state, created_at DESC, id DESC);
CREATE INDEX channel_shared ON channel (site_id) WHERE kind <> 'person' AND state IN ('active', 'failing');
CREATE INDEX channel_found ON channel USING gin (bigrams(search_text));
