-- What an offer says besides its amount: billing, unit, former price, trial, limits.
alter table fact add column terms jsonb;
