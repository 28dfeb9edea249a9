-- What discovery finds beside a company's own pages. Every value of before stays.

alter table source
  drop constraint source_kind_check,
  add constraint source_kind_check check (kind in
    ('HOME', 'PRICING', 'FEATURES', 'CHANGELOG', 'BLOG', 'NEWS', 'CAREERS', 'ABOUT', 'DOCS', 'HELP',
    'STATUS', 'CUSTOMERS', 'SECURITY', 'LEGAL', 'SOCIAL', 'REVIEWS', 'APPS', 'ADS', 'OTHER'));
