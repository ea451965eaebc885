-- What keeps rows from overlapping is for writing. An index that could also find the rows of a person or a site was taken for that by the planner, to
-- whom it looks as cheap as the one made for it, and read twenty times as much. The ids in it are therefore one value that nobody asks by.
create index qualifications_by_person on qualifications (territory_id, person_id);
create index role_grants_by_person on role_grants (territory_id, person_id);
create index experts_by_person on experts (territory_id, person_id);
create index suspensions_by_site on suspensions (territory_id, site_id);
create index support_needs_by_organisation on support_needs (territory_id, organisation_id);

alter table posts drop constraint posts_do_not_overlap, add constraint posts_do_not_overlap exclude using gist ((uuid_send(person_id) || uuid_send(organisation_id) || uuid_send(territory_id)) with =,
  kind with =, (coalesce(subject, '')) with =, daterange(starts_on, ends_on, '[]') with &&);
alter table qualifications drop constraint one_category_at_a_time, add constraint one_category_at_a_time exclude using gist ((uuid_send(person_id) || uuid_send(territory_id)) with =, daterange(starts_on, ends_on, '[]') with &&);
alter table role_grants drop constraint role_grants_territory_id_person_id_role_daterange_excl,
  add constraint role_grants_territory_id_person_id_role_daterange_excl exclude using gist ((uuid_send(person_id) || uuid_send(territory_id)) with =, role with =, daterange(starts_on, ends_on, '[]') with &&);
alter table experts drop constraint expert_is_in_the_pool_once, add constraint expert_is_in_the_pool_once exclude using gist ((uuid_send(person_id) || uuid_send(territory_id)) with =, daterange(starts_on, ends_on, '[]') with &&);
alter table suspensions drop constraint suspension_is_not_ordered_twice, add constraint suspension_is_not_ordered_twice exclude using gist ((uuid_send(site_id) || uuid_send(territory_id)) with =, daterange(starts_on, ends_on, '[]') with &&);
alter table support_needs drop constraint support_needs_territory_id_organisation_id_kind_daterange_excl,
  add constraint support_needs_territory_id_organisation_id_kind_daterange_excl exclude using gist ((uuid_send(organisation_id) || uuid_send(territory_id)) with =, kind with =, daterange(starts_on, ends_on, '[]') with &&);
alter table site_organisations drop constraint status_is_not_given_twice, add constraint status_is_not_given_twice exclude using gist ((uuid_send(organisation_id) || uuid_send(territory_id)) with =, theme_key with =, daterange(starts_on, ends_on, '[]') with &&);
alter table attachments drop constraint attachment_does_not_overlap, add constraint attachment_does_not_overlap exclude using gist ((uuid_send(site_id) || uuid_send(organisation_id) || uuid_send(territory_id)) with =, daterange(starts_on, ends_on, '[]') with &&);
alter table appointments drop constraint appointment_does_not_overlap, add constraint appointment_does_not_overlap exclude using gist ((uuid_send(person_id) || uuid_send(coalesce(site_id, '00000000-0000-0000-0000-000000000000'::uuid)) || uuid_send(territory_id)) with =,
  kind with =, daterange(starts_on, ends_on, '[]') with &&);

-- The register of one territory by name: a page reads its own lines only, and counting reads nothing else.
create index register_of_a_territory on register_entries (territory_id, short_name collate "ru-kn", site_id) include (starts_on, ends_on, order_signed_on);
