-- The text of a version as its compiler wrote it: PDF or Word files, each with the SHA-256 that is signed.
ALTER TABLE document
  -- Of the version that is being compiled.
  ADD COLUMN draft_files jsonb NOT NULL DEFAULT '[]',
  -- Of the version that was last put forward.
  ADD COLUMN files jsonb NOT NULL DEFAULT '[]';
ALTER TABLE document_version ADD COLUMN files jsonb NOT NULL DEFAULT '[]';
