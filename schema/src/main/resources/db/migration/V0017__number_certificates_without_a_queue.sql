-- Serials of certificates come from a sequence: callers who issue side by side do not wait for one row.
-- Unique and rising, with gaps where issuing failed; GB/T 36904 asks for uniqueness.
CREATE SEQUENCE certificate_serial;
