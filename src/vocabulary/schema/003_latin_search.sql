-- Letters and digits are few, so that many texts hold all pairs of a word (initials, numbers) without the word: three neighbours of them
-- are kept together too. The same as `bigrams` of src/kernel/substring.ts.
CREATE OR REPLACE FUNCTION bigrams(folded text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 500
  RETURN (
    SELECT coalesce(array_agg(DISTINCT part COLLATE "C"), '{}') FROM (
      WITH neighbours AS (
        SELECT c AS a, lead(c) OVER () AS b, lead(c, 2) OVER () AS d FROM string_to_table(folded, NULL) AS c
      )
      SELECT a || b AS part FROM neighbours WHERE b IS NOT NULL
      UNION ALL
      SELECT a || b || d FROM neighbours
      WHERE octet_length(a || b || d) = 3 AND a <> ' ' AND b <> ' ' AND d <> ' '
    ) AS parts
  );

-- What was indexed before holds pairs alone.
DO $$
DECLARE
  found record;
BEGIN
  FOR found IN SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND indexdef LIKE '%bigrams(%' LOOP
    EXECUTE format('REINDEX INDEX %I', found.indexname);
  END LOOP;
END $$;
