-- A machine reads a scan outside of any transaction: until when nobody else begins it (D2). Passes by itself when a node dies.
ALTER TABLE paper_line ADD COLUMN reading_until timestamptz;
