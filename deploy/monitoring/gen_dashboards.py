#!/usr/bin/env python3
"""dashboards.yaml -> Grafana JSON (schemaVersion 39, for file provisioning). Usage: gen_dashboards.py dashboards.yaml grafana"""
import json
import os
import sys

import yaml

TYPES = {'stat': 'stat', 'ts': 'timeseries', 'table': 'table', 'heat': 'heatmap', 'bar': 'bargauge'}
SOURCE = {'type': 'prometheus', 'uid': '${datasource}'}


def target(kind, number, expr):
    return dict(
        refId=chr(65 + number), expr=expr.replace('$i', '$__rate_interval'), datasource=SOURCE, legendFormat='__auto',
        instant=kind in ('stat', 'table', 'bar'), range=kind in ('ts', 'heat'),
        format={'heat': 'heatmap', 'table': 'table'}.get(kind, 'time_series'))


def panels(rows):
    x = y = tallest = 0
    for number, (kind, title, unit, *exprs) in enumerate(rows, 1):
        width, height = (6, 4) if kind == 'stat' else (12, 8)
        if x + width > 24:
            x, y, tallest = 0, y + tallest, 0
        yield dict(
            id=number, type=TYPES[kind], title=title, description=title, datasource=SOURCE,
            gridPos=dict(x=x, y=y, w=width, h=height), targets=[target(kind, i, e) for i, e in enumerate(exprs)],
            fieldConfig=dict(defaults=dict(unit=unit), overrides=[]), options={})
        x += width
        tallest = max(tallest, height)


def variables(queries):
    yield dict(name='datasource', type='datasource', query='prometheus', label='Data source', current={})
    for name, query in queries.items():
        yield dict(
            name=name, type='query', datasource=SOURCE, query=dict(query=query, refId=name), refresh=2, includeAll=True,
            multi=True, allValue='.+', current=dict(text='All', value='$__all'))


def dashboard(uid, board):
    return dict(
        uid=uid, title='CompetitorIQ / ' + board['title'], tags=['competitoriq'], schemaVersion=39, version=1,
        editable=False, timezone='browser', refresh='30s', time={'from': 'now-6h', 'to': 'now'},
        templating={'list': list(variables(board.get('vars', {})))}, annotations={'list': []},
        panels=list(panels(board['panels'])),
        links=[dict(title='CompetitorIQ', type='dashboards', tags=['competitoriq'], asDropdown=True)])


def main(source, folder):
    os.makedirs(folder, exist_ok=True)
    with open(source) as boards:
        for uid, board in yaml.safe_load(boards).items():
            with open(f'{folder}/{uid}.json', 'w') as out:
                json.dump(dashboard(uid, board), out, indent=1)
                out.write('\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
