SELECT unit, section, count(*) AS figures, sum(CAST(value AS DECIMAL(30, 4))) AS total
FROM read_json('reports.jsonl', format = 'newline_delimited',
  columns = {type: 'VARCHAR', section: 'VARCHAR', unit: 'VARCHAR', value: 'JSON'})
WHERE type = 'metric'
GROUP BY unit, section
ORDER BY figures DESC, unit, section;
