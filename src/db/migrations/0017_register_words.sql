-- Every word of the public register, so that a typing error is compared with words and not with whole entries. Words only: no ties to entries.
create table register_words (
  word text primary key check (length(word) between 4 and 60)
);
create index register_words_alike on register_words using gin (word gin_trgm_ops);
drop index register_typing_errors;

-- Counting a register as of a day reads only this.
create index register_by_period on register_entries (starts_on, ends_on, territory_id);
