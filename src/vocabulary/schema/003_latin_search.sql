-- Letters and digits are few, so that many texts hold all pairs of a word (initials, numbers) without the word: three neighbours of them
-- are kept together too. The same as `bigrams` of src/kernel/substring.ts.
CREATE OR REPLACE FUNCTION bigrams(folded text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 500
  RETURN (
    SELECT coalesce(array_agg(DISTINCT part), '{}')
    FROM generate_series(1, length(folded) - 1) AS i
    CROSS JOIN LATERAL (VALUES (substr(folded, i, 2)), (substr(folded, i, 3))) AS neighbours (part)
    WHERE length(part) = 2 OR (length(part) = 3 AND octet_length(part) = 3 AND position(' ' IN part) = 0)
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
