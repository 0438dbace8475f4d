-- Temperature and humidity of stores: readings by hand, data of loggers, stretches out of range, missed windows, limits set.

CREATE TABLE storage_condition (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  title text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('reading', 'batch', 'excursion', 'missed', 'range')),
  warehouse_id uuid NOT NULL REFERENCES warehouse,
  warehouse_name text NOT NULL,
  climate text NOT NULL,
  measured_at timestamptz NOT NULL,
  until_at timestamptz,
  log_day date NOT NULL,
  window_from text,
  window_to text,
  timing text CHECK (timing IN ('on-time', 'late', 'extra')),
  -- Degrees Celsius and percent of relative humidity.
  temperature double precision,
  humidity double precision,
  temperature_low double precision,
  temperature_high double precision,
  humidity_low double precision,
  humidity_high double precision,
  temperature_from double precision,
  temperature_to double precision,
  humidity_from double precision,
  humidity_to double precision,
  instrument text,
  calibration_due_on date,
  points integer,
  reason text,
  note text,
  recorded_by_name text NOT NULL,
  measures integer NOT NULL DEFAULT 0,
  goods_count integer NOT NULL DEFAULT 0,
  goods_round integer NOT NULL DEFAULT 1,
  goods_verdict text CHECK (goods_verdict IN ('unaffected', 'stop')),
  goods_note text,
  assessed_at timestamptz,
  assessed_by_name text,
  restored_at timestamptz,
  cause text,
  closed_at timestamptz,
  closed_by_name text,
  -- What was out of range is closed only when it is in range again and its goods are judged.
  CHECK (state <> 'closed' OR (restored_at IS NOT NULL AND (goods_count = 0 OR assessed_at IS NOT NULL))),
  CHECK (timing IS DISTINCT FROM 'late' OR reason IS NOT NULL),
  search_text text NOT NULL
);
CREATE INDEX storage_condition_by_time ON storage_condition (measured_at DESC, id DESC);
CREATE INDEX storage_condition_by_state ON storage_condition (state, measured_at DESC, id DESC);
CREATE INDEX storage_condition_of_store ON storage_condition (warehouse_id, kind, measured_at DESC);
CREATE INDEX storage_condition_of_day ON storage_condition (warehouse_id, log_day) WHERE kind IN ('reading', 'missed');
CREATE INDEX storage_condition_found ON storage_condition USING gin (bigrams(search_text));
-- One reading, or one explanation, stands for a window.
CREATE UNIQUE INDEX storage_condition_window ON storage_condition (warehouse_id, log_day, window_from)
  WHERE window_from IS NOT NULL AND state <> 'voided';

CREATE TABLE storage_act (
  id uuid PRIMARY KEY,
  storage_condition_id uuid NOT NULL REFERENCES storage_condition,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('measure', 'reread')),
  happened_at timestamptz NOT NULL,
  what text,
  temperature double precision,
  humidity double precision,
  in_range boolean
);
CREATE INDEX storage_act_of ON storage_act (storage_condition_id, at);

CREATE TABLE storage_goods (
  id uuid PRIMARY KEY,
  storage_condition_id uuid NOT NULL REFERENCES storage_condition,
  lot_id uuid NOT NULL REFERENCES lot,
  lot_no text NOT NULL,
  product_id uuid NOT NULL REFERENCES product,
  product_name text NOT NULL,
  model text,
  quantity integer NOT NULL CHECK (quantity > 0),
  temperature_from double precision,
  temperature_to double precision,
  UNIQUE (storage_condition_id, lot_id)
);
CREATE INDEX storage_goods_by_lot ON storage_goods (lot_id);
CREATE INDEX storage_goods_by_product ON storage_goods (product_id);

-- One row for each day of a batch; the key of a later partitioning is its day.
CREATE TABLE storage_series (
  id uuid PRIMARY KEY,
  storage_condition_id uuid NOT NULL REFERENCES storage_condition,
  warehouse_id uuid NOT NULL REFERENCES warehouse,
  instrument text NOT NULL,
  log_day date NOT NULL,
  start_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  -- Seconds after start_at; tenths of a degree Celsius; tenths of a percent, null where it was not measured.
  seconds integer[] NOT NULL,
  temperatures integer[] NOT NULL,
  humidities integer[] NOT NULL,
  CHECK (cardinality(seconds) = cardinality(temperatures) AND cardinality(seconds) = cardinality(humidities))
);
CREATE INDEX storage_series_of ON storage_series (storage_condition_id);
CREATE INDEX storage_series_by_time ON storage_series (warehouse_id, log_day, instrument);
