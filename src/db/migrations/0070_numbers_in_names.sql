-- Names sort as people read them: «СОШ № 2» stands before «СОШ № 10».
create collation "ru-kn" (provider = icu, locale = 'ru-u-kn-true');

drop index register_sorted, register_by_territory, register_sorted_by_territory, register_sorted_by_order, organisations_by_name, people_by_name;
create index register_sorted on register_entries (short_name collate "ru-kn", site_id);
create index register_by_territory on register_entries (territory_code, short_name collate "ru-kn");
create index register_sorted_by_territory on register_entries (territory_name collate "ru-kn", short_name collate "ru-kn", site_id);
create index register_sorted_by_order on register_entries (order_signed_on desc, order_number, short_name collate "ru-kn", site_id);
create index organisations_by_name on organisations (territory_id, short_name collate "ru-kn");
create index people_by_name on people (territory_id, family_name collate "ru-kn", given_name, patronymic);
