-- Nouns that several procedures share: sites, parties, products, lots, deliveries.

-- All pairs of neighbouring characters of a text, for substring search by a GIN index; see src/kernel/substring.ts.
-- pg_trgm is no alternative: it needs three characters and, where the character type is C, sees no Chinese.
-- The cost tells the planner to try LIKE first where it has to look at single rows.
CREATE FUNCTION bigrams(folded text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 500
  RETURN (
    SELECT coalesce(array_agg(DISTINCT substr(folded, i, 2)), '{}')
    FROM generate_series(1, length(folded) - 1) AS i
  );

CREATE TABLE site (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('active', 'closed')),
  version integer NOT NULL CHECK (version > 0),
  -- A site belongs to itself, so that it is read and kept like every other record.
  site_id uuid NOT NULL REFERENCES site DEFERRABLE INITIALLY DEFERRED,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  name jsonb NOT NULL,
  address jsonb NOT NULL,
  province text NOT NULL,
  city text NOT NULL,
  -- GB/T 2260, six digits.
  region_code text NOT NULL CHECK (region_code ~ '^[0-9]{6}$'),
  time_zone text NOT NULL DEFAULT 'Asia/Shanghai'
);

CREATE TABLE party (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('active', 'inactive')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  name text NOT NULL,
  name_en text,
  -- Initials and full pinyin of the name, computed when the name is written.
  py text NOT NULL,
  pinyin text NOT NULL,
  is_customer boolean NOT NULL,
  is_supplier boolean NOT NULL,
  is_manufacturer boolean NOT NULL,
  customer_kind text CHECK (customer_kind IN ('hospital', 'clinic', 'dealer', 'consumer')),
  phones jsonb NOT NULL DEFAULT '[]',
  -- Digits of all telephone numbers, the contacts' too, parted by blanks.
  phone_digits text NOT NULL DEFAULT '',
  fax text,
  email text,
  address text,
  province text,
  city text,
  region_code text CHECK (region_code ~ '^[0-9]{6}$'),
  locality text NOT NULL CHECK (locality IN ('local', 'out-of-town')),
  -- Whether the locality follows from the address or somebody decided it.
  locality_from text NOT NULL DEFAULT 'address' CHECK (locality_from IN ('address', 'decision')),
  contacts jsonb NOT NULL DEFAULT '[]',
  licences jsonb NOT NULL DEFAULT '[]',
  -- Folded text that choice lists and the ledger look through; the kernel writes it. The same in every table below.
  search_text text NOT NULL,
  CHECK (is_customer OR is_supplier OR is_manufacturer),
  CHECK ((customer_kind IS NOT NULL) = is_customer)
);
CREATE INDEX party_found ON party USING gin (bigrams(search_text));
CREATE INDEX party_by_name ON party (name);

CREATE TABLE product (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('active', 'inactive')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  name text NOT NULL,
  py text NOT NULL,
  pinyin text NOT NULL,
  model text NOT NULL,
  spec text NOT NULL,
  registration_no text NOT NULL,
  device_class text NOT NULL CHECK (device_class IN ('I', 'II', 'III')),
  udi_di text UNIQUE,
  manufacturer_id uuid NOT NULL REFERENCES party,
  -- As it was called when the product was last entered, for ledger and search.
  manufacturer_name text NOT NULL,
  unit text NOT NULL,
  is_implant boolean NOT NULL,
  is_sterile boolean NOT NULL,
  storage text NOT NULL,
  search_text text NOT NULL
);
CREATE INDEX product_found ON product USING gin (bigrams(search_text));
CREATE INDEX product_by_name ON product (name, model);
CREATE INDEX product_by_manufacturer ON product (manufacturer_id);

CREATE TABLE lot (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('active', 'inactive')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  -- Product, model and lot number in one line, as lists call the lot.
  title text NOT NULL,
  product_id uuid NOT NULL REFERENCES product,
  lot_no text NOT NULL,
  produced_on date NOT NULL,
  expires_on date,
  -- Units delivered to customers so far.
  quantity_delivered integer NOT NULL CHECK (quantity_delivered >= 0),
  search_text text NOT NULL,
  UNIQUE (product_id, lot_no),
  CHECK (expires_on > produced_on)
);
CREATE INDEX lot_found ON lot USING gin (bigrams(search_text));
CREATE INDEX lot_by_number ON lot (lot_no text_pattern_ops);

CREATE TABLE delivery (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  party_id uuid NOT NULL REFERENCES party,
  product_id uuid NOT NULL REFERENCES product,
  lot_id uuid NOT NULL REFERENCES lot,
  delivered_on date NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  -- One delivery note may list several lots.
  UNIQUE (number, lot_id)
);
CREATE INDEX delivery_by_party ON delivery (party_id, delivered_on DESC);
CREATE INDEX delivery_by_lot ON delivery (lot_id, party_id);
CREATE INDEX delivery_by_day ON delivery (delivered_on) INCLUDE (product_id, quantity);
