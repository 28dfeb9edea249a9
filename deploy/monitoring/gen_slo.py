#!/usr/bin/env python3
"""slo.yaml (a subset of Sloth prometheus/v1) -> Prometheus rules with Sloth's names, windows and factors on stdout."""
import sys

import yaml

WINDOWS = ['5m', '30m', '1h', '2h', '6h', '1d', '3d']
PAGE = [(14.4, '5m', '1h'), (6, '30m', '6h')]
RUNBOOK = 'https://github.com/competitoriq/competitoriq/blob/main/docs/runbooks/service-levels.md#'
TICKET = [(3, '2h', '1d'), (1, '6h', '3d')]


def recordings(slo, labels, selector):
    events = slo['sli']['events']
    for window in WINDOWS:
        error, total = (events[q].replace('{{.window}}', window) for q in ('error_query', 'total_query'))
        yield dict(record=f'slo:sli_error:ratio_rate{window}', expr=f'({error})\n/\n({total})\n',
                   labels={**labels, 'sloth_window': window})
    five = f'slo:sli_error:ratio_rate5m{selector}[30d]'
    yield dict(record='slo:sli_error:ratio_rate30d', labels={**labels, 'sloth_window': '30d'},
               expr=f'sum_over_time({five})\n/ ignoring (sloth_window)\ncount_over_time({five})\n')


def meta(slo, labels, selector):
    objective = slo['objective'] / 100
    on = '/ on(sloth_id, sloth_slo, sloth_service) group_left'
    budget = f'slo:error_budget:ratio{selector}'
    for record, expr in (
            ('slo:objective:ratio', f'vector({objective})'),
            ('slo:error_budget:ratio', f'vector({round(1 - objective, 10)})'),
            ('slo:time_period:days', 'vector(30)'),
            ('slo:current_burn_rate:ratio', f'slo:sli_error:ratio_rate5m{selector}\n{on}\n{budget}\n'),
            ('slo:period_burn_rate:ratio', f'slo:sli_error:ratio_rate30d{selector}\n{on}\n{budget}\n'),
            ('slo:period_error_budget_remaining:ratio', f'1 - slo:period_burn_rate:ratio{selector}')):
        yield dict(record=record, expr=expr, labels=labels)


def burns(slo, selector, windows):
    budget = round(1 - slo['objective'] / 100, 10)
    return '\nor\n'.join(
        f'(\n  max(slo:sli_error:ratio_rate{short}{selector} > ({factor} * {budget})) without (sloth_window)\n  and\n'
        f'  max(slo:sli_error:ratio_rate{long}{selector} > ({factor} * {budget})) without (sloth_window)\n)'
        for factor, short, long in windows) + '\n'


def alerts(slo, spec_labels, selector):
    for severity, windows in (('page', PAGE), ('ticket', TICKET)):
        config = slo['alerting'].get(severity + '_alert', {})
        if not config.get('disable'):
            yield dict(alert=slo['alerting']['name'], expr=burns(slo, selector, windows),
                       labels={**config.get('labels', {}), 'sloth_severity': severity, **spec_labels},
                       annotations=dict(summary=f"{slo['description']}: the error budget burns too fast ({severity})",
                                        action=slo['action'], runbook_url=RUNBOOK + slo['alerting']['name'].lower()))


def groups(spec):
    for slo in spec['slos']:
        sid = f"{spec['service']}-{slo['name']}"
        labels = dict(sloth_id=sid, sloth_service=spec['service'], sloth_slo=slo['name'], **spec['labels'])
        selector = '{sloth_id="%s", sloth_service="%s", sloth_slo="%s"}' % (sid, spec['service'], slo['name'])
        yield dict(name=f'sloth-slo-sli-recordings-{sid}', interval='30s', rules=list(recordings(slo, labels, selector)))
        yield dict(name=f'sloth-slo-meta-recordings-{sid}', interval='30s', rules=list(meta(slo, labels, selector)))
        yield dict(name=f'sloth-slo-alerts-{sid}', rules=list(alerts(slo, spec['labels'], selector)))


class Dumper(yaml.SafeDumper):
    """Queries of several lines stay readable; nothing is written as an alias."""

    def ignore_aliases(self, data):
        return True


Dumper.add_representer(
    str, lambda dumper, text: dumper.represent_scalar('tag:yaml.org,2002:str', text, style='|' if '\n' in text else None))

if __name__ == '__main__':
    with open(sys.argv[1]) as slos:
        print('# Generated: gen_slo.py slo.yaml > slo-rules.yaml')
        print(yaml.dump(dict(groups=list(groups(yaml.safe_load(slos)))), Dumper=Dumper, sort_keys=False, width=1000), end='')
