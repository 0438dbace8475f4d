-- Warehouses, and what products, lots and deliveries must say before their stock can be kept.

CREATE TABLE warehouse (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('active', 'inactive')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  -- Company that runs it for us; null where we run it ourselves.
  operator text,
  climate text NOT NULL CHECK (climate IN ('ambient', 'cool', 'cold', 'frozen')),
  is_main boolean NOT NULL,
  -- Where each of the five zones lies.
  zones jsonb NOT NULL,
  search_text text NOT NULL
);
CREATE INDEX warehouse_found ON warehouse USING gin (bigrams(search_text));
-- Goods go to the main warehouse unless another one is named, so a site has one at most.
CREATE UNIQUE INDEX warehouse_main ON warehouse (site_id) WHERE is_main;

ALTER TABLE product
  ADD COLUMN registration_valid_until date,
  -- Company that makes it for the registrant, and the licence under which it is made (GSP153 art. 70, 84, 88).
  ADD COLUMN contract_manufacturer text,
  ADD COLUMN production_licence_no text,
  ADD COLUMN is_serial_tracked boolean NOT NULL DEFAULT false,
  ADD COLUMN is_cold_chain boolean NOT NULL DEFAULT false,
  -- Degrees Celsius.
  ADD COLUMN temperature_from integer,
  ADD COLUMN temperature_to integer,
  -- Packages above the unit: what they are called, units in one, their own UDI-DI.
  ADD COLUMN packages jsonb NOT NULL DEFAULT '[]',
  ADD CONSTRAINT product_temperature CHECK (temperature_from <= temperature_to);
CREATE INDEX product_by_package ON product USING gin (packages jsonb_path_ops);

ALTER TABLE lot ADD COLUMN sterilisation_lot text;

ALTER TABLE delivery ADD COLUMN order_no text;
