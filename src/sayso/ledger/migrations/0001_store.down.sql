DROP VIEW alarms;
DROP VIEW positions;
DROP VIEW figures;
DROP VIEW current_reading;
DROP TABLE finding;
DROP TABLE claim;
DROP TABLE reading;
DROP TABLE report;
