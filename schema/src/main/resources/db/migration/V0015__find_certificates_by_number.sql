-- The number printed on a certificate is what a clerk types to find it, and no two certificates share one.
CREATE UNIQUE INDEX certificate_by_number ON certificate (number);
