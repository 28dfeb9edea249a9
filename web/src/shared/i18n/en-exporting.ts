/** Texts of lists as files. */
export const exporting = {
  'export.action': 'Export',
  'export.csv': 'CSV',
  'export.csvExcel': 'CSV for Excel',
  'export.xlsx': 'Excel (XLSX)',
  'export.json': 'JSON',
  'export.jsonl': 'JSON Lines',
} as const;
