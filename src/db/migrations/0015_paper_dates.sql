-- How an office writes the date of its orders: «15 июня 2022 г.», «15 июня 2022 года», «15.06.2022».
alter table offices add column date_form text not null default 'long' check (date_form in ('long', 'full', 'digits'));
