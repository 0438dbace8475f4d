-- How what the search looks through was put together when all records were last gone through.
CREATE TABLE search_making (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  making integer NOT NULL CHECK (making > 0)
);
