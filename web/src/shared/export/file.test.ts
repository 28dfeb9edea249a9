import { expect, test } from 'vitest';
import { csvOf, fileName, markdownOf } from './file';

const table = {
  columns: ['Plan', 'Acme, Inc.'],
  rows: [
    ['Pro', '$49 "list"'],
    ['=1+1', null],
    ['a|b', 3],
  ],
};

test('a file for spreadsheets quotes what has to be quoted and runs nothing', () => {
  expect(csvOf(table)).toBe('Plan,"Acme, Inc."\r\nPro,"$49 ""list"""\r\n\'=1+1,\r\na|b,3\r\n');
});

test('a table for chats keeps its columns', () => {
  expect(markdownOf(table)).toBe(
    '| Plan | Acme, Inc. |\n| --- | --- |\n| Pro | $49 "list" |\n| =1+1 |  |\n| a\\|b | 3 |\n',
  );
});

test('a title becomes a name', () => {
  expect(fileName('Price history (USD)', 'csv')).toBe('price-history-usd.csv');
  expect(fileName('\u2026', 'png')).toBe('chart.png');
});
