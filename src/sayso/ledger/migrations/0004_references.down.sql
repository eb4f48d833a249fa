DROP TABLE reference_record;
DROP TABLE reference_file;
