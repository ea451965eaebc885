-- The text that the changes of a point made when its draft was last saved: a text that still is this one was written by nobody, also after a
-- school or a person named in it has been renamed.
alter table order_points add column made_text text;
