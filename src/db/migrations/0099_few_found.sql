-- A search shows ten of a kind, or a hundred: the planner, told so, reads these rows by their keys and not a table whole.
alter function search_find(text, text, boolean, uuid[], int, int) rows 10;
