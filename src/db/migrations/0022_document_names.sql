-- What papers call an organisation: «МОУ «Средняя общеобразовательная школа № 3»». Its full name where nothing else is written.
alter table organisations add column document_name text check (document_name <> '');
