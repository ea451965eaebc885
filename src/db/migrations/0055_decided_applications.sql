-- Which order decides an application: asked for every application that waits for a decision.
create index effects_about_an_application on order_effects (territory_id, (effect ->> 'applicationId'));
