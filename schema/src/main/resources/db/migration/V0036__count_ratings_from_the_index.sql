-- The report of an agency counts a quarter's ratings by level and shows the latest words: the level rides in the index, so that
-- counting reads no row, and words are found without reading the many ratings that have none.
CREATE INDEX rating_level_by_agency ON rating (agency_key, rated_at DESC, case_id) INCLUDE (satisfaction);
DROP INDEX rating_by_agency;
CREATE INDEX rating_words_by_agency ON rating (agency_key, rated_at DESC, case_id) WHERE words IS NOT NULL;
