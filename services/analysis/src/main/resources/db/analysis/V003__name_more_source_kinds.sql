-- Signals of the new kinds of sources. Every value of before stays.

alter table signal
  drop constraint signal_source_kind_check,
  add constraint signal_source_kind_check check (source_kind in
    ('HOME', 'PRICING', 'FEATURES', 'CHANGELOG', 'BLOG', 'NEWS', 'CAREERS', 'ABOUT', 'DOCS', 'HELP',
    'STATUS', 'CUSTOMERS', 'SECURITY', 'LEGAL', 'SOCIAL', 'REVIEWS', 'APPS', 'ADS', 'OTHER'));
