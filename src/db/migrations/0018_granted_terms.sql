-- The last day an attachment or an appointment was given for; an order that ends it early leaves this alone, so that its revocation gives it back.
alter table attachments add column granted_until date;
alter table appointments add column granted_until date;
