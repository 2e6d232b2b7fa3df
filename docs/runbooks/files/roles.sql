-- The roles and the database of Heed. As a superuser, with psql; passwords come as the variables owner, app, reader.
create role heed_owner login password :'owner' nosuperuser nocreaterole nobypassrls;
create role heed_app login password :'app' nosuperuser nocreatedb nocreaterole nobypassrls;
-- Reads past the walls between schools, and writes nothing. For back-ups only.
create role heed_backup login password :'reader' nosuperuser nocreatedb nocreaterole bypassrls;
grant pg_read_all_data to heed_backup;
alter role heed_backup set default_transaction_read_only = on;

create database heed owner heed_owner encoding 'UTF8' template template0;
revoke all on database heed from public;
grant connect on database heed to heed_app, heed_backup;

alter role heed_app set statement_timeout = '30s';
alter role heed_app set timezone = 'UTC';
-- PostgreSQL would quote a statement that failed in its own log, with what was written about a child in it.
alter role heed_app set log_min_messages = 'log';
alter role heed_owner set log_min_messages = 'log';
alter role heed_backup set log_min_messages = 'log';
