-- The public register at the size of a country. Words with typing errors are compared in register_words, so the text is not kept twice.
alter table register_entries drop column search_text;

-- Counting by everything but words reads only this.
drop index register_by_period;
create index register_counted on register_entries (starts_on, ends_on) include (territory_id, territory_code, kinds, direction, end_order);

-- Each order of the list has its index, so that a page reads its own lines only.
create index register_sorted_by_territory on register_entries (territory_name collate "ru-x-icu", short_name collate "ru-x-icu", site_id);
create index register_sorted_by_order on register_entries (order_signed_on desc, order_number, short_name collate "ru-x-icu", site_id);

-- Among a country's territories there are few time zones.
create index territories_by_day on territories (time_zone, demo_today);
